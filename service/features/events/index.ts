import type { FastifyBaseLogger, FastifyPluginAsync } from 'fastify';
import type { AddressLimits, NamedLimits } from '../../platform/address-limit.ts';
import { type Clock, systemClock } from '../../platform/clock.ts';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import type { Database } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import type { MailRoom } from '../../platform/mail/index.ts';
import { type OwnAddress, ownAddress } from '../../platform/own-address.ts';
import { refuseForeignOrigins } from '../../platform/own-origin.ts';
import { seal } from '../../platform/secret/index.ts';
import type { PersonalThings, SessionOfRequest } from '../accounts/index.ts';
import { eventLetters } from './event-letters.ts';
import { eventRoutes } from './event-routes.ts';
import { eventPages } from './page-routes.ts';
import { personalEvents } from './personal.ts';
import { passes } from './pass.ts';
import { reminders } from './reminders.ts';
import { sqlEventStore } from './sql-event-store.ts';
import { teamRoutes } from './team-routes.ts';

export { eventsMigrations } from './migrations.ts';

export interface EventsFeature {
  /** Below `/api/v1`; while the application runs, reminders are sent. */
  readonly plugin: FastifyPluginAsync;
  /** `/account/events`, `/account/event`: what needs no JavaScript. */
  readonly pages: FastifyPluginAsync;
  /** What a person has signed up for, for their account's export and its end. */
  readonly personal: PersonalThings;
}

const mailsPerMinute = 10;
const mailsToOnePerMinute = 2;

/** Office hours and platform days: staff hold them, people sign up. */
export function eventsFeature(deps: {
  readonly database: Database;
  readonly routes: ContractRoutes;
  readonly portal: { readonly url: string; readonly serviceUrl: string; readonly brand: { readonly name: string } };
  /** 32 bytes. */
  readonly secret: Buffer;
  readonly mail: Pick<MailRoom, 'send'>;
  readonly sessionOf: SessionOfRequest;
  /** Whom an event may be for. */
  readonly cohorts: {
    readonly has: (cohort: string) => Promise<boolean>;
    readonly of: (organizations: readonly string[]) => Promise<readonly string[]>;
  };
  readonly addressLimits: AddressLimits;
  readonly namedLimits: NamedLimits;
  /** Origins that the portal's pages stand on beside the service's own. */
  readonly sites: readonly string[];
  readonly log: FastifyBaseLogger;
  readonly clock?: Clock;
}): EventsFeature {
  const { database, portal, cohorts, clock = systemClock } = deps;
  const store = sqlEventStore(database, newId);
  const pass = passes(seal(deps.secret, 'event-pass'));
  const lettersAt = (address: OwnAddress) => eventLetters({ portal: portal.brand.name, address, passes: pass });
  const shared = {
    ...{ ...deps, store, clock, lettersAt, passes: pass },
    own: refuseForeignOrigins(deps.sites),
    cohortsOf: cohorts.of,
    hasCohort: cohorts.has,
    limitMails: deps.addressLimits(mailsPerMinute, 'mails'),
    countToAddress: deps.namedLimits(mailsToOnePerMinute, 'mails', 'go to one address'),
  };
  const address = ownAddress(portal, { protocol: 'https', host: '' });
  const due = reminders({ ...shared, address });
  return {
    personal: personalEvents({ ...shared, address }),
    plugin: async (app) => {
      eventRoutes(app, shared);
      teamRoutes(app, shared);
      let stop: () => Promise<void> = async () => undefined;
      app.addHook('onReady', async () => void (stop = due.start()));
      app.addHook('onClose', () => stop());
    },
    pages: async (app) => eventPages(app, shared),
  };
}
