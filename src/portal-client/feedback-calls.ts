import createClient from 'openapi-fetch';
import type { components, paths } from './generated';
import type { Outcome } from './problem';
import { settle } from './settle';

type Schemas = components['schemas'];
export type NewFeedback = Schemas['NewFeedback'];
export type Feedback = Schemas['Feedback'];
export type FeedbackChallenge = Schemas['FeedbackChallenge'];
export type OwnExchange = Schemas['OwnExchange'];

/** Saying what is wrong. Nothing is thrown: each call gives its value or a problem. */
export interface FeedbackCalls {
  /** With the key of an exchange that goes along. The session's cookie says who sends it, unless that is left out. */
  createFeedback(feedback: NewFeedback, key?: string): Promise<Outcome<Feedback>>;
  getChallenge(): Promise<Outcome<FeedbackChallenge>>;
  /** One of the key's organization, by its id or the `Request-Id` of its answer. */
  getExchange(exchange: string, key: string): Promise<Outcome<OwnExchange>>;
}

const answerWithinMilliseconds = 20_000;

/** A client of the service that stands at `serviceUrl` (an origin; '' is the site's own). */
export function createFeedbackCalls(serviceUrl: string, fetch: typeof globalThis.fetch): FeedbackCalls {
  const api = createClient<paths>({ baseUrl: `${serviceUrl || globalThis.location.origin}/api/v1`, fetch });
  const signal = () => AbortSignal.timeout(answerWithinMilliseconds);
  const bearer = (key: string) => ({ Authorization: `Bearer ${key}` });
  return {
    createFeedback: (body, key) =>
      settle(
        api.POST('/feedback', { body, headers: key ? bearer(key) : {}, credentials: 'include', signal: signal() }),
      ),
    getChallenge: () => settle(api.GET('/feedback/challenge', { credentials: 'omit', signal: signal() })),
    getExchange: (exchange, key) =>
      settle(
        api.GET('/exchanges/{exchange}', {
          params: { path: { exchange } },
          headers: bearer(key),
          credentials: 'omit',
          signal: signal(),
        }),
      ),
  };
}
