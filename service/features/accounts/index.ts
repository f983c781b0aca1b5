import type { FastifyBaseLogger, FastifyPluginAsync } from 'fastify';
import type { LoadedPortal } from '../../../contract/read/index.ts';
import type { AddressLimits, NamedLimits } from '../../platform/address-limit.ts';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import type { Database } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import type { MailRoom } from '../../platform/mail/index.ts';
import { refuseForeignOrigins } from '../../platform/own-origin.ts';
import { accountPart, type OrganizationKeys, type PersonalThings, sqlAccountStore } from './account/index.ts';
import type { AuditFeature } from './audit/index.ts';
import { approvalPart } from './approval/index.ts';
import { mailAddresses } from './mail-addresses.ts';
import { authOfRequest } from './identity/auth-of.ts';
import { type GuestThings, type LetIn, organizationsPart, type TakePart } from './organizations/index.ts';
import { accountForms } from './forms/routes.ts';
import { accountPages } from './pages/routes.ts';
import { readProviders } from './identity/providers.ts';
import { providerRoutes } from './provider-routes.ts';
import { sessionAuthorizer, sessionReader, type SessionOfRequest } from './session-of-request.ts';
import { secondFactorSignIn } from './second-factor-sign-in.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { staffPart } from './staff/index.ts';
import { sqlPersonStore } from './sql-person-store.ts';

export { auditFeature, auditMigrations } from './audit/index.ts';
export { accountsMigrations } from './migrations.ts';
export { approvalMigrations } from './approval/index.ts';
export { staffMigrations } from './staff/index.ts';
export { mailAddresses } from './mail-addresses.ts';
export { isOrganization } from './is-organization.ts';
export type { LetIn, Place, TakePart } from './organizations/index.ts';
export { namesOfOrganizations, namesOfPeople } from './names-of-people.ts';
export type { PersonalThings } from './account/index.ts';
export type { Session } from './session.ts';
export { type SessionOfRequest, signedIn } from './session-of-request.ts';

export interface AccountsFeature {
  /** Below `/api/v1`. */
  readonly plugin: FastifyPluginAsync;
  /** `/account/…`: where the links of mails lead. */
  readonly pages: FastifyPluginAsync;
  readonly sessionOf: SessionOfRequest;
  readonly letIn: LetIn;
  readonly takePart: TakePart;
}

const triesPerMinute = 20;
const mailsPerMinute = 10;

/** People: signing up, in and out, and whom they act for. */
export function accountsFeature(deps: {
  readonly database: Database;
  readonly routes: ContractRoutes;
  readonly portal: Pick<LoadedPortal, 'url' | 'serviceUrl' | 'brand' | 'accounts'>;
  /** 32 bytes. */
  readonly secret: Buffer;
  readonly mail: Pick<MailRoom, 'send'>;
  readonly addressLimits: AddressLimits;
  readonly namedLimits: NamedLimits;
  readonly audit: AuditFeature;
  readonly keys: OrganizationKeys;
  /** What the other features keep of a person. */
  readonly elsewhere: () => readonly PersonalThings[];
  /** What a visitor made before signing up. */
  readonly guests: GuestThings;
  /** Tells whoever started the service. */
  readonly announce: (line: string) => void;
  /** The environment's variables: the secrets that the configuration names. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: FastifyBaseLogger;
}): AccountsFeature {
  const { database, routes, portal, secret, mail, addressLimits, namedLimits, log } = deps;
  const { audit } = deps.audit;
  const providers = readProviders(portal.accounts.providers, deps.environment);
  const staff = new Set(portal.accounts.staff.map((address) => address.toLowerCase()));
  const approval = approvalPart({
    ...{ database, routes, portal, mail, audit, signUp: portal.accounts.signUp, configured: staff },
    staff: mailAddresses(database, portal.accounts.staff).ofStaff,
    own: refuseForeignOrigins([new URL(portal.url).origin]),
  });
  const authOf = authOfRequest({
    ...{ database, secret, newId, portal, log },
    send: (message) => mail.send(message),
    isSignUpOpen: portal.accounts.signUp !== 'invitation',
    admits: approval.admits,
    providers,
    note: (kind, person) => audit.record({ kind, person }),
  });
  const sessionOf = sessionReader({ authOf, store: sqlPersonStore(database), staff });
  routes.authorizeBy('session', sessionAuthorizer(sessionOf));
  const limit = addressLimits(triesPerMinute, 'tries to sign in');
  const limitMails = addressLimits(mailsPerMinute, 'mails');
  // The link by mail stays open to the owner while somebody else tries passwords.
  const limitAccount = namedLimits(
    triesPerMinute,
    'tries to sign in',
    'are made at this account; a link by mail still works',
  );

  const organizations = organizationsPart({
    ...{ database, routes, portal, authOf, sessionOf, mail, namedLimits, limit, limitMails },
    guests: deps.guests,
    approveAddress: approval.approveAddress,
    noteMade: (person) => audit.record({ kind: 'account-made', person }),
    audit,
  });

  const sites = [new URL(portal.url).origin];
  const store = sqlAccountStore(database);
  const account = accountPart({
    ...{ routes, authOf, sessionOf, store, audit, namedLimits, keys: deps.keys, elsewhere: deps.elsewhere },
    nameOfProvider: (id) => providers.find((provider) => provider.id === id)?.name ?? id,
    own: refuseForeignOrigins(sites),
  });
  const team = staffPart({
    ...{ database, routes, sessionOf, audit, portal, limit, announce: deps.announce },
    configured: staff,
    own: refuseForeignOrigins(sites),
  });

  return {
    plugin: async (app) => {
      organizations.routes(app);
      const signIn = {
        ...{ routes, authOf, sessionOf, limit, sites, limitMails, store, audit },
        limitAccount: (email: string) => limitAccount(email.trim().toLowerCase()),
        // Whoever the configuration names may have an account, also where nobody else may.
        beforeLink: async (email: string) => {
          if (staff.has(email.trim().toLowerCase())) await organizations.makeInvitedPerson(email.trim().toLowerCase());
        },
      };
      signInRoutes(app, signIn);
      secondFactorSignIn(app, signIn);
      account(app);
      team.routes(app);
      approval.routes(app, { sessionOf });
      providerRoutes(app, { ...signIn, providers, portal, signUp: portal.accounts.signUp });
      app.addHook('onClose', deps.audit.startPruning());
    },
    pages: async (app) => {
      await app.register((scope) => accountPages(scope, { authOf, portal, limit, audit }));
      await app.register((scope) => accountForms(scope, { portal, sites }));
      await app.register(organizations.page);
      await app.register(team.page);
    },
    sessionOf,
    letIn: organizations.letIn,
    takePart: organizations.takePart,
  };
}
