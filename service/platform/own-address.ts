/** Where a portal's two halves are, as browsers see them; the same where the service serves the site. */
export interface OwnAddress {
  /** `https://api.portal.example` */
  readonly service: string;
  /** `https://portal.example` */
  readonly site: string;
}

const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;

/**
 * The address of the configuration. Only on this very machine, where a portal is tried out on any port, it is the address that was
 * asked: a client's `Host` decides nothing elsewhere.
 */
export function ownAddress(
  portal: { readonly url: string; readonly serviceUrl: string },
  asked: { readonly protocol: string; readonly host: string },
): OwnAddress {
  const site = new URL(portal.url).origin;
  if (portal.serviceUrl !== '') return { service: new URL(portal.serviceUrl).origin, site };
  const origin =
    isTriedOut(portal) && loopback.test(asked.host) ? new URL(`${asked.protocol}://${asked.host}`).origin : site;
  return { service: origin, site: origin };
}

/** Whether the portal has an address of this very machine only: nobody else is there yet. */
export function isTriedOut(portal: { readonly url: string; readonly serviceUrl: string }): boolean {
  return portal.serviceUrl === '' && loopback.test(new URL(portal.url).host);
}
