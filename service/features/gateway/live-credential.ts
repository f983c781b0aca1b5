import type { LoadedPortal } from '../../../contract/read/index.ts';
import type { UpstreamCredentialConfig } from '../../../contract/portal-config.ts';
import { StartError } from '../../platform/start-error.ts';

/** The environment's variables, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The headers that tell a live upstream who the gateway is, by `{api}/{version}`; lower-case names. */
export type LiveCredentials = ReadonlyMap<string, Readonly<Record<string, string>>>;

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
    return [[`${api.id}/${version.id}`, headersOf(credential, (name) => read(name, place))] as const];
  });
  if (faults.length > 0) throw new StartError(faults.join('\n'));
  return new Map(credentials);
}

function headersOf(credential: UpstreamCredentialConfig, read: (name: string) => string): Record<string, string> {
  switch (credential.kind) {
    case 'header':
      return { [credential.name.toLowerCase()]: read(credential.valueFrom) };
    case 'bearer':
      return { authorization: `Bearer ${read(credential.tokenFrom)}` };
    case 'basic': {
      const pair = `${read(credential.userFrom)}:${read(credential.passwordFrom)}`;
      return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
    }
  }
}
