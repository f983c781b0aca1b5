import type { FastifyPluginAsync } from 'fastify';
import type { JourneyConfig } from '../../../contract/portal-config.ts';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import type { KeyOfRequest } from '../keys/index.ts';
import { openStreams } from './open-streams.ts';
import type { Evidence } from './read-progress.ts';
import { onboardingRoutes } from './routes.ts';

export type { Evidence } from './read-progress.ts';

const streamsPerKey = 6;

/** Journeys, whose steps are proven by traffic. Its streams end when the application begins to close. */
export function onboardingFeature(deps: {
  readonly routes: ContractRoutes;
  readonly journeys: readonly JourneyConfig[];
  readonly evidence: Evidence;
  readonly keyOf: KeyOfRequest;
  readonly keepAliveMs?: number;
}): { plugin: FastifyPluginAsync } {
  const { keepAliveMs = 15_000 } = deps;
  const streams = openStreams(streamsPerKey);
  return {
    plugin: async (app) => {
      onboardingRoutes(app, { ...deps, streams, keepAliveMs });
      app.addHook('preClose', () => streams.endAll());
    },
  };
}
