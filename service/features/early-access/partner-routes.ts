import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../../platform/problem.ts';
import { signedIn } from '../accounts/index.ts';
import { type AccessRoutesDeps, declared, thingsOf } from './team-routes.ts';

type Standing = 'in' | 'asked' | 'none';

/** For partners: what their organization sees early, and asking for more. A group that is not listed is there for who is in it only. */
export function partnerRoutes(app: FastifyInstance, deps: AccessRoutesDeps): void {
  const { routes, groups, store, sessionOf, own } = deps;

  routes.add(app, 'listEarlyAccess', async (request, reply) => {
    void reply.header('cache-control', 'private, no-store').header('vary', 'cookie');
    const session = await sessionOf(request);
    const organization = session?.organization?.id ?? null;
    const within = new Set(
      session?.person.isStaff
        ? groups.map(({ id }) => id)
        : organization === null
          ? []
          : await store.groupsOf(organization),
    );
    const asked = new Set(organization === null ? [] : await store.askedFor(organization));
    const gated = within.size > 0 ? await deps.gated() : [];
    return {
      data: groups
        .filter(({ id, listed }) => listed || within.has(id))
        .map(({ id, title, text }) => {
          const standing: Standing = within.has(id) ? 'in' : asked.has(id) ? 'asked' : 'none';
          return { ...{ id, title, text, standing }, opens: standing === 'in' ? thingsOf(gated, id) : [] };
        }),
    };
  });

  routes.add(
    app,
    'askForEarlyAccess',
    async (request: FastifyRequest<{ Params: { group: string }; Body: { note?: string } | undefined }>, reply) => {
      const { person, organization } = await signedIn(sessionOf, request);
      // The contract's `security` lets nobody through whom this could be.
      if (organization === null) throw new ProblemError('role-insufficient');
      const group = declared(
        groups.filter(({ listed }) => listed),
        request.params.group,
      );
      if ((await store.groupsOf(organization.id)).includes(group.id)) return reply.code(204).send();
      await store.ask(group.id, organization.id, person.id, request.body?.note?.trim() ?? '');
      await deps.note({
        ...{ kind: 'access-asked', person: person.id, organization: organization.id, subject: group.title },
        userAgent: request.headers['user-agent'],
      });
      return reply.code(204).send();
    },
    [own],
  );
}
