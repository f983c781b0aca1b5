import createClient from 'openapi-fetch';
import type { components, paths } from './generated';
import type { Outcome } from './problem';
import { settle } from './settle';

export type KeyEntry = components['schemas']['KeyEntry'];
export type KeyList = components['schemas']['KeyList'];
export type NewKey = components['schemas']['NewKey'];
export type ShownKey = components['schemas']['ShownKey'];

/** What people do with their organization's keys. Nothing is thrown: each call gives its value or a problem. */
export interface KeysClient {
  list(): Promise<Outcome<KeyList>>;
  create(wanted: NewKey): Promise<Outcome<ShownKey>>;
  roll(key: string, overlapSeconds: number): Promise<Outcome<ShownKey>>;
  revoke(key: string): Promise<Outcome<KeyEntry>>;
}

const answerWithinMilliseconds = 15_000;

/** A client of the service at `serviceUrl` (an origin; '' is the site's own), with the cookie of the session. */
export function createKeysClient(serviceUrl: string, fetch: typeof globalThis.fetch): KeysClient {
  const api = createClient<paths>({
    baseUrl: `${serviceUrl || globalThis.location.origin}/api/v1`,
    fetch,
    credentials: 'include',
  });
  const signal = () => AbortSignal.timeout(answerWithinMilliseconds);
  return {
    list: () => settle(api.GET('/keys', { signal: signal() })),
    create: (body) => settle(api.POST('/keys', { body, signal: signal() })),
    roll: (key, overlap_seconds) =>
      settle(api.POST('/keys/{key}/roll', { params: { path: { key } }, body: { overlap_seconds }, signal: signal() })),
    revoke: (key) => settle(api.POST('/keys/{key}/revoke', { params: { path: { key } }, signal: signal() })),
  };
}
