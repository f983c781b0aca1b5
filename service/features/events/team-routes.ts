import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import { ownAddress } from '../../platform/own-address.ts';
import { ProblemError } from '../../platform/problem.ts';
import { type SessionOfRequest, signedIn } from '../accounts/index.ts';
import type { AttendingDeps } from './attending.ts';
import type { CalendarEvent, EventWords } from './calendar-event.ts';
import { checkWords, type WrongWord } from './check-words.ts';
import { attendeeJson, teamEventJson, type WordsJson, wordsOf } from './event-json.ts';
import { planDates } from './plan-dates.ts';
import { cancelEvent, changeEvent } from './staging.ts';

export interface TeamRoutesDeps extends AttendingDeps {
  readonly routes: ContractRoutes;
  readonly portal: { readonly url: string; readonly serviceUrl: string };
  readonly sessionOf: SessionOfRequest;
  readonly hasCohort: (cohort: string) => Promise<boolean>;
  readonly own: (request: FastifyRequest) => Promise<void>;
}

interface OfEvent {
  Params: { event: string };
}
interface OfDate {
  Params: { event: string; date: string };
}

/** The latest made. */
const mostEvents = 200;

/** How staff hold events. */
export function teamRoutes(app: FastifyInstance, deps: TeamRoutesDeps): void {
  const { routes, store, clock, portal, sessionOf, own } = deps;
  const show = async (event: CalendarEvent) => teamEventJson(event, await store.datesOf([event.id]));
  const addressOf = (request: FastifyRequest) => ownAddress(portal, request);

  async function read(body: WordsJson, isNew: boolean): Promise<EventWords> {
    const words = wordsOf(body);
    const wrong = [...checkWords(words, clock.now(), isNew)];
    const { audience } = words;
    if (audience.kind === 'cohort' && !(await deps.hasCohort(audience.cohort)))
      wrong.push({ at: '/cohort', message: 'is no cohort. Choose one' });
    if (wrong.length > 0) throw notAsDescribed(wrong);
    return words;
  }
  async function known(event: string): Promise<CalendarEvent> {
    const found = await store.find(event);
    if (found === null) throw noEvent(event);
    return found;
  }

  routes.add(app, 'listTeamEvents', async (_, reply) => {
    const events = await store.events(mostEvents);
    const dates = Map.groupBy(await store.datesOf(events.map(({ id }) => id)), ({ event }) => event.id);
    void reply.header('cache-control', 'no-store');
    return { data: events.map((event) => teamEventJson(event, dates.get(event.id) ?? [])) };
  });

  routes.add(
    app,
    'createEvent',
    async (request: FastifyRequest<{ Body: WordsJson }>, reply) => {
      const { person } = await signedIn(sessionOf, request);
      const words = await read(request.body, true);
      const event = await store.add(words, planDates(words), person.id, clock.now());
      return reply.code(201).send(await show(event));
    },
    [own],
  );

  routes.add(
    app,
    'changeEvent',
    async (request: FastifyRequest<OfEvent & { Body: WordsJson }>) => {
      const { event } = request.params;
      await known(event);
      const changed = await changeEvent(event, await read(request.body, false), addressOf(request), deps);
      if (changed === null) throw isCancelledAlready();
      return show(changed);
    },
    [own],
  );

  routes.add(
    app,
    'cancelEvent',
    async (request: FastifyRequest<OfEvent>) => {
      const { event } = request.params;
      await known(event);
      if (!(await cancelEvent({ event }, addressOf(request), deps))) throw isCancelledAlready();
      return show(await known(event));
    },
    [own],
  );

  routes.add(
    app,
    'cancelEventDate',
    async (request: FastifyRequest<OfDate>) => {
      const { event, date } = request.params;
      await ofEvent(event, date);
      if (!(await cancelEvent({ date }, addressOf(request), deps))) throw isCancelledAlready();
      return show(await known(event));
    },
    [own],
  );

  routes.add(app, 'listEventAttendees', async (request: FastifyRequest<OfDate>, reply) => {
    const { event, date } = request.params;
    await ofEvent(event, date);
    void reply.header('cache-control', 'no-store');
    return { data: (await store.attendees(date)).map(attendeeJson) };
  });

  async function ofEvent(event: string, date: string): Promise<void> {
    const found = await store.findDate(date);
    if (found?.event.id !== event) throw noEvent(`${event}/${date}`);
  }
}

function notAsDescribed(wrong: readonly WrongWord[]): ProblemError {
  const detail = wrong.map(({ at, message }) => `body ${at} ${message}.`).join(' ');
  return new ProblemError('request-invalid', { detail, errors: wrong.map((each) => ({ in: 'body', ...each })) });
}

const noEvent = (id: string) => new ProblemError('resource-not-found', { detail: `There is no event "${id}".` });

const isCancelledAlready = () =>
  new ProblemError('resource-conflict', {
    detail: 'It was cancelled, or it is over. What is so stays so: make a new one.',
  });
