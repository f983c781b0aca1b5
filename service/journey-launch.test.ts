import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp } from './app.fixture.ts';
import { clientOf, type IssuedClient, programToken } from './oauth.fixture.ts';

/** A partner goes through all that traffic proves of "Issuer launch", with real requests and a receiver of webhooks. */
let running: RunningApp;
let origin: string;
let key: string;
let receiver: Server;
let receiverUrl: string;

beforeAll(async () => {
  const retrySeconds = [1];
  running = await startApp({ portal: { webhooks: { allowPrivateAddresses: true, ports: [443], retrySeconds } } });
  await running.app.listen({ port: 0, host: '127.0.0.1' });
  origin = `http://127.0.0.1:${(running.app.server.address() as AddressInfo).port}`;
  receiver = createServer((request, response) => request.resume().once('end', () => response.writeHead(204).end()));
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  receiverUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hooks`;
  const answer = await fetch(`${origin}/api/v1/guest-keys`, { method: 'POST' });
  ({ key } = (await answer.json()) as { key: string });
});
afterAll(async () => {
  receiver.close();
  await running.close();
});

interface Sent {
  readonly method?: string;
  readonly body?: unknown;
  readonly token?: string;
  readonly idempotency?: string;
}

async function send(path: string, { method = 'GET', body, token = key, idempotency }: Sent = {}) {
  const answer = await fetch(`${origin}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(idempotency !== undefined && { 'idempotency-key': idempotency }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, json: (text === '' ? null : JSON.parse(text)) as Json };
}
type Json = Record<string, never> & { next_cursor: string | null; id: string };
const cardea = (path: string, sent?: Sent) => send(`/gateway/cardea/v2${path}`, sent);
const trouble = (scenario: string, settings: object) =>
  send(`/api/v1/sandbox-trouble/${scenario}`, { method: 'PUT', body: { settings } });
const calm = (scenario: string) => send(`/api/v1/sandbox-trouble/${scenario}`, { method: 'DELETE' });
const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

const offer = {
  credential_type_id: 'typ_01k8p3a1b2c3d4e5f6g7h8j9k0',
  holder: { name: 'Ada Lindqvist', email: 'ada.lindqvist@students.halden.example' },
  claims: {
    kind: 'diploma',
    degree: 'Master of Science',
    field_of_study: 'Ocean Navigation',
    awarded_on: '2026-06-12',
  },
};
const makeOffer = (idempotency: string = randomUUID(), token = key) =>
  cardea('/credential-offers', { method: 'POST', body: offer, idempotency, token });

/** The progress as the page hears it, and how long each step took to tick since `from`. */
async function follow() {
  const abort = new AbortController();
  const answer = await fetch(`${origin}/api/v1/journeys/issuer-launch/progress/events`, {
    headers: { authorization: `Bearer ${key}` },
    signal: abort.signal,
  });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const isProven = (step: string) =>
    text
      .split('\n\n')
      .some(
        (event) =>
          event.includes('"id":"') && new RegExp(`"id":"${step}","title":"[^"]*","state":"proven"`).test(event),
      );
  return {
    async ticked(step: string): Promise<void> {
      while (!isProven(step)) {
        const read = await reader?.read();
        if (read === undefined || read.done) throw new Error(`The stream ended before ${step} was proven.`);
        text += read.value;
      }
    },
    isProven,
    end: () => abort.abort(),
  };
}

async function untilWell(ask: () => ReturnType<typeof send>): Promise<void> {
  for (;;) {
    const { status, headers } = await ask();
    if (status < 300) return;
    await pause(Number(headers.get('retry-after') ?? 1));
  }
}

test(
  'each step that traffic proves ticks while it is watched, and the review waits for people',
  { timeout: 60_000 },
  async () => {
    const stream = await follow();
    await stream.ticked('access');

    expect((await makeOffer()).status).toBe(201);
    const sentAt = performance.now();
    await stream.ticked('first-offer');
    expect(performance.now() - sentAt).toBeLessThan(2000);

    const idempotency = randomUUID();
    const once = await makeOffer(idempotency);
    expect(stream.isProven('idempotent-retry')).toBe(false);
    expect((await makeOffer(idempotency)).json.id).toBe(once.json.id);
    await stream.ticked('idempotent-retry');

    for (let cursor = ''; ;) {
      const { json } = await cardea(`/credential-offers?limit=2${cursor}`);
      if (json.next_cursor === null) break;
      cursor = `&cursor=${json.next_cursor}`;
    }
    await stream.ticked('all-pages');

    await trouble('rate-limited', { requests: 1, window_seconds: 2 });
    await cardea('/issuers');
    await untilWell(() => cardea('/issuers'));
    await calm('rate-limited');
    await stream.ticked('respect-limits');

    const client: IssuedClient = await clientOf(running.app, key, 'confidential');
    const tokenOf = async () => (await programToken(running.app, client, 'issuers:read')).access_token;
    const old = await tokenOf();
    await trouble('expired-token', { times: 3 });
    expect((await cardea('/issuers', { token: old })).status).toBe(401);
    expect((await cardea('/issuers', { token: await tokenOf() })).status).toBe(200);
    await calm('expired-token');
    await stream.ticked('renew-token');

    const address = await send('/api/v1/webhooks/address', { method: 'PUT', body: { url: receiverUrl } });
    expect(address.status).toBe(200);
    const event = { api: 'cardea', version: 'v2', type: 'offer.declined' };
    const sendTest = () => send('/api/v1/webhooks/test-events', { method: 'POST', body: event });
    await sendTest();
    await stream.ticked('webhook-endpoint');
    await trouble('duplicate-webhooks', { copies: 2 });
    await sendTest();

    await trouble('outage', { seconds: 2 });
    const kept = randomUUID();
    expect((await makeOffer(kept)).status).toBe(503);
    await pause(2.1);
    await untilWell(() => makeOffer(kept));
    await stream.ticked('outage');
    await stream.ticked('webhook-duplicate');
    await calm('duplicate-webhooks');
    stream.end();

    const { json } = await send('/api/v1/journeys/issuer-launch/progress');
    const { steps, complete } = json as unknown as {
      steps: { id: string; state: string; missing?: string }[];
      complete: boolean;
    };
    expect(complete).toBe(false);
    expect(steps.filter(({ state }) => state !== 'proven').map(({ id, state }) => [id, state])).toEqual([
      ['security-questionnaire', 'next'],
      ['agreement', 'waiting'],
      ['launch', 'waiting'],
    ]);
  },
);

test('another organization’s progress knows nothing of it', async () => {
  const answer = await fetch(`${origin}/api/v1/guest-keys`, { method: 'POST' });
  const other = (await answer.json()) as { key: string };
  const { json } = await send('/api/v1/journeys/issuer-launch/progress', { token: other.key });
  const { steps } = json as unknown as { steps: { id: string; state: string }[] };
  expect(steps.filter(({ state }) => state === 'proven').map(({ id }) => id)).toEqual(['access']);
});
