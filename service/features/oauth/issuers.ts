/** Where the authorization server is, as clients see it. */
export interface Issuer {
  /** `https://portal.example/oauth`: RFC 8414 §2. */
  readonly url: string;
  /** Where the portal's pages are: `https://portal.example`. */
  readonly siteOrigin: string;
}

const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;

/**
 * The issuer of a request: the address of the configuration. Only on this very machine, where a portal is tried out on any port,
 * it is the address that was asked: a client's `Host` decides nothing elsewhere.
 */
export function issuerOf(
  portal: { readonly url: string; readonly serviceUrl: string },
  asked: { readonly protocol: string; readonly host: string },
): Issuer {
  const siteOrigin = new URL(portal.url).origin;
  if (portal.serviceUrl !== '') return { url: `${new URL(portal.serviceUrl).origin}/oauth`, siteOrigin };
  const isTriedOut = loopback.test(new URL(portal.url).host) && loopback.test(asked.host);
  const origin = isTriedOut ? new URL(`${asked.protocol}://${asked.host}`).origin : siteOrigin;
  return { url: `${origin}/oauth`, siteOrigin: origin };
}
