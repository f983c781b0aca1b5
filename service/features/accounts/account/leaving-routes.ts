import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../../../platform/problem.ts';
import { auditEventJson } from '../audit/index.ts';
import { libraryHeaders } from '../identity/library-headers.ts';
import { membershipJson } from '../session-json.ts';
import { signedIn } from '../session-of-request.ts';
import { useLibrary } from '../use-library.ts';
import type { AccountDeps } from './account-deps.ts';
import { accountJson } from './account-json.ts';
import type { Leaving } from './account-store.ts';
import { sessionOfAccountJson } from './session-routes.ts';

function refuseOwnerless({ ownerless }: Leaving): void {
  if (ownerless.length === 0) return;
  throw new ProblemError('resource-conflict', {
    detail: `You are the only owner of ${ownerless.join(', ')}. Make another member owner, or remove the members, first.`,
  });
}

/** Taking one's data along, and leaving. */
export function leavingRoutes(app: FastifyInstance, deps: AccountDeps): void {
  const { routes, authOf, sessionOf, store, audit, prove, keys, elsewhere, clock, own } = deps;

  routes.add(app, 'exportAccount', async (request, reply) => {
    const session = await signedIn(sessionOf, request);
    const { organizations, person } = session;
    const now = clock.now();
    const keysOf = await Promise.all(
      organizations.map(async ({ id: organization }) =>
        (await keys.list(organization)).map(({ id, label }) => ({ id, organization, label })),
      ),
    );
    const sessions = await store.sessions(person.id, now);
    const events = await audit.ofPerson(person.id);
    const kept = elsewhere().map(async ({ name, of }): Promise<[string, readonly object[]]> => [
      name,
      await of(person),
    ]);
    await audit.record({ kind: 'account-exported', person: person.id, userAgent: request.headers['user-agent'] });
    void reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="account-${now.toISOString().slice(0, 10)}.json"`);
    return {
      exported_at: now.toISOString(),
      account: await accountJson(deps, (await authOf(request)).api, session),
      organizations: organizations.map(membershipJson),
      sessions: sessions.map((each) => sessionOfAccountJson(each, session.id)),
      keys: keysOf.flat(),
      events: events.map(auditEventJson),
      elsewhere: Object.fromEntries(await Promise.all(kept)),
    };
  });

  routes.add(
    app,
    'deleteAccount',
    async (request: FastifyRequest<{ Body: { password?: string } }>, reply) => {
      const session = await signedIn(sessionOf, request);
      const { id: person } = session.person;
      await prove(request, session, request.body.password);
      const leaving = await store.leaving(person);
      refuseOwnerless(leaving);
      // Before the person: keys that open something must not outlive whoever can revoke them.
      for (const organization of leaving.alone) await keys.revokeAll(organization);
      for (const things of elsewhere()) await things.forget(session.person);
      refuseOwnerless(await store.remove(person));
      const { api } = await authOf(request);
      await useLibrary(reply, api.signOut({ headers: libraryHeaders(request), asResponse: true }));
      return reply.code(204).send();
    },
    [own],
  );
}
