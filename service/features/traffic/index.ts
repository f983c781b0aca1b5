import type { FastifyPluginAsync } from 'fastify';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import type { Database } from '../../platform/database/index.ts';
import { type Clock, systemClock } from '../../platform/clock.ts';
import { pruneExchanges } from './prune.ts';
import { type OrganizationOf, trafficRoutes } from './routes.ts';
import { sqlExchangeStore } from './sql-exchange-store.ts';
import { type TrafficLog, trafficLog } from './traffic-log.ts';

export { adoptExchanges } from './adopt-exchanges.ts';
export type { EarlierExchange, EvidenceQuery } from './evidence.ts';
export type { DriftKind, Exchange, ExchangeExcerpt, ExchangeFinding, ExchangeMarks, PageMark } from './exchange.ts';
export { excerptOf } from './excerpt.ts';
export { type ExchangeJson, toExchangeJson } from './exchange-json.ts';
export type { OrganizationOf } from './routes.ts';
export { redactValue } from './redact.ts';
export type { ExchangeListener, ExchangeTrace } from './subscribers.ts';
export type { TrafficLog, TrafficState } from './traffic-log.ts';
export { trafficMigrations } from './migrations.ts';
export { usedVersions } from './used-versions.ts';

export interface TrafficFeature {
  readonly traffic: TrafficLog;
  /** `GET /api/v1/exchanges`. Closing the app writes what is not yet written. */
  readonly plugin: FastifyPluginAsync;
}

/** What the gateway saw: recorded, listed, followed, searched for evidence, and removed after `retentionDays`. */
export function trafficFeature(deps: {
  readonly database: Database;
  readonly log: { error(details: object, message: string): void };
  readonly organizationOf: OrganizationOf;
  readonly routes: ContractRoutes;
  readonly retentionDays: number;
  readonly clock?: Clock;
}): TrafficFeature {
  const { log, retentionDays, clock = systemClock } = deps;
  const store = sqlExchangeStore(deps.database);
  const traffic = trafficLog({ store, log });
  return {
    traffic,
    plugin: async (app) => {
      const { organizationOf, routes } = deps;
      trafficRoutes(app, { traffic, organizationOf, routes });
      const endPruning = pruneExchanges({ store, retentionDays, clock, log });
      app.addHook('onClose', async () => {
        await endPruning();
        await traffic.close();
      });
    },
  };
}
