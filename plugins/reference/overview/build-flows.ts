import type { SecurityScheme } from '../../../contract/model.ts';
import type { FlowView, SecurityView } from '../../../contract/reference-page.ts';
import { isWebAddress } from '../operation/web-address.ts';

const NAMES: Readonly<Record<string, string>> = {
  authorizationCode: 'Authorization code',
  clientCredentials: 'Client credentials',
  implicit: 'Implicit',
  password: 'Password',
  deviceAuthorization: 'Device authorization',
};

/** How an access token is had (OpenAPI 3.1 §4.8.28, §4.8.29): shown once, on the overview. */
export function buildFlows({
  flows = {},
  openIdConnectUrl,
}: SecurityScheme): Pick<SecurityView, 'flows' | 'openIdConnectUrl'> {
  const views = Object.entries(flows).map(([key, flow]): FlowView => {
    const addresses: readonly (readonly [string, string | undefined])[] = [
      ['Authorize at', flow.authorizationUrl],
      ['Authorize a device at', flow.deviceAuthorizationUrl],
      ['Get a token from', flow.tokenUrl],
      ['Refresh it at', flow.refreshUrl],
    ];
    return {
      name: (Object.hasOwn(NAMES, key) ? NAMES[key] : undefined) ?? key,
      addresses: addresses.flatMap(([name, url]) => (url === undefined || url === '' ? [] : [{ name, url }])),
      scopes: Object.entries(flow.scopes).map(([name, text]) => ({ name, text })),
    };
  });
  return {
    ...(views.length > 0 && { flows: views }),
    ...(openIdConnectUrl !== undefined && isWebAddress(openIdConnectUrl) && { openIdConnectUrl }),
  };
}
