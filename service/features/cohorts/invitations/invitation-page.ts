import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { LoadedPortal } from '../../../../contract/read/index.ts';
import type { AddressLimit } from '../../../platform/address-limit.ts';
import type { Clock } from '../../../platform/clock.ts';
import { ownAddress } from '../../../platform/own-address.ts';
import { refuseForeignOrigins } from '../../../platform/own-origin.ts';
import { type Page, pageHeaders, renderPage } from '../../../platform/pages/page.ts';
import type { LetIn, Session, SessionOfRequest, TakePart } from '../../accounts/index.ts';
import { type Invitation, isOpen } from './invitation.ts';
import { invitationPath } from './invitation-letter.ts';
import {
  acceptPage,
  closedPage,
  fullPage,
  linkSentPage,
  otherPersonPage,
  signInFirstPage,
} from './invitation-pages.ts';
import type { InvitationStore } from './invitation-store.ts';
import { ownOrganizations } from './own-organizations.ts';

export interface InvitationPageDeps {
  readonly invitations: InvitationStore;
  readonly sessionOf: SessionOfRequest;
  readonly letIn: LetIn;
  readonly takePart: TakePart;
  readonly portal: Pick<LoadedPortal, 'url' | 'serviceUrl'>;
  readonly limit: AddressLimit;
  readonly clock: Clock;
}

/** `/account/cohort-invitation`: where the link of an invitation into a cohort leads. It needs no JavaScript. */
export async function invitationPage(app: FastifyInstance, deps: InvitationPageDeps): Promise<void> {
  const { invitations, sessionOf, letIn, takePart, portal, limit, clock } = deps;
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_: unknown, body: string) => new URLSearchParams(body),
  );
  app.addHook('onRequest', (request) => limit(request));

  const siteOf = (request: FastifyRequest) => ownAddress(portal, request).site;
  const answer = (request: FastifyRequest, reply: FastifyReply, status: number, page: Page) =>
    reply
      .code(status)
      .headers(pageHeaders(siteOf(request)))
      .send(renderPage(page));

  async function open(token: string): Promise<Invitation | null> {
    const found = token === '' ? null : await invitations.byToken(token);
    return found !== null && isOpen(found, clock.now()) ? found : null;
  }
  const isFor = ({ email }: Invitation, { person }: Session) => email === person.email.trim().toLowerCase();

  app.get<{ Querystring: { token?: string } }>('/account/cohort-invitation', async (request, reply) => {
    const invitation = await open(request.query.token ?? '');
    if (invitation === null) return answer(request, reply, 404, closedPage(siteOf(request)));
    if (request.method === 'GET') await invitations.opened(invitation.id);
    const session = await sessionOf(request);
    if (session === null) return answer(request, reply, 200, signInFirstPage(invitation));
    if (isFor(invitation, session)) {
      return answer(request, reply, 200, acceptPage(invitation, ownOrganizations(session)));
    }
    return answer(request, reply, 403, otherPersonPage(invitation, session.person.email, siteOf(request)));
  });

  app.post('/account/cohort-invitation', { onRequest: [refuseForeignOrigins([])] }, async (request, reply) => {
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    const site = siteOf(request);
    const invitation = await open(form.get('token') ?? '');
    if (invitation === null) return answer(request, reply, 404, closedPage(site));
    const session = await sessionOf(request);
    const choice = form.get('do') ?? '';
    if (session === null) {
      if (choice !== 'link') return answer(request, reply, 401, signInFirstPage(invitation));
      await letIn(request, invitation.email, invitationPath(invitation.token));
      return answer(request, reply, 200, linkSentPage(invitation));
    }
    if (!isFor(invitation, session)) {
      return answer(request, reply, 403, otherPersonPage(invitation, session.person.email, site));
    }
    const owned = ownOrganizations(session);
    const chosen = owned.find(({ id }) => id === choice)?.id ?? null;
    if (chosen === null && choice !== 'new') return answer(request, reply, 400, acceptPage(invitation, owned));
    const { id } = invitation;
    const taken = await takePart(request, reply, session, {
      choose: (transaction) => invitations.placeIn(transaction, id, chosen),
      taken: (transaction, organization) => invitations.accepted(transaction, id, session.person.id, organization),
    });
    if (taken === 'closed') return answer(request, reply, 404, closedPage(site));
    if (taken === 'full') return answer(request, reply, 409, fullPage(site));
    return reply.redirect(`${site}/launch`, 303);
  });
}
