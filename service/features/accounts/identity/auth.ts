import type { FastifyBaseLogger } from 'fastify';
import type { Database } from '../../../platform/database/index.ts';
import type { NewId } from '../../../platform/ids.ts';
import type { Letters } from './letters.ts';
import { passwordCharacters } from './password-characters.ts';
import { knownProviders, openIdProviders, type Provider } from './providers.ts';
import { secondFactor } from './second-factor.ts';

export interface AuthOptions {
  readonly database: Pick<Database, 'db' | 'kind'>;
  /** 32 bytes: signs cookies, seals tokens of other providers and second factors. */
  readonly secret: Buffer;
  /** Where browsers reach the service, `https://portal.example`. */
  readonly origin: string;
  readonly newId: NewId;
  /** Writes to people. */
  readonly letters: Letters;
  readonly isSignUpOpen: boolean;
  /** Asked before each session: whether the person may come in. */
  readonly admits: (person: string) => Promise<boolean>;
  /** Who else can say who somebody is. */
  readonly providers: readonly Provider[];
  /** Told what the library does by itself, for the audit log. */
  readonly note: (kind: 'account-made' | 'password-reset', person: string) => Promise<void>;
  readonly log: Pick<FastifyBaseLogger, 'error' | 'warn' | 'debug'>;
}

const minutes = 60;
const days = 86_400;
export const sessionDays = 30;
/** How exactly a session's last use is known. */
const lastUseMinutes = 5;
export const signInLinkMinutes = 15;
export const confirmationHours = 24;
/** Prefixes of ids, by what the library calls its tables. */
const prefixes: Readonly<Record<string, string>> = {
  user: 'per',
  session: 'ses',
  account: 'idn',
  verification: 'ver',
  twoFactor: 'tfa',
  organization: 'org',
  member: 'mem',
  invitation: 'inv',
};

/** The names of the library's tables in our database. */
export const accountTables = {
  user: 'account_people',
  session: 'account_sessions',
  account: 'account_identities',
  verification: 'account_verifications',
  twoFactor: 'account_second_factors',
  organization: 'organizations',
  member: 'members',
  invitation: 'invitations',
} as const;

/**
 * The library that knows passwords, sessions, second factors and members, on our database and behind our own routes: none of its
 * own is served. It is loaded here, so that a portal where nobody signs in does not hold its 50 MB.
 */
export async function createAuth(options: AuthOptions) {
  const [
    { betterAuth },
    { APIError },
    { genericOAuth },
    { magicLink },
    { twoFactor },
    { organization },
    { organizationAccess },
  ] = await Promise.all([
    import('better-auth'),
    import('better-auth/api'),
    import('better-auth/plugins/generic-oauth'),
    import('better-auth/plugins/magic-link'),
    import('better-auth/plugins/two-factor'),
    import('better-auth/plugins/organization'),
    import('./organization-access.ts'),
  ]);
  const { database, letters, newId, origin, log } = options;
  const isSecure = origin.startsWith('https:');
  const host = isSecure ? '__Host-' : '';
  const access = organizationAccess();
  const tables = accountTables;

  return betterAuth({
    baseURL: origin,
    basePath: '/api/v1/auth',
    secret: options.secret.toString('base64url'),
    database: { db: database.db, type: database.kind, transaction: true },
    telemetry: { enabled: false },
    databaseHooks: {
      user: { create: { after: ({ id }) => options.note('account-made', id) } },
      // Whatever signs in comes by here.
      session: {
        create: {
          before: async ({ userId }) => {
            if (!(await options.admits(userId))) throw new APIError('FORBIDDEN', { code: 'APPROVAL_MISSING' });
          },
        },
      },
    },
    // Ours counts each address and each person, on every route.
    rateLimit: { enabled: false },
    logger: {
      level: 'debug',
      log: (level, message, ...details) => log[quieter(level)]({ details: details.map(String) }, message),
    },
    user: {
      modelName: tables.user,
      changeEmail: { enabled: false },
      // An address that the provider has not confirmed is anybody's: it makes no account and joins none.
      validateUserInfo: ({ user, source }) =>
        source.method === 'oauth' && user.emailVerified !== true ? { error: 'address_unconfirmed' } : undefined,
    },
    socialProviders: knownProviders(options.providers, !options.isSignUpOpen),
    session: { modelName: tables.session, expiresIn: sessionDays * days, updateAge: lastUseMinutes * minutes },
    account: {
      modelName: tables.account,
      encryptOAuthTokens: true,
      accountLinking: { enabled: true, requireLocalEmailVerified: true },
    },
    verification: { modelName: tables.verification, storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: !options.isSignUpOpen,
      requireEmailVerification: true,
      autoSignIn: false,
      minPasswordLength: passwordCharacters.fewest,
      maxPasswordLength: passwordCharacters.most,
      resetPasswordTokenExpiresIn: 60 * minutes,
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: ({ user }) => options.note('password-reset', user.id),
      sendResetPassword: ({ user, token }) => letters.resetPassword(user, token),
      // Whoever has an account already hears of it by mail; the page says the same to both.
      onExistingUserSignUp: ({ user }) => letters.alreadyHere(user),
    },
    emailVerification: {
      sendOnSignUp: true,
      sendOnSignIn: true,
      autoSignInAfterVerification: true,
      expiresIn: confirmationHours * 60 * minutes,
      sendVerificationEmail: ({ user, token }) => letters.confirmAddress(user, token),
    },
    advanced: {
      database: { generateId: ({ model }) => newId(prefixes[model] ?? 'acc') },
      cookiePrefix: 'portolan',
      useSecureCookies: false,
      // RFC 6265bis §4.1.3.2: `__Host-` is set by this host for this host only; browsers refuse it over plain http.
      cookies: {
        session_token: { name: `${host}portolan_session` },
        two_factor: { name: `${host}portolan_second_factor` },
        state: { name: `${host}portolan_provider` },
      },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/' },
      ipAddress: { disableIpTracking: true },
    },
    plugins: [
      genericOAuth({ config: openIdProviders(options.providers, !options.isSignUpOpen) }),
      magicLink({
        storeToken: 'hashed',
        expiresIn: signInLinkMinutes * minutes,
        disableSignUp: !options.isSignUpOpen,
        sendMagicLink: ({ email, token, metadata }) => letters.signInLink(email, token, metadata?.to),
      }),
      secondFactor(twoFactor({ issuer: letters.portal, twoFactorTable: tables.twoFactor, allowPasswordless: true })),
      organization({
        ac: access.control,
        roles: access.roles,
        creatorRole: 'owner',
        organizationLimit: 20,
        membershipLimit: 500,
        invitationLimit: 500,
        invitationExpiresIn: 14 * days,
        cancelPendingInvitationsOnReInvite: true,
        requireEmailVerificationOnInvitation: true,
        schema: {
          organization: { modelName: tables.organization },
          member: { modelName: tables.member },
          invitation: { modelName: tables.invitation },
        },
        sendInvitationEmail: ({ id, email, organization: { name }, inviter }) =>
          letters.invitation(email, { id, organization: name, inviter: inviter.user.name }),
      }),
    ],
  });
}

export type Auth = Awaited<ReturnType<typeof createAuth>>;

/** A refused password is an answer, not an event: only what the library itself could not do is told loudly. */
function quieter(level: string): 'error' | 'warn' | 'debug' {
  return level === 'error' || level === 'warn' ? level : 'debug';
}
