import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { Contract } from '../../../contract/model.ts';
import { aParameter } from '../../../contract/model.fixture.ts';
import { type DatabasePlace, newPostgres, newSqlite } from '../../../tests/support/databases.ts';
import { migrate, openDatabase } from '../../platform/database/index.ts';
import { limitsMigrations } from '../limits/index.ts';
import { sandboxMigrations } from '../sandbox/index.ts';
import { type GatewayOptions, type RunningGateway, startGateway } from './gateway.fixture.ts';
import { gatewayMigrations } from './migrations.ts';
import { liveContract } from './live.fixture.ts';
import { liveGateways, liveKey, type LiveSettings } from './live-gateway.fixture.ts';
import { fakeTiming } from './resilience/timing.fixture.ts';

const { upstream, afterwards } = liveGateways();

const declaring: Contract = {
  ...liveContract,
  operations: liveContract.operations.map((operation) =>
    operation.id === 'makeThing'
      ? { ...operation, parameters: [aParameter({ name: 'Idempotency-Key', in: 'header' })] }
      : operation,
  ),
};

type Answering = (response: ServerResponse, visit: number, body: string) => void;

interface Setup {
  readonly live?: LiveSettings;
  readonly contract?: Contract;
  readonly place?: () => Promise<DatabasePlace>;
  readonly instances?: number;
  readonly options?: GatewayOptions;
}

/** Gateways with one database before an upstream that counts its visits. */
async function start(answer: Answering, setup: Setup = {}) {
  const { live = {}, contract = declaring, place = newSqlite, instances = 1, options = {} } = setup;
  let visits = 0;
  const { origin, close } = await upstream((request: IncomingMessage, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => answer(response, (visits += 1), body));
  });
  const folder = await place();
  afterwards(() => folder.remove());
  const gateways: RunningGateway[] = [];
  for (let count = 0; count < instances; count += 1) {
    const database = await openDatabase(folder);
    await migrate(database, [...sandboxMigrations, ...limitsMigrations, ...gatewayMigrations]);
    const url = { url: origin, variables: {}, timeoutSeconds: 5, ...live };
    const gateway = await startGateway(database, [contract], { live: url, ...options });
    afterwards(() => database.close());
    afterwards(() => gateway.app.close());
    gateways.push(gateway);
  }
  const send = (key: string | undefined, body: object = { a: 1 }, instance = 0) =>
    gateways[instance]!.app.inject({
      method: 'POST',
      url: '/gateway/api/v1/things',
      headers: { ...liveKey, 'content-type': 'application/json', ...(key !== undefined && { 'idempotency-key': key }) },
      payload: JSON.stringify(body),
    });
  return { gateways, send, visits: () => visits, close, last: gateways[0]!.last };
}

const created: Answering = (response, visit) =>
  response.writeHead(201, { 'content-type': 'application/json', location: `/things/${visit}` }).end(`{"id": ${visit}}`);
const status =
  (code: number): Answering =>
  (response) =>
    response.writeHead(code).end();

const typeOf = (answer: { json: <T>() => T }) => answer.json<{ type: string }>().type;

describe('a request with an Idempotency-Key', () => {
  test('has one effect, and the first answer each time', async () => {
    const { send, visits, last } = await start(created);
    const first = await send('k1');
    const second = await send('k1', { a: 1 });
    expect([first.statusCode, first.body, first.headers['idempotent-replayed']]).toEqual([201, '{"id": 1}', undefined]);
    expect([second.statusCode, second.body, second.headers.location]).toEqual([201, '{"id": 1}', '/things/1']);
    expect([second.headers['idempotent-replayed'], visits()]).toEqual(['true', 1]);
    expect(last()).toMatchObject({ status: 201, resource: '1', findings: [] });
    expect((await send('k2')).body).toBe('{"id": 2}');
    expect((await send(undefined)).body).toBe('{"id": 3}');
  });

  test('is the same whatever the order of its members, and another one otherwise: 422', async () => {
    const { send, visits } = await start(created);
    await send('k1', { a: 1, b: { c: 1, d: 2 } });
    expect((await send('k1', { b: { d: 2, c: 1 }, a: 1 })).statusCode).toBe(201);
    const refused = await send('k1', { a: 2 });
    expect([refused.statusCode, typeOf(refused), visits()]).toEqual([422, '/docs/errors/idempotency-key-reused', 1]);
  });

  test('is forgotten after a day', async () => {
    let now = new Date('2026-11-21T12:00:00Z');
    const { send, visits } = await start(created, { options: { clock: { now: () => now } } });
    await send('k1');
    now = new Date('2026-11-22T12:00:01Z');
    expect([(await send('k1', { other: true })).statusCode, visits()]).toEqual([201, 2]);
  });

  test('goes on as any other where the configuration says so, and where the operation has no such header', async () => {
    const never = await start(created, { live: { idempotency: 'never' } });
    const undeclared = await start(created, { contract: liveContract });
    for (const { send, visits } of [never, undeclared]) {
      await send('k1');
      await send('k1');
      expect(visits()).toBe(2);
    }
  });

  test('counts at every POST where the configuration asks for it', async () => {
    const { send, visits } = await start(created, { contract: liveContract, live: { idempotency: 'writes' } });
    await send('k1');
    expect([(await send('k1')).body, visits()]).toEqual(['{"id": 1}', 1]);
  });
});

