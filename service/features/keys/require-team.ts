import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../../platform/problem.ts';
import type { KeyOfRequest } from './key-of-request.ts';

/** Lets a request with a team key through, and throws a problem for any other: `team-only` where the key is a partner's or a guest's. */
export function requireTeam(keyOf: KeyOfRequest): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    const { scopes = [] } = await keyOf(request);
    if (scopes.includes('portal:team')) return;
    throw new ProblemError('team-only', {
      detail:
        'This is for the team that runs the portal, with a team key. Whoever runs it makes one: npm run portal -- issue-key --team.',
      headers: { 'www-authenticate': 'Bearer error="insufficient_scope", scope="portal:team"' },
    });
  };
}
