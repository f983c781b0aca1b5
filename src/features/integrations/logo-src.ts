/** Where the page loads a logo from: the service's path at its origin ('' is the site's own). Nothing else is loaded. */
export function logoSrc(logo: string | null, serviceUrl: string): string | null {
  return logo !== null && /^\/api\/v1\/integration-logos\/[0-9a-f]{64}$/.test(logo) ? `${serviceUrl}${logo}` : null;
}
