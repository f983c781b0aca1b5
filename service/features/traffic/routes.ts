import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import { toExchangeJson } from './exchange-json.ts';
import type { TrafficLog } from './traffic-log.ts';

/** Says whose key a request carries; throws the problem where there is no usable one. */
export type OrganizationOf = (request: FastifyRequest) => Promise<string>;

export function trafficRoutes(
  app: FastifyInstance,
  deps: { traffic: TrafficLog; organizationOf: OrganizationOf; routes: ContractRoutes },
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
}
