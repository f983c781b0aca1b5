import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../../platform/problem.ts';
import type { AuthOf } from './identity/auth-of.ts';
import type { PersonStore } from './person-store.ts';
import { hasRole, type Session } from './session.ts';

/** Who sent the request, by the cookie of the session; null where nobody is signed in. */
export type SessionOfRequest = (request: FastifyRequest) => Promise<Session | null>;

const cookie = /(?:^|; *)(?:__Host-)?portolan_session=/;

/** Asks the database once for each request, and not at all where there is no such cookie. */
export function sessionReader(deps: {
  readonly authOf: AuthOf;
  readonly store: PersonStore;
  /** Addresses of the team, in lower case. */
  readonly staff: ReadonlySet<string>;
}): SessionOfRequest {
  const { authOf, store, staff } = deps;
  const read = new WeakMap<FastifyRequest, Promise<Session | null>>();

  async function find(request: FastifyRequest): Promise<Session | null> {
    if (!cookie.test(request.headers.cookie ?? '')) return null;
    const { api } = await authOf(request);
    const found = await api.getSession({ headers: new Headers({ cookie: request.headers.cookie ?? '' }) });
    if (found === null) return null;
    const { session, user } = found;
    const organizations = await store.memberships(user.id);
    const isNamed = user.emailVerified && staff.has(user.email.toLowerCase());
    return {
      id: session.id,
      person: {
        id: user.id,
        name: user.name,
        email: user.email,
        hasSecondFactor: user.twoFactorEnabled ?? false,
        isStaff: isNamed || (await store.isStaff(user.id)),
      },
      organization: organizations.find(({ id }) => id === session.activeOrganizationId) ?? organizations[0] ?? null,
      organizations,
    };
  }

  return (request) => {
    const known = read.get(request);
    if (known !== undefined) return known;
    const finding = find(request);
    read.set(request, finding);
    return finding;
  };
}

/** The session of a route whose contract asks for one. */
export async function signedIn(sessionOf: SessionOfRequest, request: FastifyRequest): Promise<Session> {
  const session = await sessionOf(request);
  if (session === null) throw new ProblemError('session-missing', { detail: 'Sign in, then send it again.' });
  return session;
}

/** What the contract's security scheme `session` asks: somebody signed in, with one of the roles where there are any. */
export function sessionAuthorizer(sessionOf: SessionOfRequest) {
  return async (request: FastifyRequest, roles: readonly string[]): Promise<void> => {
    const session = await signedIn(sessionOf, request);
    if (hasRole(session, roles)) return;
    throw new ProblemError('role-insufficient', { detail: `This needs one of these roles: ${roles.join(', ')}.` });
  };
}
