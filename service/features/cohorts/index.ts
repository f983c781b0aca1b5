import type { FastifyPluginAsync } from 'fastify';
import type { JourneyConfig } from '../../../contract/portal-config.ts';
import { systemClock } from '../../platform/clock.ts';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import type { Database } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { refuseForeignOrigins } from '../../platform/own-origin.ts';
import type { SessionOfRequest } from '../accounts/index.ts';
import { cohortRoutes } from './cohort-routes.ts';
import { sqlCohortStore } from './sql-cohort-store.ts';

export { cohortsMigrations } from './migrations.ts';
export { whoseCohorts } from './whose-cohorts.ts';

/** Cohorts: organizations that go through one journey together, invited, told and watched by the team. */
export function cohortsFeature(deps: {
  readonly database: Database;
  readonly routes: ContractRoutes;
  readonly sessionOf: SessionOfRequest;
  readonly journeys: readonly JourneyConfig[];
  /** Origins that the portal's pages stand on beside the service's own. */
  readonly sites: readonly string[];
}): { readonly plugin: FastifyPluginAsync } {
  const { database, routes, sessionOf, journeys, sites } = deps;
  const store = sqlCohortStore(database, systemClock, newId);
  const own = refuseForeignOrigins(sites);
  return {
    plugin: async (app) => {
      cohortRoutes(app, { routes, store, sessionOf, own, journeys: journeys.map(({ id }) => id) });
    },
  };
}
