import type { FastifyInstance, FastifyRequest } from 'fastify';
import { libraryHeaders } from '../identity/library-headers.ts';
import { signedIn } from '../session-of-request.ts';
import { useLibrary } from '../use-library.ts';
import type { AccountDeps } from './account-deps.ts';
import { accountJson } from './account-json.ts';

/** One's own account: seen, renamed, with another password. */
export function accountRoutes(app: FastifyInstance, deps: AccountDeps): void {
  const { routes, authOf, sessionOf, store, audit, own } = deps;

  routes.add(app, 'getAccount', async (request, reply) => {
    const session = await signedIn(sessionOf, request);
    void reply.header('cache-control', 'no-store');
    return accountJson(deps, (await authOf(request)).api, session);
  });

  routes.add(
    app,
    'changeAccount',
    async (request: FastifyRequest<{ Body: { name: string } }>) => {
      const session = await signedIn(sessionOf, request);
      const name = request.body.name.trim();
      await store.rename(session.person.id, name);
      const who = { person: session.person.id, userAgent: request.headers['user-agent'] };
      await audit.record({ kind: 'name-changed', subject: name, ...who });
      return accountJson(deps, (await authOf(request)).api, { ...session, person: { ...session.person, name } });
    },
    [own],
  );

  routes.add(
    app,
    'changePassword',
    async (request: FastifyRequest<{ Body: { password: string; new_password: string } }>, reply) => {
      const { person } = await signedIn(sessionOf, request);
      await deps.limitPasswords(person.id);
      const { password: currentPassword, new_password: newPassword } = request.body;
      const { api } = await authOf(request);
      await useLibrary(
        reply,
        api.changePassword({
          body: { currentPassword, newPassword, revokeOtherSessions: true },
          headers: libraryHeaders(request),
          asResponse: true,
        }),
      );
      const userAgent = request.headers['user-agent'];
      await audit.record({ kind: 'password-changed', person: person.id, userAgent });
      return reply.code(204).send();
    },
    [own],
  );
}
