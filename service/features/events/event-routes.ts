import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AddressLimit } from '../../platform/address-limit.ts';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import { ownAddress } from '../../platform/own-address.ts';
import { ProblemError } from '../../platform/problem.ts';
import { signedIn } from '../accounts/index.ts';
import { type AttendingDeps, leave, signUp } from './attending.ts';
import { maySee, nobody } from './audience.ts';
import { calendarEntry } from './calendar-entry.ts';
import { isCancelled } from './calendar-event.ts';
import { calendarFile } from './calendar-file.ts';
import type { Comer } from './event-store.ts';
import type { Passes } from './pass.ts';
import { comerOf, noDate, viewingOf, type ViewingDeps } from './viewing.ts';

export interface EventRoutesDeps extends AttendingDeps, ViewingDeps {
  readonly routes: ContractRoutes;
  readonly portal: { readonly url: string; readonly serviceUrl: string; readonly brand: { readonly name: string } };
  readonly passes: Passes;
  /** Refuses what another site's page sends. */
  readonly own: (request: FastifyRequest) => Promise<void>;
  readonly limitMails: AddressLimit;
  /** Counts a mail to an address. */
  readonly countToAddress: (email: string) => Promise<void>;
}

interface OfDate {
  Params: { date: string };
}

/** A list and a feed hold so many dates at most. */
const mostDates = 300;
const feedPastDays = 60;

/** What readers see of events, and how they say that they come. */
export function eventRoutes(app: FastifyInstance, deps: EventRoutesDeps): void {
  const { routes, store, clock, portal, passes, own, sessionOf } = deps;
  const addressOf = (request: FastifyRequest) => ownAddress(portal, request);

  routes.add(app, 'listEvents', async (request: FastifyRequest<{ Querystring: { when?: string } }>, reply) => {
    const isPast = request.query.when === 'past';
    const dates = await store.list({ now: clock.now(), isPast, most: mostDates });
    void reply.header('cache-control', 'no-store');
    return { data: await (await viewingOf(request, deps)).show(dates) };
  });

  routes.add(
    app,
    'signUpForEvent',
    async (request: FastifyRequest<OfDate>, reply) => {
      const comer = comerOf(await signedIn(sessionOf, request));
      const viewing = await viewingOf(request, deps);
      const { date } = await viewing.find(request.params.date);
      const outcome = await signUp(date.id, comer, addressOf(request), deps);
      if (outcome.kind !== 'signed-up') throw closed();
      void reply.header('cache-control', 'no-store');
      return (await viewing.show([outcome.full]))[0];
    },
    [own],
  );

  routes.add(
    app,
    'leaveEvent',
    async (request: FastifyRequest<OfDate>, reply) => {
      const { email } = comerOf(await signedIn(sessionOf, request));
      const viewing = await viewingOf(request, deps);
      const { date } = await viewing.find(request.params.date);
      await leave(date.id, email, addressOf(request), deps);
      void reply.header('cache-control', 'no-store');
      return (await viewing.show([await viewing.find(date.id)]))[0];
    },
    [own],
  );

  routes.add(
    app,
    'askToSignUpForEvent',
    async (request: FastifyRequest<OfDate & { Body: Comer }>, reply) => {
      const comer = { name: request.body.name.trim(), email: request.body.email.trim().toLowerCase() };
      const full = await (await viewingOf(request, deps)).find(request.params.date);
      if (isCancelled(full) || full.date.startsAt <= clock.now()) throw closed();
      await deps.countToAddress(comer.email);
      await deps.mail.send(deps.lettersAt(addressOf(request)).confirm(full, comer));
      return reply.code(202).send({ sent_to: request.body.email });
    },
    [own, deps.limitMails],
  );

  routes.add(
    app,
    'getEventCalendar',
    async (request: FastifyRequest<OfDate & { Querystring: { pass?: string } }>, reply) => {
      const found = await store.findDate(request.params.date);
      const { viewer, comer } = await viewingOf(request, deps);
      const pass = passes.read(request.query.pass ?? '');
      const email = pass?.date === request.params.date ? pass.email : comer?.email;
      const own =
        email === undefined
          ? null
          : ((await store.attendances(email, [request.params.date])).get(request.params.date) ?? null);
      if (found === null || !(own !== null || maySee(found.event, viewer))) throw noDate(request.params.date);
      const { site } = addressOf(request);
      const entries = [calendarEntry(found, { site, isGoing: own?.state === 'going' })];
      void reply.header('cache-control', 'no-store').header('content-disposition', 'attachment; filename="event.ics"');
      return asCalendar(reply, calendarFile({ name: found.event.title, entries }));
    },
  );

  routes.add(app, 'getEventsCalendar', async (request, reply) => {
    const now = clock.now();
    const past = (await store.list({ now, isPast: true, most: mostDates })).filter(
      ({ date }) => now.getTime() - date.endsAt.getTime() < feedPastDays * 86_400_000,
    );
    const dates = [...past.toReversed(), ...(await store.list({ now, isPast: false, most: mostDates }))];
    const { site } = addressOf(request);
    const entries = dates
      .filter(({ event }) => maySee(event, nobody))
      .map((full) => calendarEntry(full, { site, isGoing: false }));
    void reply.header('cache-control', 'public, max-age=300');
    return asCalendar(reply, calendarFile({ name: `${portal.brand.name} events`, entries, refreshHours: 1 }));
  });
}

const asCalendar = (reply: FastifyReply, text: string) => reply.type('text/calendar; charset=utf-8').send(text);

const closed = () =>
  new ProblemError('resource-conflict', { detail: 'Nobody signs up any more: it has begun, or it was cancelled.' });
