import createClient from 'openapi-fetch';
import type { components, paths } from './generated';
import type { Outcome } from './problem';
import { settle } from './settle';

type Schemas = components['schemas'];
export type EventDate = Schemas['EventDate'];
export type TeamEvent = Schemas['TeamEvent'];
export type NewEvent = Schemas['NewEvent'];
export type EventAttendee = Schemas['EventAttendee'];

/** Events as readers come to them, with the session's cookie where there is one. Nothing is thrown: each call gives its value or a problem. */
export interface EventsCalls {
  list(when: 'upcoming' | 'past'): Promise<Outcome<readonly EventDate[]>>;
  signUp(date: string): Promise<Outcome<EventDate>>;
  leave(date: string): Promise<Outcome<EventDate>>;
  /** For who has no account: a mail with a link. */
  askToSignUp(date: string, comer: { name: string; email: string }): Promise<Outcome<unknown>>;
}

/** Events as staff hold them. */
export interface TeamEventsCalls {
  list(): Promise<Outcome<readonly TeamEvent[]>>;
  create(words: NewEvent): Promise<Outcome<TeamEvent>>;
  change(event: string, words: NewEvent): Promise<Outcome<TeamEvent>>;
  cancel(event: string): Promise<Outcome<TeamEvent>>;
  cancelDate(event: string, date: string): Promise<Outcome<TeamEvent>>;
  attendees(event: string, date: string): Promise<Outcome<readonly EventAttendee[]>>;
  /** What an event may be for: cohorts that are under way. */
  cohorts(): Promise<Outcome<readonly { readonly id: string; readonly name: string }[]>>;
}

const answerWithinMilliseconds = 15_000;

export function createEventsCalls(serviceUrl: string, fetch: typeof globalThis.fetch): EventsCalls {
  const { api, within } = clientAt(serviceUrl, fetch);
  const at = (date: string) => ({ params: { path: { date } }, ...within() });
  return {
    list: (when) => data(settle(api.GET('/events', { params: { query: { when } }, ...within() }))),
    signUp: (date) => settle(api.PUT('/events/{date}/sign-up', at(date))),
    leave: (date) => settle(api.DELETE('/events/{date}/sign-up', at(date))),
    askToSignUp: (date, body) => settle(api.POST('/events/{date}/sign-up-requests', { body, ...at(date) })),
  };
}

export function createTeamEventsCalls(serviceUrl: string, fetch: typeof globalThis.fetch): TeamEventsCalls {
  const { api, within } = clientAt(serviceUrl, fetch);
  const at = (event: string) => ({ params: { path: { event } }, ...within() });
  const of = (event: string, date: string) => ({ params: { path: { event, date } }, ...within() });
  return {
    list: () => data(settle(api.GET('/team/events', within()))),
    create: (body) => settle(api.POST('/team/events', { body, ...within() })),
    change: (event, body) => settle(api.PUT('/team/events/{event}', { body, ...at(event) })),
    cancel: (event) => settle(api.POST('/team/events/{event}/cancel', at(event))),
    cancelDate: (event, date) => settle(api.POST('/team/events/{event}/dates/{date}/cancel', of(event, date))),
    attendees: (event, date) => data(settle(api.GET('/team/events/{event}/dates/{date}/attendees', of(event, date)))),
    cohorts: async () => {
      const found = await settle(api.GET('/team/cohorts', within()));
      if (found.kind === 'problem') return found;
      return { kind: 'ok', value: found.value.data.filter(({ archived_at: at }) => at === null) };
    },
  };
}

function clientAt(serviceUrl: string, fetch: typeof globalThis.fetch) {
  const api = createClient<paths>({
    baseUrl: `${serviceUrl || globalThis.location.origin}/api/v1`,
    fetch,
    credentials: 'include',
  });
  return { api, within: () => ({ signal: AbortSignal.timeout(answerWithinMilliseconds) }) };
}

async function data<Item>(
  call: Promise<Outcome<{ readonly data: readonly Item[] }>>,
): Promise<Outcome<readonly Item[]>> {
  const outcome = await call;
  return outcome.kind === 'ok' ? { kind: 'ok', value: outcome.value.data } : outcome;
}
