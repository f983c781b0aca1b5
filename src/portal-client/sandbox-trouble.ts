import createClient from 'openapi-fetch';
import type { components, paths } from './generated';
import type { Outcome } from './problem';
import { settle } from './settle';

export type SandboxTrouble = components['schemas']['SandboxTrouble'];
export type NewSandboxTrouble = components['schemas']['NewSandboxTrouble'];
export type TroubleRun = components['schemas']['TroubleRun'];
export type TroubleScenarioId = components['schemas']['TroubleScenario'];

/** Trouble on demand in the sandbox of a key. Nothing is thrown: each call gives its value or a problem. */
export interface TroubleClient {
  list(key: string): Promise<Outcome<readonly SandboxTrouble[]>>;
  begin(scenario: TroubleScenarioId, wanted: NewSandboxTrouble, key: string): Promise<Outcome<SandboxTrouble>>;
  end(scenario: TroubleScenarioId, key: string): Promise<Outcome<SandboxTrouble>>;
}

const answerWithinMilliseconds = 15_000;

/** A client of the service that stands at `serviceUrl` (an origin; '' is the site's own). To be called in the browser only. */
export function createTroubleClient(serviceUrl: string, fetch: typeof globalThis.fetch): TroubleClient {
  const api = createClient<paths>({ baseUrl: `${serviceUrl || globalThis.location.origin}/api/v1`, fetch });
  const as = (key: string) => ({
    headers: { Authorization: `Bearer ${key}` },
    credentials: 'omit' as const,
    signal: AbortSignal.timeout(answerWithinMilliseconds),
  });
  return {
    async list(key) {
      const outcome = await settle(api.GET('/sandbox-trouble', as(key)));
      return outcome.kind === 'ok' ? { kind: 'ok', value: outcome.value.data } : outcome;
    },
    begin: (scenario, wanted, key) =>
      settle(api.PUT('/sandbox-trouble/{scenario}', { params: { path: { scenario } }, body: wanted, ...as(key) })),
    end: (scenario, key) =>
      settle(api.DELETE('/sandbox-trouble/{scenario}', { params: { path: { scenario } }, ...as(key) })),
  };
}
