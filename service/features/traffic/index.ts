import type { FastifyPluginAsync } from 'fastify';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import type { Database } from '../../platform/database/index.ts';
import { type OrganizationOf, trafficRoutes } from './routes.ts';
import { sqlExchangeStore } from './sql-exchange-store.ts';
import { type TrafficLog, trafficLog } from './traffic-log.ts';

export type { EarlierExchange, EvidenceQuery } from './evidence.ts';
export type { Exchange, ExchangeFinding } from './exchange.ts';
export { toExchangeJson } from './exchange-json.ts';
export type { OrganizationOf } from './routes.ts';
export type { TrafficLog } from './traffic-log.ts';
export { trafficMigrations } from './migrations.ts';

export interface TrafficFeature {
  readonly traffic: TrafficLog;
  /** `GET /api/v1/exchanges`. Closing the app writes what is not yet written. */
  readonly plugin: FastifyPluginAsync;
}

/** What the gateway saw: recorded, listed, followed, searched for evidence. */
export function trafficFeature(deps: {
  readonly database: Database;
  readonly log: { error(details: object, message: string): void };
  readonly organizationOf: OrganizationOf;
  readonly routes: ContractRoutes;
}): TrafficFeature {
  const traffic = trafficLog({ store: sqlExchangeStore(deps.database), log: deps.log });
  return {
    traffic,
    plugin: async (app) => {
      trafficRoutes(app, { traffic, organizationOf: deps.organizationOf, routes: deps.routes });
      app.addHook('onClose', () => traffic.close());
    },
  };
}
