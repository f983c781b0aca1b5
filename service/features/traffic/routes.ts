import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import { ProblemError } from '../../platform/problem.ts';
import { toExchangeJson, toOwnExchangeJson, toTeamExchangeJson } from './exchange-json.ts';
import type { TrafficLog } from './traffic-log.ts';

/** Says whose key a request carries; throws the problem where there is no usable one. */
export type OrganizationOf = (request: FastifyRequest) => Promise<string>;

type OneExchange = FastifyRequest<{ Params: { exchange: string } }>;

export function trafficRoutes(
  app: FastifyInstance,
  deps: {
    traffic: TrafficLog;
    organizationOf: OrganizationOf;
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

  deps.routes.add(app, 'getExchange', async (request: OneExchange, reply: FastifyReply) => {
    const { exchange: id } = request.params;
    const exchange = await deps.traffic.findOwn(await deps.organizationOf(request), id);
    void reply.header('cache-control', 'no-store');
    return toOwnExchangeJson(exchange ?? notThere(id));
  });

  deps.routes.add(app, 'getTeamExchange', async (request: OneExchange, reply: FastifyReply) => {
    const { exchange: id } = request.params;
    const exchange = await deps.traffic.find(id);
    void reply.header('cache-control', 'no-store');
    return toTeamExchangeJson(exchange ?? notThere(id));
  });
}

function notThere(id: string): never {
  throw new ProblemError('not-found', { detail: `There is no exchange ${id}. Records are removed after a while.` });
}
