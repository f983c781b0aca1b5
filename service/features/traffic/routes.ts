import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import { ProblemError } from '../../platform/problem.ts';
import { toExchangeJson, toTeamExchangeJson } from './exchange-json.ts';
import type { TrafficLog } from './traffic-log.ts';

/** Says whose key a request carries; throws the problem where there is no usable one. */
export type OrganizationOf = (request: FastifyRequest) => Promise<string>;

export function trafficRoutes(
  app: FastifyInstance,
  deps: {
    traffic: TrafficLog;
    organizationOf: OrganizationOf;
    requireTeam: (request: FastifyRequest) => Promise<void>;
    routes: ContractRoutes;
  },
): void {
  deps.routes.add(
    app,
    'listExchanges',
    async (request: FastifyRequest<{ Querystring: { limit: number; before?: string } }>) => {
      const organization = await deps.organizationOf(request);
      const page = await deps.traffic.list(organization, request.query);
      return { data: page.exchanges.map(toExchangeJson), has_more: page.hasMore };
    },
  );

  deps.routes.add(
    app,
    'getTeamExchange',
    async (request: FastifyRequest<{ Params: { exchange: string } }>, reply: FastifyReply) => {
      const { exchange: id } = request.params;
      const exchange = await deps.traffic.find(id);
      if (exchange === null) {
        throw new ProblemError('not-found', {
          detail: `There is no exchange ${id}. Records are removed after a while.`,
        });
      }
      void reply.header('cache-control', 'no-store');
      return toTeamExchangeJson(exchange);
    },
    [deps.requireTeam],
  );
}
