import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Contract } from '../../../../contract/model.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { ContractRoutes } from '../../../platform/contract-routes/index.ts';
import { ProblemError } from '../../../platform/problem.ts';
import { knownOf } from '../known-apis.ts';
import type { Sandbox } from '../sandbox.ts';
import type { SandboxStore } from '../sandbox-store.ts';
import type { ClockChange } from './decide-clock.ts';
import { exportText } from './export-items.ts';
import { sandboxJson, snapshotJson } from './sandbox-json.ts';
import { type SeedBody, seedLimits } from './seed-body.ts';
import type { SpaceControl } from './space-control.ts';
import type { Steered, steering } from './steer.ts';

export interface ControlRoutesDeps {
  readonly routes: ContractRoutes;
  readonly keyOf: (request: FastifyRequest) => Promise<{ organization: string; environment: 'sandbox' | 'live' }>;
  /** Those that have a sandbox, of all that are there for an organization. */
  readonly contractsOf: (organization: string) => Promise<readonly Contract[]>;
  readonly control: SpaceControl;
  readonly store: SandboxStore;
  readonly steer: ReturnType<typeof steering>;
  readonly catchUp: Sandbox['catchUp'];
  readonly clock: Clock;
}

interface Sent<Body = unknown> {
  Params: { api: string; version: string; snapshot: string };
  Body: Body;
}

export function controlRoutes(app: FastifyInstance, deps: ControlRoutesDeps): void {
  const { routes, control, steer, clock } = deps;
  const described = async ({ space, known }: Steered) =>
    sandboxJson(known, space, await control.describe(space), clock.now());
  const changed = async (steered: Steered, undo: string | null) => ({
    ...(await described(steered)),
    ...(undo !== null && { undo }),
  });
  const of = (request: FastifyRequest<Sent<never>>) => steeredBy(deps, request as FastifyRequest<Sent>);

  routes.add<Sent<never>>(app, 'getSandbox', async (request) => described(await of(request)));
  routes.add<Sent<never>>(app, 'listSandboxSnapshots', async (request) => ({
    data: (await described(await of(request))).snapshots,
  }));
  routes.add<Sent<never>>(app, 'exportSandbox', async (request, reply) => {
    const { space, known } = await of(request);
    await deps.catchUp(known.contract, space.organization);
    const { collections } = await control.describe(space);
    const rows = await deps.store.read(space, async (read) => read);
    const { api, version } = space;
    const head = { api, version, exported_at: clock.now().toISOString(), replace: true };
    return reply.type('application/json').send(Readable.from(exportText(known, rows, collections, head)));
  });
  routes.add<Sent<{ to?: 'examples' | 'empty' } | undefined>>(app, 'resetSandbox', async (request) => {
    const steered = await steeredBy(deps, request);
    return changed(steered, await steer.reset(steered, request.body?.to ?? 'examples'));
  });
  routes.add<Sent<SeedBody>>(
    app,
    'seedSandbox',
    async (request) => {
      const steered = await steeredBy(deps, request);
      return changed(steered, await steer.seed(steered, request.body));
    },
    [],
    { largestBodyBytes: seedLimits.bytes },
  );
  routes.add<Sent<ClockChange>>(app, 'setSandboxClock', async (request) => {
    const steered = await steeredBy(deps, request);
    await steer.setClock(steered, request.body);
    await deps.catchUp(steered.known.contract, steered.space.organization);
    return described(steered);
  });
  routes.add<Sent<{ name: string }>>(app, 'createSandboxSnapshot', async (request, reply) => {
    const steered = await steeredBy(deps, request);
    void reply.code(201);
    return snapshotJson(await steer.take(steered, request.body.name));
  });
  routes.add<Sent<never>>(app, 'restoreSandboxSnapshot', async (request) => {
    const steered = await of(request);
    return changed(steered, await steer.restore(steered, request.params.snapshot));
  });
  routes.add<Sent<never>>(app, 'deleteSandboxSnapshot', async (request, reply) => {
    await steer.drop(await of(request), request.params.snapshot);
    return reply.code(204).send();
  });
}

/** The sandbox that the path names, of the organization that the key belongs to. */
async function steeredBy<Body>(deps: ControlRoutesDeps, request: FastifyRequest<Sent<Body>>): Promise<Steered> {
  const { organization, environment } = await deps.keyOf(request);
  if (environment === 'live') {
    throw new ProblemError('environment-unavailable', {
      detail: 'A live key opens no sandbox. Send a sandbox key of your organization, ptl_test_….',
    });
  }
  const { api, version } = request.params;
  const contracts = await deps.contractsOf(organization);
  const contract = contracts.find((one) => one.api === api && one.version === version);
  if (contract === undefined) {
    const there = contracts.map((one) => `${one.api}/${one.version}`).join(', ');
    throw new ProblemError('api-not-found', {
      detail: `There is no sandbox of ${JSON.stringify(`${api}/${version}`)}; there is one of ${there || 'none'}.`,
    });
  }
  return { space: { organization, api, version }, known: knownOf(contract) };
}
