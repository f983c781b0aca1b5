import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { Contract } from '../../../contract/model.ts';
import { aParameter } from '../../../contract/model.fixture.ts';
import type { ProtectionConfig } from '../../../contract/portal-config.ts';
import { newSqlite } from '../../../tests/support/databases.ts';
import { migrate, openDatabase } from '../../platform/database/index.ts';
import { sandboxMigrations } from '../sandbox/index.ts';
import { type GatewayOptions, startGateway } from './gateway.fixture.ts';
import { liveContract, rawUpstream, upstreamServer } from './live.fixture.ts';
import { gatewayMigrations } from './migrations.ts';
import { fakeTiming } from './resilience/timing.fixture.ts';

const live = { authorization: 'Bearer ptl_live_a' };
const thing = { url: '/gateway/api/v1/things/1', headers: live };
const takesKeys: Contract = {
  ...liveContract,
  operations: liveContract.operations.map((operation) =>
    operation.id === 'makeThing'
      ? { ...operation, parameters: [aParameter({ name: 'Idempotency-Key', in: 'header' })] }
      : operation,
  ),
};

let ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.reverse()) await end();
  ends = [];
});

async function gatewayTo(url: string, protection: ProtectionConfig = {}, options: GatewayOptions = {}) {
  const place = await newSqlite();
  const database = await openDatabase(place);
  await migrate(database, [...sandboxMigrations, ...gatewayMigrations]);
  const timing = fakeTiming();
  const lines: object[] = [];
  const log = { info: (details: object) => lines.push(details), warn: (details: object) => lines.push(details) };
  const gateway = await startGateway(database, [takesKeys, { ...takesKeys, api: 'slow' }], {
    live: { url, variables: {}, timeoutSeconds: 5, protection },
    timing,
    log,
    ...options,
  });
  ends.push(
    () => place.remove(),
    () => database.close(),
    () => gateway.app.close(),
  );
  const get = async () => (await gateway.app.inject(thing)).statusCode;
  return { ...gateway, timing, lines, get };
}

/** An upstream that answers each request by the next of these, the last again and again, and counts them. */
async function upstream(...answers: ((response: ServerResponse, request: IncomingMessage) => void)[]) {
  let visits = 0;
  const server = await upstreamServer((request, response) => {
    request.resume().once('end', () => {
      visits += 1;
      (answers[visits - 1] ?? answers.at(-1))?.(response, request);
    });
  });
  ends.unshift(() => server.close());
  return { ...server, visits: () => visits };
}

