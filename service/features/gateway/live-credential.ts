import type { LoadedPortal } from '../../../contract/read/index.ts';
import type { UpstreamCredentialConfig } from '../../../contract/portal-config.ts';
import { StartError } from '../../platform/start-error.ts';
import type { TokenClient } from './upstream-token/index.ts';

/** The environment's variables, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** How the gateway tells a live upstream who it is: by headers, or by a token that it has to get first. */
export type LiveCredential =
  | { readonly kind: 'headers'; /** Names are lower-case. */ readonly headers: Readonly<Record<string, string>> }
  | { readonly kind: 'token'; readonly client: TokenClient };

/** By `{api}/{version}`. */
export type LiveCredentials = ReadonlyMap<string, LiveCredential>;

/** Reads the secrets that the configuration names. Throws one `StartError` with all that are missing or cannot be sent. */
export function readLiveCredentials(portal: Pick<LoadedPortal, 'apis'>, environment: Environment): LiveCredentials {
  const faults: string[] = [];
  const read = (name: string, place: string): string => {
    const value = environment[name]?.trim() ?? '';
    if (value === '') faults.push(`${name} is not set, and ${place} takes its credential from it. Set it.`);
    // RFC 9110 §5.5; a line break would begin another header.
    else if (!/^[\t\x20-\x7e]+$/.test(value))
      faults.push(`${name} has characters that no header can carry. Correct it.`);
    return value;
  };
  const versions = portal.apis.flatMap((api) => api.versions.map((version) => ({ api, version })));
  const credentials = versions.flatMap(({ api, version }) => {
    const credential = version.live?.credential;
    if (!credential) return [];
    const place = `the live upstream of ${api.id} ${version.id}`;
    return [[`${api.id}/${version.id}`, credentialOf(credential, (name) => read(name, place))] as const];
  });
  if (faults.length > 0) throw new StartError(faults.join('\n'));
  return new Map(credentials);
}

function credentialOf(credential: UpstreamCredentialConfig, read: (name: string) => string): LiveCredential {
  switch (credential.kind) {
    case 'header':
      return { kind: 'headers', headers: { [credential.name.toLowerCase()]: read(credential.valueFrom) } };
    case 'bearer':
      return { kind: 'headers', headers: { authorization: `Bearer ${read(credential.tokenFrom)}` } };
    case 'basic': {
      const pair = `${read(credential.userFrom)}:${read(credential.passwordFrom)}`;
      return { kind: 'headers', headers: { authorization: `Basic ${Buffer.from(pair).toString('base64')}` } };
    }
    case 'oauth2': {
      const { tokenUrl: url, authentication = 'basic', scopes = [], audience } = credential;
      const [clientId, clientSecret] = [read(credential.clientIdFrom), read(credential.clientSecretFrom)];
      return { kind: 'token', client: { url, clientId, clientSecret, authentication, scopes, audience } };
    }
  }
}
