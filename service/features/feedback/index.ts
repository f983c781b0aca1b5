import type { FastifyPluginAsync } from 'fastify';
import type { AddressLimits } from '../../platform/address-limit.ts';
import { type Clock, systemClock } from '../../platform/clock.ts';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import type { Database } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { feedbackRoutes } from './routes.ts';
import { sqlFeedbackStore } from './sql-feedback-store.ts';

export { feedbackMigrations } from './migrations.ts';
const postsPerMinute = 6;

/** What readers say about a page: taken from the widget as JSON, or from a form without JavaScript. */
export function feedbackFeature(deps: {
  readonly database: Database;
  readonly routes: ContractRoutes;
  /** The ids of the reasons of `portal.config.ts`. */
  readonly reasons: readonly string[];
  /** Origins that the portal's pages stand on beside the service's own. */
  readonly sites: readonly string[];
  /** Where a posted form goes on to. */
  readonly thanksPage: string;
  readonly addressLimits: AddressLimits;
  readonly clock?: Clock;
}): { plugin: FastifyPluginAsync } {
  const { clock = systemClock } = deps;
  const store = sqlFeedbackStore(deps.database);
  const limit = deps.addressLimits(postsPerMinute, 'feedback items');
  return {
    plugin: async (app) => feedbackRoutes(app, { ...deps, store, clock, newId, limit }),
  };
}