const ok = (response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":1}');
const status =
  (code: number, headers = {}) =>
  (response: ServerResponse) =>
    response.writeHead(code, headers).end();
const hangUp = (response: ServerResponse) => response.destroy();

describe('a request is sent a second time', () => {
  test.each([
    ['502', status(502)],
    ['503', status(503)],
    ['504', status(504)],
    ['503 with Retry-After: 0', status(503, { 'retry-after': '0' })],
    ['a lost connection', hangUp],
  ])('after %s, and the exchange says so', async (_, first) => {
    const { origin, visits } = await upstream(first, ok);
    const { app, last } = await gatewayTo(origin);
    const answer = await app.inject(thing);
    expect([answer.statusCode, answer.json(), visits()]).toEqual([200, { id: 1 }, 2]);
    expect(last().findings).toMatchObject([{ message: expect.stringContaining('sent a second time') as unknown }]);
  });

  test('once, and no more: the second answer is the answer', async () => {
    const { origin, visits } = await upstream(status(503));
    const { get } = await gatewayTo(origin);
    expect([await get(), visits()]).toEqual([503, 2]);
  });

  test('with its body, where its Idempotency-Key is one that the operation declares', async () => {
    const bodies: string[] = [];
    const server = await upstreamServer((request, response) => {
      void request.setEncoding('utf8').on('data', (text: string) => bodies.push(text));
      request.once('end', () => status(bodies.length === 1 ? 503 : 201)(response));
    });
    ends.unshift(() => server.close());
    const { app } = await gatewayTo(server.origin);
    const headers = { ...live, 'idempotency-key': 'k1', 'content-type': 'application/json' };
    const answer = await app.inject({ method: 'POST', url: '/gateway/api/v1/things', headers, payload: '{"a":1}' });
    expect([answer.statusCode, bodies]).toEqual([201, ['{"a":1}', '{"a":1}']]);
  });
});

describe('a request is sent once', () => {
  const json = { 'content-type': 'application/json' };
  const bytes = { 'content-type': 'application/octet-stream' };

  test.each([
    ['a POST', { method: 'POST', url: '/gateway/api/v1/things', headers: { ...live, ...json }, payload: '{}' }],
    ['an upload', { method: 'PUT', url: '/gateway/api/v1/files/1', headers: { ...live, ...bytes }, payload: 'x' }],
  ] as const)('%s', async (_, request) => {
    const { origin, visits } = await upstream(status(503), status(204));
    const { app } = await gatewayTo(origin);
    expect([(await app.inject(request)).statusCode, visits()]).toEqual([503, 1]);
  });

  test.each([
    ['500', status(500), 500],
    ['429', status(429), 429],
    ['a Retry-After in seconds', status(503, { 'retry-after': '3' }), 503],
    ['a Retry-After with a date', status(503, { 'retry-after': 'Sat, 21 Nov 2026 17:00:00 GMT' }), 503],
  ])('after %s', async (_, first, want) => {
    const { origin, visits } = await upstream(first, ok);
    const { get } = await gatewayTo(origin);
    expect([await get(), visits()]).toEqual([want, 1]);
  });

  test('where the answer is late: the time is for both attempts', async () => {
    const server = await rawUpstream(() => undefined);
    ends.unshift(() => server.close());
    const options = { live: { url: server.origin, variables: {}, timeoutSeconds: 0.2 } };
    const { get } = await gatewayTo('', {}, options);
    expect([await get(), server.seen().match(/GET /g)]).toEqual([504, ['GET ']]);
  });

  test('in ten of a hundred times at most is it sent twice, and three times more at first', async () => {
    const { origin, visits } = await upstream(status(503));
    const { get, timing } = await gatewayTo(origin, { failuresInARow: 1000, failurePercent: 100 });
    for (let count = 0; count < 200; count += 1) {
      // So far apart that there are never twenty in ten seconds.
      timing.pass(1000);
      await get();
    }
    expect(visits()).toBe(200 + 20 + 3);
  });

  test('where the budget is used up', async () => {
    const { origin, visits } = await upstream(status(503));
    const { get } = await gatewayTo(origin, { failuresInARow: 1000, failurePercent: 100, retryPercent: 0 });
    for (let count = 0; count < 10; count += 1) await get();
    expect(visits()).toBe(10);
  });
});

describe('503 upstream-paused: an upstream that fails is left alone', () => {
  test('for the pause, and one request finds out that it works again', async () => {
    let isDown = true;
    const { origin, visits } = await upstream((response) => (isDown ? status(503) : ok)(response));
    const { app, get, last, lines, timing } = await gatewayTo(origin, { retryPercent: 0 });
    for (let count = 0; count < 5; count += 1) expect(await get()).toBe(503);
    const refused = await app.inject(thing);
    expect([refused.statusCode, refused.headers['retry-after'], visits()]).toEqual([503, '5', 5]);
    expect(refused.json()).toMatchObject({
      type: '/docs/errors/upstream-paused',
      detail: expect.stringContaining('send the request again in 5 seconds') as unknown,
    });
    expect(refused.body).not.toContain('127.0.0.1');
    expect(last()).toMatchObject({ status: 503, problem: 'upstream-paused', environment: 'live' });
    isDown = false;
    timing.pass(5000);
    expect([await get(), await get(), visits()]).toEqual([200, 200, 7]);
    expect(lines).toMatchObject(['open', 'half-open', 'closed'].map((circuit) => ({ upstream: 'api v1', circuit })));
  });

  test('where its answers break off in the middle, too', async () => {
    const half = (response: ServerResponse) => {
      response.writeHead(200, { 'content-length': '10' });
      response.write('hello', () => response.destroy());
    };
    const { origin } = await upstream(half);
    const { app, get } = await gatewayTo(origin);
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    for (let count = 0; count < 5; count += 1) {
      const read = async () => (await fetch(`${address}${thing.url}`, { headers: live })).text();
      await read().catch(() => undefined);
    }
    expect(await get()).toBe(503);
  });

  test('and another address of the same upstream is not', async () => {
    const [down, up] = [await upstream(status(503)), await upstream(ok)];
    const portOf = (origin: string) => new URL(origin).port;
    const variables = { port: { values: [portOf(down.origin), portOf(up.origin)] } };
    const url = 'http://127.0.0.1:{port}';
    const { app, get } = await gatewayTo('', {}, { live: { url, variables, timeoutSeconds: 5 } });
    for (let count = 0; count < 6; count += 1) await get();
    const headers = { ...live, 'x-portal-server': `port=${portOf(up.origin)}` };
    const problem = (await app.inject(thing)).json<{ type: string }>().type;
    expect([problem, (await app.inject({ ...thing, headers })).statusCode]).toEqual([
      '/docs/errors/upstream-paused',
      200,
    ]);
  });

  test('not for errors that the request brings about', async () => {
    const { origin, visits } = await upstream(status(500));
    const { get } = await gatewayTo(origin);
    for (let count = 0; count < 30; count += 1) await get();
    expect(visits()).toBe(30);
  });
});

describe('503 upstream-busy: an upstream has as many requests as it takes', () => {
  test('some wait for a place, others are refused, and the first that ends lets one in', async () => {
    const open: ServerResponse[] = [];
    const { origin } = await upstream((response) => void open.push(response));
    const { app, last, timing, get } = await gatewayTo(origin, { requestsAtOnce: 2, waitingAtMost: 1, waitSeconds: 1 });
    const first = [get(), get()];
    await expect.poll(() => open.length).toBe(2);
    const waits = get();
    const refused = await app.inject(thing);
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '2']);
    expect(last()).toMatchObject({ problem: 'upstream-busy' });
    ok(open[0]!);
    await expect.poll(() => open.length).toBe(3);
    const late = get();
    await expect.poll(async () => (await app.inject(thing)).statusCode).toBe(503);
    timing.pass(1000);
    expect(await late).toBe(503);
    for (const response of open.slice(1)) ok(response);
    expect([...(await Promise.all(first)), await waits]).toEqual([200, 200, 200]);
  });

  test('a place is free again after answers of every kind', async () => {
    const { origin } = await upstream(ok, status(204), status(404), status(503), hangUp);
    // Nobody's time in the line is up here: a place that is not given back would be waited for without end.
    const { get } = await gatewayTo(origin, { requestsAtOnce: 1, waitingAtMost: 1, retryPercent: 0 });
    const seen: number[] = [];
    for (let count = 0; count < 5; count += 1) seen.push(await get());
    expect(seen).toEqual([200, 204, 404, 503, 502]);
  });
});

