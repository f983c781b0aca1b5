import createClient from 'openapi-fetch';
import type { components, paths } from './generated';
import type { Outcome } from './problem';
import { settle } from './settle';

export type GuestKey = components['schemas']['GuestKey'];
export type JourneyProgress = components['schemas']['JourneyProgress'];
export type SandboxClient = components['schemas']['SandboxClient'];
export type NewSandboxClient = components['schemas']['NewSandboxClient'];

/** The service's own API, as the site's widgets use it. Nothing is thrown: each call gives its value or a problem. */
export interface PortalClient {
  createGuestKey(): Promise<Outcome<GuestKey>>;
  /** For somebody who is signed in, the same for the organization that they act for. */
  createSessionKey(): Promise<Outcome<GuestKey>>;
  createSandboxClient(wanted: NewSandboxClient, key: string): Promise<Outcome<SandboxClient>>;
  readJourneyProgress(journey: string, key: string, signal: AbortSignal): Promise<Outcome<JourneyProgress>>;
  /** The body of the `text/event-stream`; it ends when the signal is aborted. */
  openJourneyEvents(journey: string, key: string, signal: AbortSignal): Promise<Outcome<ReadableStream<Uint8Array>>>;
}

const answerWithinMilliseconds = 15_000;

/**
 * A client of the service that stands at `serviceUrl` (an origin; '' is the site's own). Only the requests for a key
 * carry cookies: the guest's keeps the sandbox's state over a reload, the session's says whose key it is.
 */
export function createPortalClient(serviceUrl: string, fetch: typeof globalThis.fetch): PortalClient {
  const api = createClient<paths>({ baseUrl: `${serviceUrl || globalThis.location.origin}/api/v1`, fetch });
  const bearer = (key: string): Record<string, string> => ({ Authorization: `Bearer ${key}` });
  const patience = (): AbortSignal => AbortSignal.timeout(answerWithinMilliseconds);
  return {
    createGuestKey: () => settle(api.POST('/guest-keys', { credentials: 'include', signal: patience() })),
    createSessionKey: () => settle(api.POST('/session-keys', { credentials: 'include', signal: patience() })),
    createSandboxClient: (wanted, key) =>
      settle(
        api.POST('/sandbox-clients', {
          body: wanted,
          headers: bearer(key),
          credentials: 'omit',
          signal: patience(),
        }),
      ),
    readJourneyProgress: (journey, key, signal) =>
      settle(
        api.GET('/journeys/{journey}/progress', {
          params: { path: { journey } },
          headers: bearer(key),
          credentials: 'omit',
          signal: AbortSignal.any([signal, patience()]),
        }),
      ),
    openJourneyEvents: (journey, key, signal) =>
      settle(
        api.GET('/journeys/{journey}/progress/events', {
          params: { path: { journey } },
          headers: { ...bearer(key), Accept: 'text/event-stream' },
          credentials: 'omit',
          parseAs: 'stream',
          signal,
        }),
      ),
  };
}
