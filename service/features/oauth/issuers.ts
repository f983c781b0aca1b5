import { ownAddress } from '../../platform/own-address.ts';

/** Where the authorization server is, as clients see it. */
export interface Issuer {
  /** `https://portal.example/oauth`: RFC 8414 §2. */
  readonly url: string;
  /** Where the portal's pages are: `https://portal.example`. */
  readonly siteOrigin: string;
}

/** The issuer of a request. */
export function issuerOf(
  portal: { readonly url: string; readonly serviceUrl: string },
  asked: { readonly protocol: string; readonly host: string },
): Issuer {
  const { service, site } = ownAddress(portal, asked);
  return { url: `${service}/oauth`, siteOrigin: site };
}
