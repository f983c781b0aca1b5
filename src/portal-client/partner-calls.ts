import createClient from 'openapi-fetch';
import type { components, paths } from './generated';
import type { JourneyProgress } from './create-portal-client';
import type { TeamExchange } from './create-team-client';
import type { Outcome } from './problem';
import { settle, settleEmpty } from './settle';

type Schemas = components['schemas'];
export type PartnerBoard = Schemas['PartnerBoard'];
export type PartnerRow = PartnerBoard['data'][number];
export type PartnerStanding = Schemas['PartnerStanding'];
export type PartnerCall = Schemas['PartnerCall'];
export type PartnerPace = Schemas['PartnerPace'];
export type PaceDistribution = Schemas['Distribution'];
export type Partner = Schemas['Partner'];
export type PartnerNote = Schemas['PartnerNote'];
export type PartnerEvent = Schemas['PartnerEvent'];
export type BoardQuery = paths['/team/partners']['get']['parameters']['query'];
export type ReviewDecision = 'approved' | 'returned';

/** What the staff's pages ask of the service about partners, with the cookie of the session. Each call gives its value or a problem. */
export interface PartnerCalls {
  readonly board: (query: BoardQuery, signal: AbortSignal) => Promise<Outcome<PartnerBoard>>;
  readonly pace: (cohort: string | undefined, signal: AbortSignal) => Promise<Outcome<PartnerPace>>;
  readonly cohorts: (
    signal: AbortSignal,
  ) => Promise<Outcome<readonly { readonly id: string; readonly name: string }[]>>;
  readonly partner: (organization: string, signal: AbortSignal) => Promise<Outcome<Partner>>;
  readonly progress: (organization: string, journey: string, signal: AbortSignal) => Promise<Outcome<JourneyProgress>>;
  readonly review: (
    place: { readonly organization: string; readonly journey: string; readonly step: string },
    decision: ReviewDecision,
    note: string,
  ) => Promise<Outcome<JourneyProgress>>;
  readonly exchange: (exchange: string, signal: AbortSignal) => Promise<Outcome<TeamExchange>>;
  readonly addNote: (organization: string, text: string) => Promise<Outcome<PartnerNote>>;
  readonly editNote: (
    organization: string,
    note: Pick<PartnerNote, 'id' | 'version'>,
    text: string,
  ) => Promise<Outcome<PartnerNote>>;
  readonly deleteNote: (organization: string, note: Pick<PartnerNote, 'id' | 'version'>) => Promise<Outcome<true>>;
}

const answerWithinMilliseconds = 15_000;

/** A client of the service at `serviceUrl` (an origin; '' is the site's own). */
export function createPartnerCalls(serviceUrl: string, fetch: typeof globalThis.fetch): PartnerCalls {
  const api = createClient<paths>({
    baseUrl: `${serviceUrl || globalThis.location.origin}/api/v1`,
    fetch,
    credentials: 'include',
  });
  const within = (signal?: AbortSignal) => ({
    signal: AbortSignal.any([...(signal ? [signal] : []), AbortSignal.timeout(answerWithinMilliseconds)]),
  });
  return {
    board: (query, signal) => settle(api.GET('/team/partners', { params: { query }, ...within(signal) })),
    pace: (cohort, signal) => settle(api.GET('/team/pace', { params: { query: { cohort } }, ...within(signal) })),
    async cohorts(signal) {
      const outcome = await settle(api.GET('/team/cohorts', within(signal)));
      return outcome.kind === 'ok' ? { kind: 'ok', value: outcome.value.data } : outcome;
    },
    partner: (organization, signal) =>
      settle(api.GET('/team/partners/{organization}', { params: { path: { organization } }, ...within(signal) })),
    progress: (organization, journey, signal) =>
      settle(
        api.GET('/team/organizations/{organization}/journeys/{journey}/progress', {
          params: { path: { organization, journey } },
          ...within(signal),
        }),
      ),
    review: (place, decision, note) =>
      settle(
        api.PUT('/team/organizations/{organization}/journeys/{journey}/steps/{step}/review', {
          params: { path: place },
          body: { decision, ...(note === '' ? {} : { note }) },
          ...within(),
        }),
      ),
    exchange: (exchange, signal) =>
      settle(api.GET('/team/exchanges/{exchange}', { params: { path: { exchange } }, ...within(signal) })),
    addNote: (organization, text) =>
      settle(
        api.POST('/team/partners/{organization}/notes', {
          params: { path: { organization } },
          body: { text },
          ...within(),
        }),
      ),
    editNote: (organization, { id, version }, text) =>
      settle(
        api.PUT('/team/partners/{organization}/notes/{note}', {
          params: { path: { organization, note: id } },
          body: { text, version },
          ...within(),
        }),
      ),
    deleteNote: (organization, { id, version }) =>
      settleEmpty(
        api.DELETE('/team/partners/{organization}/notes/{note}', {
          params: { path: { organization, note: id }, query: { version } },
          ...within(),
        }),
      ),
  };
}
