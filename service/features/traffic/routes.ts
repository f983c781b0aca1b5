import type { FastifyInstance, FastifyRequest } from 'fastify';
import { toExchangeJson } from './exchange-json.ts';
import type { TrafficLog } from './traffic-log.ts';

/** Says whose key a request carries; throws the problem where there is no usable one. */
export type OrganizationOf = (request: FastifyRequest) => Promise<string>;

const listExchanges = {
  operationId: 'listExchanges',
  querystring: {
    type: 'object',
    properties: {
      limit: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
      before: { type: 'string', maxLength: 64 },
    },
  },
} as const;

export function trafficRoutes(app: FastifyInstance, traffic: TrafficLog, organizationOf: OrganizationOf): void {
  app.get<{ Querystring: { limit: number; before?: string } }>(
    '/api/v1/exchanges',
    { schema: listExchanges },
    async (request) => {
      const organization = await organizationOf(request);
      const page = await traffic.list(organization, request.query);
      return { data: page.exchanges.map(toExchangeJson), has_more: page.hasMore };
    },
  );
}
