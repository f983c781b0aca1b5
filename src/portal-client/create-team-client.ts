import createClient from 'openapi-fetch';
import type { components, paths } from './generated';
import type { Outcome } from './problem';
import { settle } from './settle';

export type DriftEntry = components['schemas']['DriftEntry'];
export type TeamExchange = components['schemas']['TeamExchange'];
export type DriftState = NonNullable<NonNullable<paths['/team/drift']['get']['parameters']['query']>['state']>;

/** What the team's pages ask of the service, with a team key. Nothing is thrown: each call gives its value or a problem. */
export interface TeamClient {
  listDrift(state: DriftState, key: string, signal: AbortSignal): Promise<Outcome<readonly DriftEntry[]>>;
  resolveDrift(entry: string, key: string): Promise<Outcome<DriftEntry>>;
  readExchange(exchange: string, key: string, signal: AbortSignal): Promise<Outcome<TeamExchange>>;
}

const answerWithinMilliseconds = 15_000;

/** A client of the service at `serviceUrl` (an origin; '' is the site's own). No cookies are sent. */
export function createTeamClient(serviceUrl: string, fetch: typeof globalThis.fetch): TeamClient {
  const api = createClient<paths>({ baseUrl: `${serviceUrl || globalThis.location.origin}/api/v1`, fetch });
  const withKey = (key: string, signal?: AbortSignal) => ({
    headers: { Authorization: `Bearer ${key}` },
    credentials: 'omit' as const,
    signal: AbortSignal.any([...(signal ? [signal] : []), AbortSignal.timeout(answerWithinMilliseconds)]),
  });
  return {
    async listDrift(state, key, signal) {
      const query = { state, limit: 500 };
      const outcome = await settle(api.GET('/team/drift', { params: { query }, ...withKey(key, signal) }));
      return outcome.kind === 'ok' ? { kind: 'ok', value: outcome.value.data } : outcome;
    },
    resolveDrift: (entry, key) =>
      settle(api.POST('/team/drift/{entry}/resolve', { params: { path: { entry } }, ...withKey(key) })),
    readExchange: (exchange, key, signal) =>
      settle(api.GET('/team/exchanges/{exchange}', { params: { path: { exchange } }, ...withKey(key, signal) })),
  };
}
