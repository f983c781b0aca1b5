import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '../../platform/clock.ts';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import { ProblemError } from '../../platform/problem.ts';
import type { KeyOfRequest, UsableKey } from '../keys/index.ts';
import { runFor, type WantedRun } from './begin-run.ts';
import type { KnownRuns } from './known-runs.ts';
import { type ScenarioId, scenarioOf, scenarios } from './scenario.ts';
import type { ScenarioStore } from './scenario-store.ts';
import { toTroubleJson } from './trouble-json.ts';

export interface TroubleRoutesDeps {
  readonly routes: ContractRoutes;
  readonly keyOf: KeyOfRequest;
  readonly store: ScenarioStore;
  readonly known: KnownRuns;
  readonly clock: Clock;
  readonly newSeed: () => number;
}

type ScenarioRequest = FastifyRequest<{ Params: { scenario: ScenarioId }; Body: WantedRun | undefined }>;

export function troubleRoutes(app: FastifyInstance, deps: TroubleRoutesDeps): void {
  const { routes, store, known, clock } = deps;

  async function shown(key: UsableKey, scenario: ScenarioId) {
    return toTroubleJson(scenarioOf(scenario), await store.list(ownerOf(key)), clock.now());
  }

  routes.add(app, 'listSandboxTrouble', async (request) => {
    const key = await sandboxKey(request, deps.keyOf);
    const runs = await store.list(ownerOf(key));
    return { data: scenarios.map((scenario) => toTroubleJson(scenario, runs, clock.now())) };
  });

  routes.add(app, 'beginSandboxTrouble', async (request: ScenarioRequest) => {
    const key = await sandboxKey(request, deps.keyOf);
    const { scenario } = request.params;
    const run = runFor(key, scenario, request.body ?? {}, deps);
    // In the place of what is on: this key's own, or its organization's.
    await store.end(ownerOf(key), scenario, run.startedAt);
    await store.begin(run);
    known.forget();
    return shown(key, scenario);
  });

  routes.add(app, 'endSandboxTrouble', async (request: ScenarioRequest) => {
    const key = await sandboxKey(request, deps.keyOf);
    const { scenario } = request.params;
    await store.end(ownerOf(key), scenario, clock.now());
    known.forget();
    return shown(key, scenario);
  });
}

function ownerOf({ id, organization }: UsableKey) {
  return { organization, keyId: id };
}

async function sandboxKey(request: FastifyRequest, keyOf: KeyOfRequest): Promise<UsableKey> {
  const key = await keyOf(request);
  if (key.environment === 'sandbox') return key;
  throw new ProblemError('environment-unavailable', {
    detail: 'This is a live key, and trouble is on demand in the sandbox only. Use a key that starts with ptl_test_.',
  });
}
