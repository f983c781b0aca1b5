import createClient from 'openapi-fetch';
import type { JourneyProgress } from './create-portal-client';
import type { components, paths } from './generated';
import type { Outcome } from './problem';
import { settle } from './settle';

export type JourneyStepProgress = components['schemas']['JourneyStep'];
export type JourneyEvidence = components['schemas']['JourneyEvidence'];
export type SeenExchange = components['schemas']['Exchange'];
export type Launchpad = components['schemas']['Launchpad'];
export type FormAnswers = Readonly<Record<string, string | boolean>>;

/** Journeys of the organization that the session acts for, with its cookie. Nothing is thrown: each call gives its value or a problem. */
export interface JourneyCalls {
  read(journey: string, signal: AbortSignal): Promise<Outcome<JourneyProgress>>;
  /** The body of the `text/event-stream`; it ends when the signal is aborted. */
  open(journey: string, signal: AbortSignal): Promise<Outcome<ReadableStream<Uint8Array>>>;
  fillForm(journey: string, step: string, answers: FormAnswers): Promise<Outcome<JourneyProgress>>;
  agree(journey: string, step: string, version: string): Promise<Outcome<JourneyProgress>>;
  launchpad(): Promise<Outcome<Launchpad>>;
}

const answerWithinMilliseconds = 15_000;

/** A client of the service at `serviceUrl` (an origin; '' is the site's own). */
export function createJourneyCalls(serviceUrl: string, fetch: typeof globalThis.fetch): JourneyCalls {
  const api = createClient<paths>({
    baseUrl: `${serviceUrl || globalThis.location.origin}/api/v1`,
    fetch,
    credentials: 'include',
  });
  const patience = () => AbortSignal.timeout(answerWithinMilliseconds);
  const of = (journey: string) => ({ params: { path: { journey } } });
  const at = (journey: string, step: string) => ({ params: { path: { journey, step } }, signal: patience() });
  return {
    read: (journey, signal) =>
      settle(
        api.GET('/journeys/{journey}/progress', { ...of(journey), signal: AbortSignal.any([signal, patience()]) }),
      ),
    open: (journey, signal) =>
      settle(
        api.GET('/journeys/{journey}/progress/events', {
          ...of(journey),
          headers: { Accept: 'text/event-stream' },
          parseAs: 'stream',
          signal,
        }),
      ),
    fillForm: (journey, step, answers) =>
      settle(api.PUT('/journeys/{journey}/steps/{step}/form', { body: { answers }, ...at(journey, step) })),
    launchpad: () => settle(api.GET('/launchpad', { signal: patience() })),
    agree: (journey, step, version) =>
      settle(api.PUT('/journeys/{journey}/steps/{step}/agreement', { body: { version }, ...at(journey, step) })),
  };
}
