import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { LoadedPortal } from '../../../../contract/read/index.ts';
import type { AddressLimit } from '../../../platform/address-limit.ts';
import { systemClock } from '../../../platform/clock.ts';
import { ownAddress } from '../../../platform/own-address.ts';
import { refuseForeignOrigins } from '../../../platform/own-origin.ts';
import { type Page, pageHeaders, renderPage } from '../../../platform/pages/page.ts';
import { ProblemError } from '../../../platform/problem.ts';
import type { SessionOfRequest } from '../session-of-request.ts';
import { answerInvitation } from './answer-invitation.ts';
import { type Invitation, isFor, stateOf } from './invitation.ts';
import {
  answerPage,
  closedPage,
  declinedPage,
  linkSentPage,
  otherPersonPage,
  signInFirstPage,
} from './invitation-pages.ts';
import type { LetIn } from './let-in.ts';
import type { InvitationStore } from './organization-store.ts';

export interface InvitationPageDeps {
  readonly sessionOf: SessionOfRequest;
  readonly invitations: InvitationStore;
  readonly portal: Pick<LoadedPortal, 'url' | 'serviceUrl'>;
  readonly limit: AddressLimit;
  readonly letIn: LetIn;
}

/** `/account/invitation`: where the link of an invitation leads. It needs no JavaScript. */
export async function invitationPage(app: FastifyInstance, deps: InvitationPageDeps): Promise<void> {
  const { sessionOf, invitations, portal, limit, letIn } = deps;
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

  async function open(id: string): Promise<Invitation | null> {
    const found = await invitations.find(id);
    return found !== null && stateOf(found, systemClock.now()) === 'pending' ? found : null;
  }

  app.get<{ Querystring: { id?: string } }>('/account/invitation', async (request, reply) => {
    const invitation = await open(request.query.id ?? '');
    if (invitation === null) return answer(request, reply, 404, closedPage(siteOf(request)));
    const session = await sessionOf(request);
    if (session === null) return answer(request, reply, 200, signInFirstPage(invitation, siteOf(request)));
    const { email } = session.person;
    if (isFor(invitation, session.person)) return answer(request, reply, 200, answerPage(invitation));
    return answer(request, reply, 403, otherPersonPage(invitation, email, siteOf(request)));
  });

  app.post('/account/invitation', { onRequest: [refuseForeignOrigins([])] }, async (request, reply) => {
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    const site = siteOf(request);
    const invitation = await open(form.get('id') ?? '');
    if (invitation === null) return answer(request, reply, 404, closedPage(site));
    const session = await sessionOf(request);
    if (session === null) {
      if (form.get('do') !== 'link') return answer(request, reply, 401, signInFirstPage(invitation, site));
      await letIn(request, invitation.email);
      return answer(request, reply, 200, linkSentPage(invitation));
    }
    if (!isFor(invitation, session.person)) {
      return answer(request, reply, 403, otherPersonPage(invitation, session.person.email, site));
    }
    if (form.get('do') !== 'accept' && form.get('do') !== 'decline') {
      return answer(request, reply, 400, answerPage(invitation));
    }
    const isAccepted = form.get('do') === 'accept';
    try {
      await answerInvitation(invitations, isAccepted ? 'accept' : 'decline', invitation.id, session);
    } catch (error) {
      // Somebody was quicker, in another tab.
      if (!(error instanceof ProblemError) || error.status >= 500) throw error;
      return answer(request, reply, error.status, closedPage(site));
    }
    if (!isAccepted) return answer(request, reply, 200, declinedPage(site));
    return reply.redirect(`${site}/organization`, 303);
  });
}
