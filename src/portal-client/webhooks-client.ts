import createClient from 'openapi-fetch';
import type { components, paths } from './generated';
import type { Outcome } from './problem';
import { settle } from './settle';

type Schemas = components['schemas'];
export type WebhookOverview = Schemas['WebhookOverview'];
export type WebhookAddress = Schemas['WebhookAddress'];
export type WebhookDelivery = Schemas['WebhookDelivery'];
export type WebhookDeliveryDetail = Schemas['WebhookDeliveryDetail'];
export type WebhookAttempt = Schemas['WebhookAttempt'];
export type WebhookDeliveryList = Schemas['WebhookDeliveryList'];
export type NewTestWebhook = Schemas['NewTestWebhook'];
export type NewWebhookReplay = Schemas['NewWebhookReplay'];

/** The webhooks of a key's sandboxes. Nothing is thrown: each call gives its value or a problem. */
export interface WebhooksClient {
  overview(key: string): Promise<Outcome<WebhookOverview>>;
  list(query: { readonly limit: number; readonly before?: string }, key: string): Promise<Outcome<WebhookDeliveryList>>;
  find(delivery: string, key: string): Promise<Outcome<WebhookDeliveryDetail>>;
  sendTest(wanted: NewTestWebhook, key: string): Promise<Outcome<readonly WebhookDelivery[]>>;
  replay(delivery: string, key: string): Promise<Outcome<WebhookDelivery>>;
  replaySince(wanted: NewWebhookReplay, key: string): Promise<Outcome<readonly WebhookDelivery[]>>;
  setAddress(url: string, key: string): Promise<Outcome<WebhookAddress>>;
  removeAddress(key: string): Promise<Outcome<null>>;
}

const answerWithinMilliseconds = 15_000;

/** A client of the service that stands at `serviceUrl` (an origin; '' is the site's own). To be called in the browser only. */
export function createWebhooksClient(serviceUrl: string, fetch: typeof globalThis.fetch): WebhooksClient {
  const api = createClient<paths>({ baseUrl: `${serviceUrl || globalThis.location.origin}/api/v1`, fetch });
  const as = (key: string) => ({
    headers: { Authorization: `Bearer ${key}` },
    credentials: 'omit' as const,
    signal: AbortSignal.timeout(answerWithinMilliseconds),
  });
  return {
    overview: (key) => settle(api.GET('/webhooks', as(key))),
    list: (query, key) => settle(api.GET('/webhooks/deliveries', { params: { query }, ...as(key) })),
    find: (delivery, key) =>
      settle(api.GET('/webhooks/deliveries/{delivery}', { params: { path: { delivery } }, ...as(key) })),
    sendTest: async (wanted, key) =>
      dataOf(await settle(api.POST('/webhooks/test-events', { body: wanted, ...as(key) }))),
    replay: (delivery, key) =>
      settle(api.POST('/webhooks/deliveries/{delivery}/replay', { params: { path: { delivery } }, ...as(key) })),
    replaySince: async (wanted, key) =>
      dataOf(await settle(api.POST('/webhooks/replays', { body: wanted, ...as(key) }))),
    setAddress: (url, key) => settle(api.PUT('/webhooks/address', { body: { url }, ...as(key) })),
    async removeAddress(key) {
      const outcome = await settle(api.DELETE('/webhooks/address', as(key)).then(withBody));
      return outcome.kind === 'ok' ? { kind: 'ok', value: null } : outcome;
    },
  };
}

function dataOf<Value>(outcome: Outcome<{ readonly data: Value }>): Outcome<Value> {
  return outcome.kind === 'ok' ? { kind: 'ok', value: outcome.value.data } : outcome;
}

/** 204 has no body, and that is right. */
function withBody({ error, response }: { error?: unknown; response: Response }) {
  return { data: {}, error, response };
}
