import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ContractRoutes } from '../../../platform/contract-routes/index.ts';
import type { SessionOfRequest } from '../session-of-request.ts';
import { actedFor, conflict, noSuch, signedIn } from './acting.ts';
import { foundOrganization, type FoundingDeps } from './found-organization.ts';
import type { GuestThings } from './guest-things.ts';
import { type MemberChange, type MemberDecision, organizationLimits } from './organization.ts';
import { memberJson } from './organization-json.ts';
import type { NoteDeed } from './organization-audit.ts';
import type { OrganizationStore } from './organization-store.ts';

export interface OrganizationRoutesDeps {
  readonly routes: ContractRoutes;
  readonly sessionOf: SessionOfRequest;
  readonly organizations: OrganizationStore;
  readonly guests: GuestThings;
  readonly founding: FoundingDeps;
  /** Refuses what another site's page sends. */
  readonly own: (request: FastifyRequest) => Promise<void>;
  readonly note: NoteDeed;
}

interface Named {
  Params: { organization: string };
}
interface MemberNamed {
  Params: { organization: string; member: string };
}

/** Making, switching and renaming organizations, and who belongs to them. */
export function organizationRoutes(app: FastifyInstance, deps: OrganizationRoutesDeps): void {
  const { routes, sessionOf, organizations: store, guests, own, note } = deps;

  async function change(request: FastifyRequest<MemberNamed>, to: MemberChange): Promise<void> {
    const { organization, member } = request.params;
    const session = await signedIn(sessionOf, request);
    actedFor(session, organization);
    const changed = (await store.members(organization)).find(({ id }) => id === member);
    refuse(await store.changeMember(organization, member, to), member);
    const name = changed?.name ?? '';
    await note(request, session, {
      ...(to === null
        ? { kind: 'member-removed', subject: name }
        : { kind: 'member-role-changed', subject: `${name}: ${to}` }),
      organization,
    });
  }

  routes.add(app, 'listOrganizations', async (request) => ({
    data: (await signedIn(sessionOf, request)).organizations,
  }));

  routes.add(
    app,
    'createOrganization',
    async (request: FastifyRequest<{ Body: { name: string } }>, reply) => {
      const session = await signedIn(sessionOf, request);
      const made = await foundOrganization(request.body.name.trim(), session, guests.guestOf(request), deps.founding);
      if (made === null)
        throw conflict(`You belong to ${organizationLimits.organizations} organizations, the most that are possible.`);
      const { id, name } = made.organization;
      await note(request, session, { kind: 'organization-made', organization: id, subject: name });
      if (made.keptFromGuest) guests.forget(request, reply);
      return reply.code(201).send({ ...made.organization, kept_from_guest: made.keptFromGuest });
    },
    [own],
  );

  routes.add(
    app,
    'switchOrganization',
    async (request: FastifyRequest<{ Body: { organization: string } }>) => {
      const { id: session, organizations } = await signedIn(sessionOf, request);
      const chosen = organizations.find(({ id }) => id === request.body.organization);
      if (chosen === undefined) throw noSuch('organization', request.body.organization);
      await store.actFor(session, chosen.id);
      return chosen;
    },
    [own],
  );

  routes.add(
    app,
    'renameOrganization',
    async (request: FastifyRequest<Named & { Body: { name: string } }>) => {
      const session = await signedIn(sessionOf, request);
      const organization = actedFor(session, request.params.organization);
      const name = request.body.name.trim();
      await store.rename(organization.id, name);
      await note(request, session, { kind: 'organization-renamed', organization: organization.id, subject: name });
      return { ...organization, name };
    },
    [own],
  );

  routes.add(app, 'listMembers', async (request: FastifyRequest<Named>) => {
    const session = await signedIn(sessionOf, request);
    const { id } = actedFor(session, request.params.organization);
    return { data: (await store.members(id)).map((member) => memberJson(member, session.person.id)) };
  });

  routes.add(
    app,
    'changeMember',
    async (request: FastifyRequest<MemberNamed & { Body: { role: Exclude<MemberChange, null> } }>, reply) => {
      await change(request, request.body.role);
      return reply.code(204).send();
    },
    [own],
  );

  routes.add(
    app,
    'removeMember',
    async (request: FastifyRequest<MemberNamed>, reply) => {
      await change(request, null);
      return reply.code(204).send();
    },
    [own],
  );

  routes.add(
    app,
    'leaveOrganization',
    async (request: FastifyRequest<Named>, reply) => {
      const session = await signedIn(sessionOf, request);
      const { id } = actedFor(session, request.params.organization);
      const member = (await store.members(id)).find(({ person }) => person === session.person.id)?.id ?? '';
      refuse(await store.changeMember(id, member, null), member);
      await note(request, session, { kind: 'member-left', organization: id });
      return reply.code(204).send();
    },
    [own],
  );
}

function refuse(decision: MemberDecision, member: string): void {
  if (decision === 'unknown') throw noSuch('member', member);
  if (decision === 'last-owner') {
    throw conflict('An organization has an owner at all times. Make another member an owner first.');
  }
}
