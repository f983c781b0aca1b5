import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newPostgres, newSqlite } from '../tests/support/databases.ts';
import { type RunningApp, startApp } from './app.fixture.ts';
import { guest } from './oauth.fixture.ts';

/** Only the gateway's own records prove a step: whatever a client says about itself, or shows of others, counts for nothing. */
interface Step {
  readonly id: string;
  readonly state: string;
  readonly evidence?: { readonly exchanges?: readonly { readonly id: string }[] };
}
type Sent = Readonly<{
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'HEAD' | 'OPTIONS';
  headers?: Record<string, string>;
  body?: unknown;
}>;

const offer = {
  credential_type_id: 'typ_01k8p3a1b2c3d4e5f6g7h8j9k0',
  holder: { name: 'Ada Lindqvist', email: 'ada.lindqvist@students.halden.example' },
  claims: { kind: 'diploma', degree: 'MSc', field_of_study: 'Navigation', awarded_on: '2026-06-12' },
};
const places = { SQLite: newSqlite, PostgreSQL: newPostgres };

describe.each(['SQLite', 'PostgreSQL'] as const)('evidence on %s', (database) => {
  let running: RunningApp;
  let honest: Awaited<ReturnType<typeof guest>>;
  let made: string;
  /** Of the honest one's request. */
  let requestId: string;
  let proven: readonly Step[];

  const send = (key: string | null, url: string, { method = 'GET', headers = {}, body }: Sent = {}) =>
    running.app.inject({
      ...{ method, url },
      headers: { ...(key !== null && { authorization: `Bearer ${key}` }), ...headers },
      ...(body !== undefined && { payload: body as object }),
    });
  const progress = async (key: string) =>
    (await send(key, '/api/v1/journeys/first-call/progress')).json<{ steps: readonly Step[] }>().steps;
  const provenOf = async (key: string) =>
    (await progress(key)).filter(({ state }) => state === 'proven').map(({ id }) => id);
  const create = (key: string, sent: Sent = {}) =>
    send(key, '/gateway/cardea/v2/credential-offers', { method: 'POST', body: offer, ...sent });

  beforeAll(async () => {
    running = await startApp({ place: await places[database](), settings: { trustProxy: false } });
    honest = await guest(running.app);
    const answer = await create(honest.key, { headers: { 'idempotency-key': 'of-the-honest' } });
    expect(answer.statusCode).toBe(201);
    made = answer.json<{ id: string }>().id;
    requestId = String(answer.headers['request-id']);
    expect((await send(honest.key, `/gateway/cardea/v2/credential-offers/${made}`)).statusCode).toBe(200);
    proven = await progress(honest.key);
    expect(proven.map(({ state }) => state)).toEqual(['proven', 'proven', 'proven']);
  });
  afterAll(() => running.close());

  const exchange = () => proven[1]?.evidence?.exchanges?.[0]?.id ?? '';
  /** What a client could say that it is, did or got. */
  const claims = () => ({
    'x-portal-operation': 'createCredentialOffer',
    'x-portal-organization': honest.organization,
    'x-portal-exchange': exchange(),
    'x-organization': honest.organization,
    'x-request-id': requestId,
    'request-id': requestId,
    'x-original-url': '/gateway/cardea/v2/credential-offers',
    'x-http-method-override': 'POST',
    'x-method-override': 'POST',
    status: '201',
    prefer: 'code=201, return=representation',
    traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    'last-event-id': exchange(),
  });

  const forgeries: readonly [string, (key: string) => Promise<unknown>][] = [
    [
      'a request that is refused, with headers that say it was not',
      (key) => create(key, { body: {}, headers: claims() }),
    ],
    [
      'a read that says it was a write',
      (key) => send(key, '/gateway/cardea/v2/credential-offers', { headers: claims() }),
    ],
    [
      'a preflight',
      (key) => send(key, '/gateway/cardea/v2/credential-offers', { method: 'OPTIONS', headers: claims() }),
    ],
    [
      'another’s idempotency key with a wrong body',
      (key) => create(key, { body: { ...offer, holder: null }, headers: { 'idempotency-key': 'of-the-honest' } }),
    ],
    [
      'the id of what somebody else made',
      (key) => send(key, `/gateway/cardea/v2/credential-offers/${made}`, { headers: claims() }),
    ],
    [
      'progress as one would like it',
      async (key) => {
        for (const method of ['POST', 'PUT', 'PATCH'] as const) {
          await send(key, '/api/v1/journeys/first-call/progress', {
            method,
            body: { steps: proven, organization: honest.organization },
          });
        }
      },
    ],
    [
      'a form for a step that traffic proves',
      async (key) => {
        for (const kind of ['form', 'agreement', 'review', 'proof']) {
          await send(key, `/api/v1/journeys/first-call/steps/create-offer/${kind}`, {
            method: 'PUT',
            body: { answers: {}, version: '1' },
          });
        }
      },
    ],
    [
      'an exchange of somebody else, sent in',
      async (key) => {
        const record = (await send(honest.key, `/api/v1/exchanges/${exchange()}`)).json<object>();
        await send(key, '/api/v1/exchanges', { method: 'POST', body: record });
        await send(key, `/api/v1/exchanges/${exchange()}`, { method: 'PUT', body: record });
      },
    ],
    [
      'an answer that trouble puts in place of the API’s',
      (key) => create(key, { body: { ...offer, holder: { ...offer.holder, name: 'trouble-503' } } }),
    ],
    [
      'a path below another API’s name',
      (key) => send(key, '/gateway/portal/v1/cardea/v2/credential-offers', { method: 'POST', body: offer }),
    ],
    [
      'the same call without a key, in the name of the organization',
      async (key) => {
        const { organization } = (await send(key, '/api/v1/journeys/first-call/progress')).json<{
          organization?: string;
        }>();
        await send(null, '/gateway/cardea/v2/credential-offers', {
          method: 'POST',
          body: offer,
          headers: { 'x-portal-organization': organization ?? 'org' },
        });
      },
    ],
  ];

  test.each(forgeries)('is not %s', async (_, forge) => {
    const { key } = await guest(running.app);
    await forge(key);
    expect(await provenOf(key)).toEqual(['get-key']);
  });

  test('of one is not evidence of another, and nothing that others did changed it', async () => {
    expect(await progress(honest.key)).toEqual(proven);
  });

  test('names exchanges by ids that the gateway gave, whatever ids the client sent', async () => {
    const { key } = await guest(running.app);
    const answer = await create(key, { headers: claims() });
    expect(answer.statusCode).toBe(201);
    const [, step] = await progress(key);
    const [own] = step?.evidence?.exchanges ?? [];
    expect([answer.headers['request-id'], own?.id]).not.toContain(requestId);
    expect(answer.headers['request-id']).toMatch(/^req_/);
    expect(own?.id).toMatch(/^exc_/);
    expect(own?.id).not.toBe(exchange());
    const listed = (await send(key, '/api/v1/exchanges')).json<{ data: { id: string }[] }>().data;
    expect(listed.map(({ id }) => id)).toContain(own?.id);
  });

  test('is not looked up for somebody else, by any name for an organization', async () => {
    const { key } = await guest(running.app);
    for (const name of ['organization', 'org', 'for']) {
      const url = `/api/v1/journeys/first-call/progress?${name}=${honest.organization}`;
      const { steps = [] } = (await send(key, url, { headers: claims() })).json<{ steps?: readonly Step[] }>();
      expect(steps.filter(({ state }) => state === 'proven').length).toBeLessThan(2);
    }
  });
});
