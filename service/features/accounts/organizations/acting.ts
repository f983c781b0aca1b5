import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../../../platform/problem.ts';
import type { Membership, Session } from '../session.ts';
import type { SessionOfRequest } from '../session-of-request.ts';

/** The session of a route that asks for one. */
export async function signedIn(sessionOf: SessionOfRequest, request: FastifyRequest): Promise<Session> {
  const session = await sessionOf(request);
  if (session === null) throw new ProblemError('session-missing', { detail: 'Sign in, then send it again.' });
  return session;
}

/**
 * The organization that the path names, where the session acts for it: the role that let the request through is the one in it. Any other
 * is not there, one's own too, so that a page that was left behind in another tab changes nothing of the wrong one.
 */
export function actedFor(session: Session, id: string): Membership {
  if (session.organization?.id === id) return session.organization;
  const isOwn = session.organizations.some((one) => one.id === id);
  if (!isOwn) throw noSuch('organization', id);
  const detail = 'Your session acts for another organization. Switch to this one, then send it again.';
  throw new ProblemError('resource-not-found', { detail });
}

export function noSuch(what: 'organization' | 'member' | 'invitation', id: string): ProblemError {
  return new ProblemError('resource-not-found', { detail: `There is no ${what} ${JSON.stringify(id)}.` });
}

export function conflict(detail: string): ProblemError {
  return new ProblemError('resource-conflict', { detail });
}
