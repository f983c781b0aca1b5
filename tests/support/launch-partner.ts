import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LaunchPartner {
  /** Of the portal. */
  readonly origin: string;
  /** Of the partner's organization. */
  readonly key: string;
  /** Where the partner receives webhooks. */
  readonly receiver: string;
  /** Resolves when the step is shown as proven. */
  readonly ticked: (step: string) => Promise<void>;
}

interface Sent {
  readonly method?: string;
  readonly body?: unknown;
  readonly token?: string;
  readonly idempotency?: string;
}

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly json: { readonly id: string; readonly next_cursor: string | null };
}

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

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** Plays a partner through all that traffic proves of the sample's "Issuer launch", with real requests, each step after the one before. */
export async function playLaunch({ origin, key, receiver, ticked }: LaunchPartner): Promise<void> {
  async function send(path: string, { method = 'GET', body, token = key, idempotency }: Sent = {}): Promise<Answered> {
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
    const json = (text === '' ? {} : JSON.parse(text)) as Answered['json'];
    return { status: answer.status, headers: answer.headers, json };
  }
  const cardea = (path: string, sent?: Sent) => send(`/gateway/cardea/v2${path}`, sent);
  const makeOffer = (idempotency: string = randomUUID()) =>
    cardea('/credential-offers', { method: 'POST', body: offer, idempotency });
  /** For all keys and tokens of the organization. */
  const trouble = async (scenario: string, settings: object) =>
    must(
      await send(`/api/v1/sandbox-trouble/${scenario}`, { method: 'PUT', body: { settings, for: 'organization' } }),
      200,
    );
  const calm = (scenario: string) => send(`/api/v1/sandbox-trouble/${scenario}`, { method: 'DELETE' });

  await ticked('access');

  must(await makeOffer(), 201);
  await ticked('first-offer');

  const idempotency = randomUUID();
  const once = must(await makeOffer(idempotency), 201);
  const twice = must(await makeOffer(idempotency), 201);
  if (twice.json.id !== once.json.id) throw new Error('One key made two offers.');
  await ticked('idempotent-retry');

  for (let cursor: string | null = ''; cursor !== null;) {
    const { json } = must(await cardea(`/credential-offers?limit=1${cursor && `&cursor=${cursor}`}`), 200);
    cursor = json.next_cursor;
  }
  await ticked('all-pages');

  await trouble('rate-limited', { requests: 1, window_seconds: 2 });
  await cardea('/issuers');
  await untilWell(() => cardea('/issuers'));
  await calm('rate-limited');
  await ticked('respect-limits');

  const newToken = await tokens(origin, key);
  const old = await newToken();
  await trouble('expired-token', { times: 3 });
  must(await cardea('/issuers', { token: old }), 401);
  must(await cardea('/issuers', { token: await newToken() }), 200);
  await calm('expired-token');
  await ticked('renew-token');

  must(await send('/api/v1/webhooks/address', { method: 'PUT', body: { url: receiver } }), 200);
  const event = { api: 'cardea', version: 'v2', type: 'offer.declined' };
  const sendTest = () => send('/api/v1/webhooks/test-events', { method: 'POST', body: event });
  await sendTest();
  await ticked('webhook-endpoint');
  await trouble('duplicate-webhooks', { copies: 2 });
  await sendTest();

  await trouble('outage', { seconds: 2 });
  const kept = randomUUID();
  must(await makeOffer(kept), 503);
  await pause(2.1);
  await untilWell(() => makeOffer(kept));
  await ticked('outage');
  await ticked('webhook-duplicate');
  await calm('duplicate-webhooks');
}

/** A client of the organization, which gets itself an access token whenever it is called (RFC 6749 §4.4). */
async function tokens(origin: string, key: string): Promise<() => Promise<string>> {
  const answer = await fetch(`${origin}/api/v1/sandbox-clients`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ api: 'cardea', kind: 'confidential' }),
  });
  const client = (await answer.json()) as { client_id: string; client_secret: string };
  const basic = Buffer.from(`${client.client_id}:${client.client_secret}`).toString('base64');
  return async () => {
    const answer = await fetch(`${origin}/oauth/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'issuers:read' }),
    });
    return ((await answer.json()) as { access_token: string }).access_token;
  };
}

/** As a patient client: again, no sooner than it is told. */
async function untilWell(ask: () => Promise<Answered>): Promise<void> {
  for (;;) {
    const { status, headers } = await ask();
    if (status < 300) return;
    await pause(Number(headers.get('retry-after') ?? 1));
  }
}

function must(answer: Answered, status: number): Answered {
  if (answer.status === status) return answer;
  throw new Error(`Answered with ${answer.status}, not with ${status}: ${JSON.stringify(answer.json)}`);
}

/** Takes every webhook that comes. */
export async function startReceiver(): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((request, response) => request.resume().once('end', () => response.writeHead(204).end()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`, close: () => server.close() };
}
