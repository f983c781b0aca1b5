import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../../../platform/problem.ts';
import { browserInWords } from '../audit/index.ts';
import { signedIn } from '../session-of-request.ts';
import type { AccountDeps } from './account-deps.ts';
import type { AccountSession } from './account-store.ts';

/** As the API shows it; `current` is the id of the session that asks. */
export function sessionOfAccountJson({ id, userAgent, createdAt, lastUsedAt }: AccountSession, current: string) {
  return {
    ...{ id, is_this: id === current, browser: browserInWords(userAgent) },
    created_at: createdAt.toISOString(),
    last_used_at: lastUsedAt.toISOString(),
  };
}

/** Where one is signed in. */
export function accountSessionRoutes(app: FastifyInstance, deps: AccountDeps): void {
  const { routes, sessionOf, store, audit, own, clock } = deps;

  routes.add(app, 'listSessions', async (request, reply) => {
    const { id, person } = await signedIn(sessionOf, request);
    void reply.header('cache-control', 'no-store');
    const sessions = await store.sessions(person.id, clock.now());
    return { data: sessions.map((session) => sessionOfAccountJson(session, id)) };
  });

  routes.add(
    app,
    'endOtherSessions',
    async (request) => {
      const { id, person } = await signedIn(sessionOf, request);
      const ended = await store.endOtherSessions(person.id, id);
      await audit.record({ kind: 'other-sessions-ended', person: person.id, userAgent: request.headers['user-agent'] });
      return { ended };
    },
    [own],
  );

  routes.add(
    app,
    'endSession',
    async (request: FastifyRequest<{ Params: { session: string } }>, reply) => {
      const { person } = await signedIn(sessionOf, request);
      const { session } = request.params;
      if (!(await store.endSession(person.id, session))) {
        throw new ProblemError('resource-not-found', { detail: `You have no session "${session}".` });
      }
      await audit.record({ kind: 'session-ended', person: person.id, userAgent: request.headers['user-agent'] });
      return reply.code(204).send();
    },
    [own],
  );
}
