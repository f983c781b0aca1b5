/** An address of the service, for a link: the site's router does not know it. `serviceUrl`: '' is the site's own origin. */
export function serviceHref(serviceUrl: string, path: string): string {
  return serviceUrl === '' ? `pathname://${path}` : `${serviceUrl}${path}`;
}
