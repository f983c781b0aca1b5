import type { FastifyPluginAsync } from 'fastify';
import type { Contract } from '../../../contract/model.ts';
import type { JourneyConfig } from '../../../contract/portal-config.ts';
import { type Clock, systemClock } from '../../platform/clock.ts';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import type { Database } from '../../platform/database/index.ts';
import type { SessionOfRequest } from '../accounts/index.ts';
import type { KeyOfRequest, KeyStanding } from '../keys/index.ts';
import { askerOf } from './asked-by.ts';
import type { JourneyProgress } from './journey-progress.ts';
import { openStreams } from './open-streams.ts';
import { personSteps } from './person-steps.ts';
import { progressReader, type ReadProgress } from './read-progress.ts';
import type { Records } from './records.ts';
import { onboardingRoutes } from './routes.ts';
import { sqlJourneyStore } from './sql-journey-store.ts';
import { stepRoutes } from './step-routes.ts';

export { adoptJourneys } from './adopt-journeys.ts';
export type { JourneyProgress } from './journey-progress.ts';
export { onboardingMigrations } from './migrations.ts';
export type { ReadProgress } from './read-progress.ts';

export interface OnboardingFeature {
  readonly plugin: FastifyPluginAsync;
  /** Where an organization stands: what is not proven yet is looked for in the records. */
  readonly read: ReadProgress;
}

/** Told of each progress that somebody read. */
type HearProgress = (journey: JourneyConfig, organization: string, progress: JourneyProgress) => void;

const streamsPerKey = 6;
const hourMs = 3_600_000;
const guestsKeptMs = 30 * 24 * hourMs;

/** Journeys, whose steps are proven by the service's own records and by people. Its streams end when the application begins to close. */
export function onboardingFeature(deps: {
  readonly database: Database;
  readonly routes: ContractRoutes;
  readonly journeys: readonly JourneyConfig[];
  readonly contracts: readonly Contract[];
  readonly records: Records;
  readonly keyOf: KeyOfRequest;
  readonly sessionOf: SessionOfRequest;
  /** Origins that the portal's pages stand on beside the service's own. */
  readonly sites: readonly string[];
  /** Told when an organization proves a step that launches it; it may be told again. */
  readonly onLaunch: (organization: string, at: Date) => Promise<void>;
  readonly onProgress?: HearProgress;
  readonly keysOf: (organization: string) => Promise<KeyStanding>;
  readonly log: { warn(details: object, message: string): void };
  readonly clock?: Clock;
  readonly keepAliveMs?: number;
  readonly pollMs?: number;
}): OnboardingFeature {
  const { database, clock = systemClock, keepAliveMs = 15_000, pollMs = 1500, log } = deps;
  const streams = openStreams(streamsPerKey);
  const store = sqlJourneyStore(database);
  const reader = progressReader({ ...deps, store, clock });
  const read: ReadProgress = async (journey, organization) => {
    const progress = await reader(journey, organization);
    deps.onProgress?.(journey, organization, progress);
    return progress;
  };
  const steps = personSteps({ ...deps, store, clock, read });

  async function forgetGuests(): Promise<void> {
    await store
      .forgetGuests(new Date(clock.now().getTime() - guestsKeptMs))
      .catch((err: unknown) =>
        log.warn({ err }, 'what guests have proven could not be removed; trying again in an hour'),
      );
  }

  return {
    read,
    plugin: async (app) => {
      onboardingRoutes(app, {
        ...deps,
        streams,
        stampOf: (organization: string, journey: string) => store.stamp(organization, journey),
        keepAliveMs,
        pollMs,
        read,
        askerOf: askerOf(deps.keyOf, deps.sessionOf),
      });
      stepRoutes(app, { ...deps, steps, read });
      let timer: NodeJS.Timeout | undefined;
      app.addHook('onReady', async () => {
        timer = setInterval(() => void forgetGuests(), hourMs).unref();
      });
      app.addHook('preClose', () => streams.endAll());
      app.addHook('onClose', async () => clearInterval(timer));
    },
  };
}