describe('fifty requests with one key at the same time', () => {
  test.each([
    ['on SQLite', newSqlite, 1],
    ['on PostgreSQL with two instances', newPostgres, 2],
  ])('have one effect and one answer, %s', async (_, place, instances) => {
    const { send, visits } = await start((response, visit) => setImmediate(() => created(response, visit, '')), {
      place,
      instances,
    });
    const answers = await Promise.all(
      Array.from({ length: 50 }, (__, index) => send('k1', { a: 1 }, index % instances)),
    );
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`))).toEqual(new Set(['201 {"id": 1}']));
    expect(visits()).toBe(1);
  });

  test('are refused with 409 where the first does not come to an end in time', async () => {
    const timing = fakeTiming();
    const waiting: ServerResponse[] = [];
    const { send, visits } = await start((response) => void waiting.push(response), {
      place: newPostgres,
      instances: 2,
      options: { timing },
    });
    const first = send('k1');
    await expect.poll(visits).toBe(1);
    let isRefused = false;
    const second = send('k1', { a: 1 }, 1).finally(() => (isRefused = true));
    await expect
      .poll(
        () => {
          timing.pass(200);
          return isRefused;
        },
        { timeout: 15_000, interval: 10 },
      )
      .toBe(true);
    const refused = await second;
    expect([refused.statusCode, typeOf(refused)]).toEqual([409, '/docs/errors/idempotency-key-in-use']);
    expect(refused.headers['retry-after']).toBe('1');
    created(waiting[0]!, 1, '');
    expect((await first).statusCode).toBe(201);
  });
});

describe('the key is free again', () => {
  test.each([400, 401, 403, 429, 500, 502, 503])('after an answer with the status %i', async (code) => {
    const { send, visits } = await start(
      (response, visit, body) => (visit === 1 ? status(code)(response, visit, body) : created(response, visit, body)),
      { live: { protection: { retryPercent: 0 } } },
    );
    expect((await send('k1')).statusCode).toBe(code);
    expect([(await send('k1', { mended: true })).statusCode, visits()]).toEqual([201, 2]);
  });

  test('after a refusal of the gateway: nothing was sent', async () => {
    const { send, close } = await start(created, { contract: liveContract, live: { idempotency: 'writes' } });
    await close();
    for (let count = 0; count < 2; count += 1)
      expect(typeOf(await send('k1'))).toBe('/docs/errors/upstream-unavailable');
  });

  test('where the connection was lost, and the upstream knows the key, too', async () => {
    const { send, visits } = await start(
      (response, visit, body) => (visit === 1 ? response.destroy() : created(response, visit, body)),
      { live: { protection: { retryPercent: 0 } } },
    );
    expect((await send('k1')).statusCode).toBe(502);
    expect([(await send('k1')).statusCode, visits()]).toEqual([201, 2]);
  });
});

describe('nobody knows what came of a key, and it is not sent again', () => {
  const writes = { contract: liveContract, live: { idempotency: 'writes' as const, timeoutSeconds: 0.3 } };
  const half: Answering = (response) => {
    response.writeHead(201, { 'content-length': '10' });
    response.write('hello', () => response.destroy());
  };
  test.each<[string, Answering, number]>([
    ['a lost connection', (response) => response.destroy(), 502],
    ['no answer in time', () => undefined, 504],
    ['an answer that breaks off', half, 502],
    ['an error of the upstream', status(500), 500],
  ])('after %s, where only the gateway knows the key', async (_, answer, code) => {
    const { send, visits } = await start(answer, writes);
    expect((await send('k1')).statusCode).toBe(code);
    const refused = await send('k1');
    expect([refused.statusCode, typeOf(refused), visits()]).toEqual([
      409,
      '/docs/errors/idempotency-outcome-unknown',
      1,
    ]);
  });

  test('after an answer that is too long to keep, which goes through all the same', async () => {
    const long = 'x'.repeat(3 * 1024 * 1024);
    const { send, visits } = await start((response) => response.writeHead(201).end(long));
    expect((await send('k1')).body).toBe(long);
    expect([(await send('k1')).statusCode, visits()]).toEqual([409, 1]);
  });
});

test('a client that goes away does not break its request off: the answer is there when it asks again', async () => {
  const waiting: ServerResponse[] = [];
  const { gateways, send, visits } = await start((response) => void waiting.push(response));
  const address = await gateways[0]!.app.listen({ port: 0, host: '127.0.0.1' });
  const abort = new AbortController();
  const first = fetch(`${address}/gateway/api/v1/things`, {
    method: 'POST',
    headers: { ...liveKey, 'content-type': 'application/json', 'idempotency-key': 'k1' },
    body: '{"a":1}',
    signal: abort.signal,
  });
  await expect.poll(visits).toBe(1);
  abort.abort();
  await expect(first).rejects.toThrow();
  const second = send('k1');
  created(waiting[0]!, 1, '');
  expect([(await second).body, visits()]).toEqual(['{"id": 1}', 1]);
});
