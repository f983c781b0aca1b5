import { isRecord } from '../../../portal-client';
import type { TokenOutcome, TokenServerPorts } from './token-server';

/** Where the sandbox's own authorization server takes what. All of it is on the service's origin, below `/oauth`. */
export interface ServerAddresses {
  readonly authorize: string;
  readonly token: string;
  readonly device: string;
  readonly revoke: string;
}

export function sandboxAddresses(serviceUrl: string): ServerAddresses {
  const at = (path: string): string => `${serviceUrl}/oauth/${path}`;
  return { authorize: at('authorize'), token: at('token'), device: at('device/authorize'), revoke: at('revoke') };
}

type Discovery =
  { readonly kind: 'found'; readonly addresses: ServerAddresses } | Extract<TokenOutcome, { kind: 'refused' }>;

/**
 * OpenID Connect Discovery 1.0 §4, of the sandbox's issuer. An `openIdConnectUrl` that stands in a description is never called: it would let
 * whoever wrote it choose where tokens are asked for. What the document says has to be of this very issuer, and below it.
 */
export async function discover(
  issuer: string,
  { serviceUrl, fetch }: Pick<TokenServerPorts, 'serviceUrl' | 'fetch'>,
): Promise<Discovery> {
  const read: unknown = await fetch(`${serviceUrl}/oauth/.well-known/openid-configuration`, {
    credentials: 'omit',
    redirect: 'error',
  })
    .then((answer): Promise<unknown> => answer.json())
    .catch(() => null);
  if (!isRecord(read)) return refused('The authorization server does not say where it takes what. Try again.');
  if (read.issuer !== issuer) return refused('Another server answered. Start again.');
  const addressOf = (name: string): string | null => {
    const address = read[name];
    if (typeof address !== 'string' || !address.startsWith(`${issuer}/`) || !URL.canParse(address)) return null;
    return serviceUrl + new URL(address).pathname;
  };
  const authorize = addressOf('authorization_endpoint');
  const token = addressOf('token_endpoint');
  const device = addressOf('device_authorization_endpoint');
  const revoke = addressOf('revocation_endpoint');
  if (authorize === null || token === null || device === null || revoke === null) {
    return refused('The authorization server names an address that is not its own. Nothing was sent there.');
  }
  return { kind: 'found', addresses: { authorize, token, device, revoke } };
}

function refused(sentence: string): Extract<TokenOutcome, { kind: 'refused' }> {
  return { kind: 'refused', code: 'discovery', sentence };
}
