import { hkdfSync } from 'node:crypto';
import type { FastifyPluginAsync } from 'fastify';
import type { AddressLimits } from '../../platform/address-limit.ts';
import { type Clock, systemClock } from '../../platform/clock.ts';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import type { Database } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import type { PersonalThings, SessionOfRequest } from '../accounts/index.ts';
import { challenges } from './asking/challenge.ts';
import { dropOldExcerpts } from './asking/drop-excerpts.ts';
import { type ReporterDeps, reporters } from './asking/reporter.ts';
import { askingRoutes } from './asking/routes.ts';
import { toItemJson } from './items/item-json.ts';
import { sqlItemStore } from './items/sql-item-store.ts';
import { triageRoutes } from './triage/routes.ts';

export { feedbackMigrations } from './migrations.ts';
const postsPerMinute = 6;
/** A challenge is given when a form is opened, whether or not it is sent. */
const challengesPerMinute = 60;

export interface FeedbackFeatureDeps extends Omit<ReporterDeps, 'sessionOf'> {
  readonly sessionOf: SessionOfRequest;
  /** Names of people and of organizations, by their ids. */
  readonly namesOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly database: Database;
  readonly routes: ContractRoutes;
  /** 32 bytes. */
  readonly secret: Buffer;
  /** The ids of the reasons of `portal.config.ts`. */
  readonly reasons: readonly string[];
  /** After so many days the excerpts of attached exchanges are removed. */
  readonly excerptDays: number;
  /** Origins that the portal's pages stand on beside the service's own. */
  readonly sites: readonly string[];
  /** Where a posted form goes on to. */
  readonly thanksPage: string;
  readonly addressLimits: AddressLimits;
  readonly log: { error(details: object, message: string): void };
  readonly clock?: Clock;
}

export interface FeedbackFeature {
  readonly plugin: FastifyPluginAsync;
  /** What a person said, for their account's export and its end. */
  readonly personal: PersonalThings;
}

/** What people say where they stand: on a page, a passage, a sample, an exchange, a step, a search. */
export function feedbackFeature(deps: FeedbackFeatureDeps): FeedbackFeature {
  const { clock = systemClock, addressLimits } = deps;
  const store = sqlItemStore(deps.database);
  const secret = Buffer.from(hkdfSync('sha256', deps.secret, '', 'feedback challenges', 32));
  return {
    personal: {
      name: 'feedback',
      of: async ({ id }) => (await store.ofPerson(id)).map(toItemJson),
      forget: async ({ id }) => void (await store.forgetPerson(id)),
    },
    plugin: async (app) => {
      askingRoutes(app, {
        ...deps,
        ...{ store, clock, newId },
        limit: addressLimits(postsPerMinute, 'feedback items'),
        challengeLimit: addressLimits(challengesPerMinute, 'feedback challenges'),
        challenges: challenges({ secret, clock }),
        reporters: reporters(deps),
      });
      triageRoutes(app, { ...deps, store, clock });
      app.addHook('onClose', dropOldExcerpts({ store, days: deps.excerptDays, clock, log: deps.log }));
    },
  };
}
