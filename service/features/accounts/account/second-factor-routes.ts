import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answeredSession } from '../identity/answered-session.ts';
import { libraryHeaders } from '../identity/library-headers.ts';
import { signedIn } from '../session-of-request.ts';
import { useLibrary } from '../use-library.ts';
import type { AccountDeps } from './account-deps.ts';

interface Proof {
  Body: { password?: string };
}

/** Setting up a second factor, and taking it away. */
export function secondFactorRoutes(app: FastifyInstance, deps: AccountDeps): void {
  const { routes, authOf, sessionOf, store, audit, prove, own } = deps;

  routes.add(
    app,
    'beginSecondFactor',
    async (request: FastifyRequest<Proof>, reply) => {
      const { password } = request.body;
      await prove(request, await signedIn(sessionOf, request), password);
      const { api } = await authOf(request);
      const made = await useLibrary(
        reply,
        api.enableTwoFactor({ body: { password, method: 'totp' }, headers: libraryHeaders(request), asResponse: true }),
      );
      const { totpURI, backupCodes } = made as { totpURI: string; backupCodes: string[] };
      void reply.code(201).header('cache-control', 'no-store');
      return { uri: totpURI, backup_codes: backupCodes };
    },
    [own],
  );

  routes.add(
    app,
    'confirmSecondFactor',
    async (request: FastifyRequest<{ Body: { code: string } }>, reply) => {
      const { person } = await signedIn(sessionOf, request);
      await deps.limitCodes(person.id);
      const { api } = await authOf(request);
      const headers = libraryHeaders(request);
      await useLibrary(reply, api.verifyTOTP({ body: { code: request.body.code }, headers, asResponse: true }));
      // The library begins a new session where it has just been switched on.
      const renewed = await answeredSession(api, reply);
      if (renewed !== null) {
        await store.endOtherSessions(person.id, renewed.id);
        await audit.record({ kind: 'second-factor-set', person: person.id, userAgent: request.headers['user-agent'] });
      }
      return reply.code(204).send();
    },
    [own],
  );

  routes.add(
    app,
    'removeSecondFactor',
    async (request: FastifyRequest<Proof>, reply) => {
      const { password } = request.body;
      const session = await signedIn(sessionOf, request);
      await prove(request, session, password);
      const { api } = await authOf(request);
      await useLibrary(
        reply,
        api.disableTwoFactor({ body: { password }, headers: libraryHeaders(request), asResponse: true }),
      );
      const person = session.person.id;
      await audit.record({ kind: 'second-factor-removed', person, userAgent: request.headers['user-agent'] });
      return reply.code(204).send();
    },
    [own],
  );
}