test('an upstream that hangs takes nothing from its neighbour', async () => {
  const sockets: Socket[] = [];
  let isOver = false;
  const hanging = await rawUpstream((socket) => void (isOver ? socket.destroy() : sockets.push(socket)));
  ends.unshift(() => hanging.close());
  const well = await upstream(ok);
  const liveOf = { slow: { url: hanging.origin, variables: {}, timeoutSeconds: 60 } };
  const { app, timing } = await gatewayTo(well.origin, {}, { liveOf });
  const problems: string[] = [];
  const stuck = Array.from({ length: 200 }, async () => {
    const answer = await app.inject({ url: '/gateway/slow/v1/things/1', headers: live });
    problems.push(answer.json<{ type: string }>().type);
  });
  const busy = () => problems.filter((type) => type === '/docs/errors/upstream-busy').length;
  // 64 have a place and hang, 64 wait, and the others are refused at once.
  await expect.poll(() => [sockets.length, problems.length], { timeout: 5000 }).toEqual([64, 72]);
  for (let count = 0; count < 20; count += 1) expect((await app.inject(thing)).statusCode).toBe(200);
  timing.pass(2000);
  await expect.poll(busy, { timeout: 5000 }).toBe(136);
  isOver = true;
  for (const socket of sockets) socket.destroy();
  await Promise.all(stuck);
  expect([sockets.length, busy(), problems.length]).toEqual([64, 136, 200]);
});

test('503 overloaded: the gateway has as many requests under way as it takes', async () => {
  const open: ServerResponse[] = [];
  const { origin } = await upstream((response) => void open.push(response));
  const { app, get, last } = await gatewayTo(origin, {}, { requestsAtOnce: 2 });
  const first = [get(), get()];
  await expect.poll(() => open.length).toBe(2);
  const refused = await app.inject({ url: '/gateway/api/v1/things/1' });
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '1']);
  expect(refused.json()).toMatchObject({ type: '/docs/errors/overloaded' });
  expect(last()).toMatchObject({ status: 503, problem: 'overloaded', api: 'api', path: '/things/1' });
  for (const response of open) ok(response);
  expect(await Promise.all(first)).toEqual([200, 200]);
  const next = get();
  await expect.poll(() => open.length).toBe(3);
  ok(open[2]!);
  expect(await next).toBe(200);
});
