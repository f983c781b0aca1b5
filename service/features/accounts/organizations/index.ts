import type { FastifyInstance } from 'fastify';
import type { LoadedPortal } from '../../../../contract/read/index.ts';
import type { AddressLimit, NamedLimits } from '../../../platform/address-limit.ts';
import { systemClock } from '../../../platform/clock.ts';
import type { ContractRoutes } from '../../../platform/contract-routes/index.ts';
import type { Database } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { MailRoom } from '../../../platform/mail/index.ts';
import { refuseForeignOrigins } from '../../../platform/own-origin.ts';
import type { AuditLog } from '../audit/index.ts';
import { type AuthOf, lettersAt } from '../identity/auth-of.ts';
import { namesOfPeople } from '../names-of-people.ts';
import type { SessionOfRequest } from '../session-of-request.ts';
import { eventRoutes } from './event-routes.ts';
import type { FoundingDeps } from './found-organization.ts';
import type { GuestThings } from './guest-things.ts';
import { invitationLetters } from './invitation-letters.ts';
import { invitationPage } from './invitation-page.ts';
import { invitedPerson } from './invited-person.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { letIn } from './let-in.ts';
import { noteDeed, notingWhoJoins } from './organization-audit.ts';
import { organizationRoutes } from './organization-routes.ts';
import { sqlInvitationStore } from './sql-invitation-store.ts';
import { sqlOrganizationStore } from './sql-organization-store.ts';
import { takePart } from './take-part.ts';

export type { GuestThings } from './guest-things.ts';
export type { LetIn } from './let-in.ts';
export type { Place, TakePart } from './take-part.ts';

const invitationsPerMinute = 10;
const mailsToOnePerMinute = 2;

/** Organizations, their members, and invitations. */
export function organizationsPart(deps: {
  readonly database: Database;
  readonly routes: ContractRoutes;
  readonly portal: Pick<LoadedPortal, 'url' | 'serviceUrl' | 'brand'>;
  readonly authOf: AuthOf;
  readonly sessionOf: SessionOfRequest;
  readonly guests: GuestThings;
  readonly mail: Pick<MailRoom, 'send'>;
  readonly namedLimits: NamedLimits;
  /** Tells the audit log of an account that was made. */
  readonly noteMade: (person: string) => Promise<void>;
  /** Whoever is invited needs no approval. */
  readonly approveAddress: (email: string) => Promise<void>;
  readonly audit: AuditLog;
  readonly limit: AddressLimit;
  readonly limitMails: AddressLimit;
}) {
  const { database, routes, portal, authOf, sessionOf, guests, mail, namedLimits, audit, limit, limitMails } = deps;
  const organizations = sqlOrganizationStore(database, systemClock, newId);
  const invitations = notingWhoJoins(sqlInvitationStore(database, systemClock, newId), audit);
  const countToAddress = namedLimits(mailsToOnePerMinute, 'mails', 'go to one address');
  const letters = invitationLetters({
    lettersAt: lettersAt(portal, (message) => mail.send(message)),
    countOfOrganization: namedLimits(invitationsPerMinute, 'invitations', 'come from one organization'),
    countToAddress,
  });
  const makePerson = invitedPerson(database, systemClock, newId);
  const makeInvitedPerson: typeof makePerson = async (email) => {
    const made = await makePerson(email);
    if (made !== null) await deps.noteMade(made);
    await deps.approveAddress(email);
    return made;
  };
  const enter = letIn({ authOf, makeInvitedPerson, limitMails, countToAddress });
  const own = refuseForeignOrigins([new URL(portal.url).origin]);
  const founding: FoundingDeps = {
    ...{ store: organizations, guests },
    inTransaction: (work) => database.db.transaction().execute(work),
  };
  return {
    letIn: enter,
    makeInvitedPerson,
    takePart: takePart({ ...founding, store: organizations, guests }),
    /** Below `/api/v1`. */
    routes(app: FastifyInstance): void {
      const note = noteDeed(audit);
      organizationRoutes(app, { routes, sessionOf, organizations, guests, founding, own, note });
      invitationRoutes(app, { routes, sessionOf, invitations, letters, portal, clock: systemClock, own, note });
      eventRoutes(app, { routes, sessionOf, audit, namesOf: namesOfPeople(database) });
    },
    /** `/account/invitation` */
    page: (app: FastifyInstance) =>
      invitationPage(app, {
        ...{ sessionOf, invitations, portal, limit, letIn: enter },
      }),
  };
}
