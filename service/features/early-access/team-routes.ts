import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { LoadedAccessGroup } from '../../../contract/read/index.ts';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import { ProblemError } from '../../platform/problem.ts';
import { type SessionOfRequest, signedIn } from '../accounts/index.ts';
import type { AccessStore, Member } from './access-store.ts';

/** A guide or a version of an API that is early access, as the build wrote it down. */
export interface GatedThing {
  readonly kind: 'guide' | 'api';
  readonly title: string;
  readonly href: string;
  readonly access: readonly string[];
}

/** Writes down what somebody did, for the audit log. */
export type NoteAccess = (event: {
  readonly kind: 'access-asked' | 'access-given' | 'access-taken' | 'access-declined';
  readonly person: string;
  readonly organization: string | null;
  /** The group, and who it is about. */
  readonly subject: string;
  readonly userAgent: string | undefined;
}) => Promise<void>;

export interface AccessRoutesDeps {
  readonly routes: ContractRoutes;
  readonly groups: readonly LoadedAccessGroup[];
  readonly store: AccessStore;
  readonly sessionOf: SessionOfRequest;
  readonly note: NoteAccess;
  readonly gated: () => Promise<readonly GatedThing[]>;
  /** Refuses what another site's page sends. */
  readonly own: (request: FastifyRequest) => Promise<void>;
}

interface InGroup {
  Params: { group: string; organization: string; cohort: string };
}

const mostCandidates = 20;

/** For staff: who is in which group, who asks to be, and what each opens. */
export function teamRoutes(app: FastifyInstance, deps: AccessRoutesDeps): void {
  const { routes, groups, store, sessionOf, own } = deps;

  const groupOf = (request: FastifyRequest<InGroup>) => declared(groups, request.params.group);
  const note = async (
    request: FastifyRequest,
    kind: 'access-given' | 'access-taken' | 'access-declined',
    what: {
      readonly group: LoadedAccessGroup;
      readonly member: Member;
      readonly name: string;
    },
  ) => {
    const { person } = await signedIn(sessionOf, request);
    await deps.note({
      ...{ kind, person: person.id, subject: `${what.group.title}: ${what.name}` },
      organization: what.member.kind === 'organization' ? what.member.id : null,
      userAgent: request.headers['user-agent'],
    });
  };

  routes.add(app, 'listAccessGroups', async (_, reply) => {
    void reply.header('cache-control', 'no-store');
    const [members, requests, gated] = await Promise.all([store.members(), store.requests(), deps.gated()]);
    return {
      data: groups.map(({ id, title, text, listed }) => ({
        ...{ id, title, text, listed },
        opens: thingsOf(gated, id),
        members: members
          .filter(({ group }) => group === id)
          .map(({ kind, id: member, name, since }) => ({ kind, id: member, name, since: since.toISOString() })),
        requests: requests
          .filter(({ group }) => group === id)
          .map(({ organization, name, askedBy, askedAt, note: words }) => ({
            ...{ organization, name, asked_by: askedBy, asked_at: askedAt.toISOString(), note: words },
          })),
      })),
    };
  });

  routes.add(
    app,
    'findAccessCandidates',
    async (request: FastifyRequest<InGroup & { Querystring: { words?: string } }>) => ({
      data: await store.candidates(groupOf(request).id, request.query.words?.trim() ?? '', mostCandidates),
    }),
  );

  const give = async (request: FastifyRequest<InGroup>, member: Member): Promise<void> => {
    const group = groupOf(request);
    const name = await store.add(group.id, member);
    if (name === null) throw nothing(`There is no ${member.kind} ${JSON.stringify(member.id)}.`);
    await note(request, 'access-given', { group, member, name });
  };
  const take = async (request: FastifyRequest<InGroup>, member: Member): Promise<void> => {
    const group = groupOf(request);
    const name = await store.remove(group.id, member);
    if (name === null) throw nothing(`${JSON.stringify(member.id)} is not in this group.`);
    await note(request, 'access-taken', { group, member, name });
  };
  const organizationOf = ({ params }: FastifyRequest<InGroup>): Member => ({
    kind: 'organization',
    id: params.organization,
  });
  const cohortOf = ({ params }: FastifyRequest<InGroup>): Member => ({ kind: 'cohort', id: params.cohort });

  for (const [operation, act, memberOf] of [
    ['giveOrganizationAccess', give, organizationOf],
    ['takeOrganizationAccess', take, organizationOf],
    ['giveCohortAccess', give, cohortOf],
    ['takeCohortAccess', take, cohortOf],
  ] as const) {
    routes.add(
      app,
      operation,
      async (request: FastifyRequest<InGroup>, reply) => {
        await act(request, memberOf(request));
        return reply.code(204).send();
      },
      [own],
    );
  }

  routes.add(
    app,
    'declineAccessRequest',
    async (request: FastifyRequest<InGroup>, reply) => {
      const group = groupOf(request);
      const member = organizationOf(request);
      const name = await store.decline(group.id, member.id);
      if (name === null) throw nothing(`${JSON.stringify(member.id)} has not asked for this group.`);
      await note(request, 'access-declined', { group, member, name });
      return reply.code(204).send();
    },
    [own],
  );
}

/** A group of the configuration, or the problem that there is none. */
export function declared(groups: readonly LoadedAccessGroup[], id: string): LoadedAccessGroup {
  const group = groups.find((one) => one.id === id);
  if (group === undefined) throw nothing(`There is no group ${JSON.stringify(id)}.`);
  return group;
}

/** What a group opens, as the API shows it. */
export function thingsOf(gated: readonly GatedThing[], group: string) {
  return gated.filter(({ access }) => access.includes(group)).map(({ kind, title, href }) => ({ kind, title, href }));
}

const nothing = (detail: string) => new ProblemError('resource-not-found', { detail });
