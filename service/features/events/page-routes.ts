import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ownAddress } from '../../platform/own-address.ts';
import { refuseForeignOrigins } from '../../platform/own-origin.ts';
import { type Page, pageHeaders, renderPage } from '../../platform/pages/page.ts';
import { escape } from '../../platform/pages/page.ts';
import { leave, signUp } from './attending.ts';
import { maySee, nobody } from './audience.ts';
import type { FullDate } from './calendar-event.ts';
import { askPage, gonePage, listPage, pressPage, sentPage } from './event-pages.ts';
import type { EventRoutesDeps } from './event-routes.ts';
import type { Comer } from './event-store.ts';
import { viewingOf } from './viewing.ts';

/** Whoever stands before the page of a date: by the link of a mail, signed in, or neither. */
interface Visit {
  readonly full: FullDate;
  readonly comer: Comer | null;
  /** What the form sends back. */
  readonly hidden: string;
}

const mostDates = 100;

/** `/account/events` and `/account/event`: signing up and taking it back, where there is no JavaScript and from mails. */
export async function eventPages(app: FastifyInstance, deps: EventRoutesDeps & { readonly sites: readonly string[] }) {
  const { store, clock, portal, passes, sites } = deps;
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_: unknown, body: string) => new URLSearchParams(body),
  );
  const show = (request: FastifyRequest, reply: FastifyReply, page: Page, status = 200) =>
    reply
      .code(status)
      .headers(pageHeaders(ownAddress(portal, request).site))
      .send(renderPage(page));

  /** Null where there is no such date for them. */
  async function visitOf(request: FastifyRequest, fields: URLSearchParams): Promise<Visit | null> {
    const given = fields.get('pass') ?? '';
    const pass = given === '' ? null : passes.read(given);
    const hiddenField = (name: string, value: string) =>
      `<input type="hidden" name="${name}" value="${escape(value)}">`;
    if (given !== '') {
      const full = pass && (await store.findDate(pass.date));
      if (full === null) return null;
      const own = (await store.attendances(pass?.email ?? '', [full.date.id])).size > 0;
      // A pass was given to somebody who saw the event then; the audience may be another one by now.
      return own || maySee(full.event, nobody) ? { full, comer: pass, hidden: hiddenField('pass', given) } : null;
    }
    const { viewer, comer } = await viewingOf(request, deps);
    const full = await store.findDate(fields.get('date') ?? '');
    if (full === null || !maySee(full.event, viewer)) return null;
    return { full, comer, hidden: hiddenField('date', full.date.id) };
  }

  async function showVisit(request: FastifyRequest, reply: FastifyReply, visit: Visit | null) {
    if (visit === null) return show(request, reply, gonePage, 404);
    const { full, comer, hidden } = visit;
    if (comer === null) return show(request, reply, askPage(full, clock.now(), null, ownAddress(portal, request).site));
    const standing = (await store.attendances(comer.email, [full.date.id])).get(full.date.id)?.state ?? 'none';
    return show(request, reply, pressPage(full, clock.now(), comer.email, standing, hidden));
  }

  app.get('/account/events', async (request, reply) => {
    const { viewer } = await viewingOf(request, deps);
    const dates = await store.list({ now: clock.now(), isPast: false, most: mostDates });
    const seen = dates.filter(({ event }) => maySee(event, viewer));
    return show(request, reply, listPage(seen, ownAddress(portal, request).site));
  });

  app.get<{ Querystring: Record<string, string> }>('/account/event', async (request, reply) =>
    showVisit(request, reply, await visitOf(request, new URLSearchParams(request.query))),
  );

  app.post('/account/event', { onRequest: [refuseForeignOrigins(sites)] }, async (request, reply) => {
    const fields = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    const visit = await visitOf(request, fields);
    if (visit === null) return show(request, reply, gonePage, 404);
    const { full, comer } = visit;
    const address = ownAddress(portal, request);
    if (comer !== null) {
      const isLeaving = fields.get('do') === 'leave';
      await (isLeaving ? leave(full.date.id, comer.email, address, deps) : signUp(full.date.id, comer, address, deps));
      return showVisit(request, reply, await visitOf(request, fields));
    }
    await deps.limitMails(request);
    const [name = '', email = ''] = ['name', 'email'].map((field) => (fields.get(field) ?? '').trim());
    if (name === '' || name.length > 80 || !/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 254)
      return show(
        request,
        reply,
        askPage(full, clock.now(), 'Give your name and your mail address.', address.site),
        400,
      );
    const asked = { name, email: email.toLowerCase() };
    await deps.countToAddress(asked.email);
    await deps.mail.send(deps.lettersAt(address).confirm(full, asked));
    return show(request, reply, sentPage(email));
  });
}
