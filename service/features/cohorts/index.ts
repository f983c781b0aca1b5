import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { LoadedPortal } from '../../../contract/read/index.ts';
import type { AddressLimits, NamedLimits } from '../../platform/address-limit.ts';
import { systemClock } from '../../platform/clock.ts';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import type { Database } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import type { MailRoom } from '../../platform/mail/index.ts';
import { refuseForeignOrigins } from '../../platform/own-origin.ts';
import { seal } from '../../platform/secret/index.ts';
import { type LetIn, namesOfPeople, type SessionOfRequest, type TakePart } from '../accounts/index.ts';
import { announcementRoutes } from './announcements/announcement-routes.ts';
import { sqlAnnouncementStore } from './announcements/sql-announcement-store.ts';
import { cohortRoutes } from './cohort-routes.ts';
import { invitationPage } from './invitations/invitation-page.ts';
import { invitationRoutes } from './invitations/invitation-routes.ts';
import { sqlInvitationStore } from './invitations/sql-invitation-store.ts';
import { exportRoutes, type ExportRoutesDeps } from './partners/export-routes.ts';
import { sqlCohortStore } from './sql-cohort-store.ts';

export { cohortsMigrations } from './migrations.ts';
export { whoseCohorts } from './whose-cohorts.ts';

export interface CohortsFeature {
  /** Below `/api/v1`. */
  readonly plugin: FastifyPluginAsync;
  /** `/account/cohort-invitation`: where the links of invitations lead. */
  readonly pages: FastifyPluginAsync;
}

const pagesPerMinute = 20;
const mailsToOnePerMinute = 2;

/** Cohorts: organizations that go through one journey together, invited, told and watched by the team. */
export function cohortsFeature(deps: {
  readonly database: Database;
  readonly routes: ContractRoutes;
  readonly portal: Pick<LoadedPortal, 'url' | 'serviceUrl' | 'brand' | 'journeys'>;
  /** 32 bytes. */
  readonly secret: Buffer;
  readonly mail: Pick<MailRoom, 'post' | 'outcomes'>;
  readonly accounts: { readonly sessionOf: SessionOfRequest; readonly letIn: LetIn; readonly takePart: TakePart };
  /** As the team's board shows them. */
  readonly partnersOf: ExportRoutesDeps['partnersOf'];
  readonly addressLimits: AddressLimits;
  readonly namedLimits: NamedLimits;
}): CohortsFeature {
  const { database, routes, portal, mail, accounts } = deps;
  const { sessionOf } = accounts;
  const clock = systemClock;
  const store = sqlCohortStore(database, clock, newId);
  const invitations = sqlInvitationStore({
    database,
    clock,
    newId,
    mail,
    seal: seal(deps.secret, 'cohort-invitations'),
  });
  const announcements = sqlAnnouncementStore({ database, clock, newId, mail });
  const own: (request: FastifyRequest) => Promise<void> = refuseForeignOrigins([new URL(portal.url).origin]);
  const limit = deps.addressLimits(pagesPerMinute, 'invitations opened');
  const countToAddress = deps.namedLimits(mailsToOnePerMinute, 'mails', 'go to one address');
  return {
    plugin: async (app) => {
      cohortRoutes(app, { routes, store, sessionOf, own, journeys: portal.journeys.map(({ id }) => id) });
      invitationRoutes(app, { routes, cohorts: store, invitations, sessionOf, portal, clock, countToAddress, own });
      exportRoutes(app, { routes, cohorts: store, journeys: portal.journeys, partnersOf: deps.partnersOf, clock });
      const namesOf = namesOfPeople(database);
      announcementRoutes(app, { routes, cohorts: store, announcements, sessionOf, portal, namesOf, own });
    },
    pages: (app) => invitationPage(app, { ...accounts, invitations, portal, limit, clock }),
  };
}
