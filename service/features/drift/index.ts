import type { Contract } from '../../../contract/model.ts';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { type Clock, systemClock } from '../../platform/clock.ts';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import type { Database } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import type { TrafficLog } from '../traffic/index.ts';
import { driftLog, type DriftState } from './drift-log.ts';
import { referencePages } from './drift-json.ts';
import { driftRoutes } from './routes.ts';
import { sqlDriftStore } from './sql-drift-store.ts';

export { toDriftJson } from './drift-json.ts';
export type { DriftState } from './drift-log.ts';
export type { DriftQuery } from './drift-store.ts';
export { driftMigrations } from './migrations.ts';
export { sqlDriftStore } from './sql-drift-store.ts';

export interface DriftFeature {
  /** `GET /api/v1/team/drift` and what belongs to it. Closing the app writes what is not yet written. */
  readonly plugin: FastifyPluginAsync;
  readonly state: () => DriftState;
}

/** Where answers are not as their contracts say: gathered from the traffic, counted by place, shown to the team. */
export function driftFeature(deps: {
  readonly database: Database;
  readonly traffic: Pick<TrafficLog, 'follow'>;
  readonly routes: ContractRoutes;
  readonly contracts: readonly Contract[];
  readonly requireTeam: (request: FastifyRequest) => Promise<void>;
  readonly log: { error(details: object, message: string): void };
  readonly clock?: Clock;
}): DriftFeature {
  const { routes, requireTeam, log, clock = systemClock } = deps;
  const referenceOf = referencePages(deps.contracts);
  const store = sqlDriftStore(deps.database, newId);
  const drift = driftLog({ store, clock, log });
  deps.traffic.follow((exchange) => drift.hear(exchange));
  return {
    plugin: async (app) => {
      driftRoutes(app, { store, flush: () => drift.flush(), clock, routes, requireTeam, referenceOf });
      app.addHook('onClose', () => drift.close());
    },
    state: () => drift.state(),
  };
}
