import createClient from 'openapi-fetch';
import type { components, paths } from './generated';
import type { Outcome } from './problem';
import { settle } from './settle';

type Schemas = components['schemas'];
export type Sandbox = Schemas['Sandbox'];
type SandboxSnapshot = Schemas['SandboxSnapshot'];
export type SandboxSeed = Schemas['SandboxSeed'];
export type ClockChange = Schemas['SandboxClockChange'];

/** Which sandbox: that of the key, of one API version. */
interface SandboxPlace {
  readonly api: string;
  readonly version: string;
}

/** The service's `/sandboxes/…`: a sandbox as a whole. */
export interface SandboxCalls {
  read(key: string): Promise<Outcome<Sandbox>>;
  reset(key: string, to: 'examples' | 'empty'): Promise<Outcome<Sandbox>>;
  seed(key: string, seed: SandboxSeed): Promise<Outcome<Sandbox>>;
  setClock(key: string, change: ClockChange): Promise<Outcome<Sandbox>>;
  takeSnapshot(key: string, name: string): Promise<Outcome<SandboxSnapshot>>;
  restore(key: string, snapshot: string): Promise<Outcome<Sandbox>>;
  removeSnapshot(key: string, snapshot: string): Promise<Outcome<true>>;
  /** The JSON text that `seed` takes. */
  exportText(key: string): Promise<Outcome<string>>;
}

/** A sandbox may be large: to take it away or bring it back takes a while. */
const answerWithinMilliseconds = 60_000;

export function createSandboxCalls(
  serviceUrl: string,
  { api, version }: SandboxPlace,
  fetch: typeof globalThis.fetch,
): SandboxCalls {
  const client = createClient<paths>({ baseUrl: `${serviceUrl || globalThis.location.origin}/api/v1`, fetch });
  const path = { api, version };
  const withKey = (key: string) => ({
    headers: { Authorization: `Bearer ${key}` },
    credentials: 'omit' as const,
    signal: AbortSignal.timeout(answerWithinMilliseconds),
  });
  const at = { params: { path } };
  return {
    read: (key) => settle(client.GET('/sandboxes/{api}/{version}', { ...at, ...withKey(key) })),
    reset: (key, to) =>
      settle(client.POST('/sandboxes/{api}/{version}/reset', { ...at, ...withKey(key), body: { to } })),
    seed: (key, body) => settle(client.POST('/sandboxes/{api}/{version}/seed', { ...at, ...withKey(key), body })),
    setClock: (key, body) => settle(client.PUT('/sandboxes/{api}/{version}/clock', { ...at, ...withKey(key), body })),
    takeSnapshot: (key, name) =>
      settle(client.POST('/sandboxes/{api}/{version}/snapshots', { ...at, ...withKey(key), body: { name } })),
    restore: (key, snapshot) =>
      settle(
        client.POST('/sandboxes/{api}/{version}/snapshots/{snapshot}/restore', {
          params: { path: { ...path, snapshot } },
          ...withKey(key),
        }),
      ),
    removeSnapshot: (key, snapshot) =>
      settle(
        client
          .DELETE('/sandboxes/{api}/{version}/snapshots/{snapshot}', {
            params: { path: { ...path, snapshot } },
            ...withKey(key),
          })
          .then(({ error, response }) => ({ data: true as const, error, response })),
      ),
    exportText: (key) =>
      settle(client.GET('/sandboxes/{api}/{version}/export', { ...at, ...withKey(key), parseAs: 'text' })),
  };
}
