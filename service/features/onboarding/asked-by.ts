import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../../platform/problem.ts';
import type { Session, SessionOfRequest } from '../accounts/index.ts';
import type { KeyOfRequest } from '../keys/index.ts';

/** Who asks for a progress, and whose it is. */
export interface Asker {
  /** Of the key, or of the session: what streams are counted by. */
  readonly id: string;
  readonly organization: string;
}

/** A key in the header comes first: a program says by it for whom it asks. Throws the problem where neither names an organization. */
export function askerOf(keyOf: KeyOfRequest, sessionOf: SessionOfRequest) {
  return async (request: FastifyRequest): Promise<Asker> => {
    if (request.headers.authorization !== undefined) return keyOf(request);
    const session = await sessionOf(request);
    // With neither, the refusal is that of a key.
    return session === null ? keyOf(request) : { id: session.id, organization: actingFor(session).id };
  };
}

/** The organization that the session acts for; throws `role-insufficient` where there is none. */
export function actingFor({ organization }: Session) {
  if (organization !== null) return organization;
  throw new ProblemError('role-insufficient', {
    detail:
      'You belong to no organization yet. Create one, or accept an invitation; journeys are those of an organization.',
  });
}

/** The same request, asked again: whether it is still signed in is read anew. */
export function askedAgain(request: FastifyRequest): FastifyRequest {
  return Object.create(request) as FastifyRequest;
}
