import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '../../../platform/clock.ts';
import type { ContractRoutes } from '../../../platform/contract-routes/index.ts';
import { ProblemError } from '../../../platform/problem.ts';
import type { AuditLog } from '../audit/index.ts';
import { type SessionOfRequest, signedIn } from '../session-of-request.ts';
import type { StaffStore } from './staff-store.ts';

export interface StaffDeps {
  readonly routes: ContractRoutes;
  readonly sessionOf: SessionOfRequest;
  readonly store: StaffStore;
  readonly audit: AuditLog;
  readonly clock: Clock;
  /** Addresses that the configuration names, in lower case. */
  readonly configured: ReadonlySet<string>;
  /** Refuses what another site's page sends. */
  readonly own: (request: FastifyRequest) => Promise<void>;
}

/** Who belongs to the team that runs the portal. */
export function staffRoutes(app: FastifyInstance, deps: StaffDeps): void {
  const { routes, sessionOf, store, audit, clock, configured, own } = deps;

  routes.add(app, 'listStaff', async (_, reply) => {
    void reply.header('cache-control', 'no-store');
    const people = await store.confirmed([...configured]);
    const named = [...configured].map((email) => {
      const person = people.find((one) => one.email === email);
      return { id: person?.id ?? null, name: person?.name ?? null, email, is_configured: true, since: null };
    });
    const added = (await store.list()).filter(({ email }) => !configured.has(email));
    return {
      data: [...named, ...added.map(({ person, since, ...who }) => memberJson({ id: person, ...who }, since))],
    };
  });

  routes.add(
    app,
    'addStaff',
    async (request: FastifyRequest<{ Body: { email: string } }>, reply) => {
      const { person: adder } = await signedIn(sessionOf, request);
      const email = request.body.email.toLowerCase();
      const [person] = await store.confirmed([email]);
      if (person === undefined) {
        const detail = `Nobody has an account with the confirmed address ${email}. They sign up first, then you add them.`;
        throw new ProblemError('resource-not-found', { detail });
      }
      const now = clock.now();
      await store.add(person.id, adder.id, now);
      await audit.record({ kind: 'staff-added', person: adder.id, subject: email });
      const since = (await store.list()).find((one) => one.person === person.id)?.since ?? now;
      void reply.code(201);
      return { ...memberJson(person, since), is_configured: configured.has(email) };
    },
    [own],
  );

  routes.add(
    app,
    'removeStaff',
    async (request: FastifyRequest<{ Params: { person: string } }>, reply) => {
      const { person: remover } = await signedIn(sessionOf, request);
      const id = request.params.person;
      const fixed = (await store.confirmed([...configured])).find((one) => one.id === id);
      if (fixed !== undefined) {
        const detail = `portal.config.ts names ${fixed.email}. Take the address out of accounts.staff there.`;
        throw new ProblemError('resource-conflict', { detail });
      }
      const outcome = await store.remove(id, configured.size > 0);
      if (outcome === 'unknown') throw new ProblemError('resource-not-found', { detail: `"${id}" is not staff.` });
      if (outcome === 'last') {
        throw new ProblemError('resource-conflict', {
          detail: 'Nobody would be staff. Make somebody else staff first.',
        });
      }
      await audit.record({ kind: 'staff-removed', person: remover.id, subject: id });
      return reply.code(204).send();
    },
    [own],
  );
}

function memberJson({ id, name, email }: { id: string; name: string; email: string }, since: Date) {
  return { id, name, email, is_configured: false, since: since.toISOString() };
}
