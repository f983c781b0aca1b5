import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../platform/clock.ts';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import { ProblemError } from '../../platform/problem.ts';
import { type ReferenceOf, toDriftJson } from './drift-json.ts';
import type { DriftQuery, DriftStore } from './drift-store.ts';

export function driftRoutes(
  app: FastifyInstance,
  deps: {
    readonly store: DriftStore;
    /** What is not yet written is written before the list is read. */
    readonly flush: () => Promise<void>;
    readonly clock: Clock;
    readonly routes: ContractRoutes;
    readonly referenceOf: ReferenceOf;
    readonly requireTeam: (request: FastifyRequest) => Promise<void>;
  },
): void {
  const { store, clock, routes, referenceOf, requireTeam } = deps;

  routes.add(
    app,
    'listDrift',
    async (request: FastifyRequest<{ Querystring: DriftQuery }>, reply: FastifyReply) => {
      await deps.flush();
      void reply.header('cache-control', 'no-store');
      return { data: (await store.list(request.query)).map((entry) => toDriftJson(entry, referenceOf)) };
    },
    [requireTeam],
  );

  routes.add(
    app,
    'resolveDrift',
    async (request: FastifyRequest<{ Params: { entry: string } }>, reply: FastifyReply) => {
      const { entry: id } = request.params;
      const entry = await store.resolve(id, clock.now());
      if (entry === null) throw new ProblemError('not-found', { detail: `There is no entry of drift ${id}.` });
      void reply.header('cache-control', 'no-store');
      return toDriftJson(entry, referenceOf);
    },
    [requireTeam],
  );
}
