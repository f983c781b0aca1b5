import createClient from 'openapi-fetch';
import type { components, paths } from './generated';
import type { Outcome } from './problem';
import { settle } from './settle';

export type FeedbackItem = components['schemas']['FeedbackItem'];
export type FeedbackItemState = components['schemas']['FeedbackState'];
type Listing = paths['/team/feedback']['get'];
export type FeedbackQuery = Omit<NonNullable<Listing['parameters']['query']>, 'limit'>;
export type FeedbackList = Listing['responses'][200]['content']['application/json'];

/** What the staff's page asks of the service about feedback, with the cookie of the session. Each call gives its value or a problem. */
export interface TeamFeedbackCalls {
  readonly list: (query: FeedbackQuery, signal: AbortSignal) => Promise<Outcome<FeedbackList>>;
  readonly change: (
    item: Pick<FeedbackItem, 'id' | 'version'>,
    change: { readonly state?: FeedbackItemState; readonly held?: false },
  ) => Promise<Outcome<FeedbackItem>>;
}

const answerWithinMilliseconds = 15_000;

/** A client of the service at `serviceUrl` (an origin; '' is the site's own). */
export function createTeamFeedbackCalls(serviceUrl: string, fetch: typeof globalThis.fetch): TeamFeedbackCalls {
  const baseUrl = `${serviceUrl || globalThis.location.origin}/api/v1`;
  const api = createClient<paths>({ baseUrl, fetch, credentials: 'include' });
  const patience = () => AbortSignal.timeout(answerWithinMilliseconds);
  return {
    list: (query, signal) =>
      settle(
        api.GET('/team/feedback', {
          params: { query: { ...query, limit: 50 } },
          signal: AbortSignal.any([signal, patience()]),
        }),
      ),
    change: ({ id, version }, change) =>
      settle(
        api.PATCH('/team/feedback/{item}', {
          params: { path: { item: id } },
          body: { version, ...change },
          signal: patience(),
        }),
      ),
  };
}
