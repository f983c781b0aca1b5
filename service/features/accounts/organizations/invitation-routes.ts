import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { LoadedPortal } from '../../../../contract/read/index.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { ContractRoutes } from '../../../platform/contract-routes/index.ts';
import { ownAddress } from '../../../platform/own-address.ts';
import type { OrganizationRole } from '../identity/role-names.ts';
import type { SessionOfRequest } from '../session-of-request.ts';
import { actedFor, conflict, noSuch, signedIn } from './acting.ts';
import { answerInvitation } from './answer-invitation.ts';
import { organizationLimits } from './organization.ts';
import { invitationJson, myInvitationJson } from './organization-json.ts';
import type { InvitationLetters } from './invitation-letters.ts';
import type { NoteDeed } from './organization-audit.ts';
import type { InvitationStore } from './organization-store.ts';

export interface InvitationRoutesDeps {
  readonly routes: ContractRoutes;
  readonly sessionOf: SessionOfRequest;
  readonly invitations: InvitationStore;
  readonly letters: InvitationLetters;
  readonly portal: Pick<LoadedPortal, 'url' | 'serviceUrl'>;
  readonly clock: Clock;
  /** Refuses what another site's page sends. */
  readonly own: (request: FastifyRequest) => Promise<void>;
  readonly note: NoteDeed;
}

const mostListed = 200;
const closed = 'It was answered or cancelled. Make a new invitation.';

interface OfOrganization {
  Params: { organization: string };
}
interface OneOfOrganization {
  Params: { organization: string; invitation: string };
}
interface One {
  Params: { invitation: string };
}

/** Inviting, and answering an invitation. */
export function invitationRoutes(app: FastifyInstance, deps: InvitationRoutesDeps): void {
  const { routes, sessionOf, invitations: store, letters, portal, clock, own, note } = deps;
  const organizationOf = async (request: FastifyRequest<OfOrganization>) =>
    actedFor(await signedIn(sessionOf, request), request.params.organization).id;

  /** One that the organization sent. */
  async function sent(request: FastifyRequest<OneOfOrganization>) {
    const organization = await organizationOf(request);
    const found = await store.find(request.params.invitation);
    if (found?.organization !== organization) throw noSuch('invitation', request.params.invitation);
    return found;
  }

  routes.add(app, 'listInvitations', async (request: FastifyRequest<OfOrganization>) => {
    const found = await store.list(await organizationOf(request), mostListed);
    return { data: found.map((invitation) => invitationJson(invitation, clock.now())) };
  });

  routes.add(
    app,
    'createInvitation',
    async (request: FastifyRequest<OfOrganization & { Body: { email: string; role: OrganizationRole } }>, reply) => {
      const organization = await organizationOf(request);
      const session = await signedIn(sessionOf, request);
      await letters.count(organization, request.body.email);
      const invited = await store.invite({ organization, inviter: session.person.id, ...request.body });
      if (invited === 'already-member') throw conflict('Somebody with this address is a member already.');
      if (invited === 'too-many') {
        throw conflict(`${organizationLimits.invitations} invitations wait for an answer. Cancel some of them first.`);
      }
      const subject = `${invited.email}, as ${invited.role}`;
      await note(request, session, { kind: 'invitation-sent', organization, subject });
      await letters.send(invited, ownAddress(portal, request));
      return reply.code(201).send(invitationJson(invited, clock.now()));
    },
    [own],
  );

  routes.add(
    app,
    'cancelInvitation',
    async (request: FastifyRequest<OneOfOrganization>, reply) => {
      const { id, organization, email } = await sent(request);
      if (!(await store.cancel(organization, id))) throw conflict(closed);
      const session = await signedIn(sessionOf, request);
      await note(request, session, { kind: 'invitation-cancelled', organization, subject: email });
      return reply.code(204).send();
    },
    [own],
  );

  routes.add(
    app,
    'resendInvitation',
    async (request: FastifyRequest<OneOfOrganization>) => {
      const { id, organization, email, status } = await sent(request);
      if (status !== 'pending') throw conflict(closed);
      await letters.count(organization, email);
      const renewed = await store.renew(organization, id);
      if (renewed === null) throw conflict(closed);
      await letters.send(renewed, ownAddress(portal, request));
      return invitationJson(renewed, clock.now());
    },
    [own],
  );

  routes.add(app, 'listMyInvitations', async (request) => {
    const { person } = await signedIn(sessionOf, request);
    return { data: (await store.openTo(person.email)).map(myInvitationJson) };
  });

  routes.add(
    app,
    'acceptInvitation',
    async (request: FastifyRequest<One>) =>
      answerInvitation(store, 'accept', request.params.invitation, await signedIn(sessionOf, request)),
    [own],
  );

  routes.add(
    app,
    'declineInvitation',
    async (request: FastifyRequest<One>, reply) => {
      await answerInvitation(store, 'decline', request.params.invitation, await signedIn(sessionOf, request));
      return reply.code(204).send();
    },
    [own],
  );
}
