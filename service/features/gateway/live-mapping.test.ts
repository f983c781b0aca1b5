import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { anOperation } from '../../../contract/model.fixture.ts';
import { liveContract } from './live.fixture.ts';
import { liveGateways, liveKey, type LiveSettings } from './live-gateway.fixture.ts';
import { mapAnswerHeaders, mapRequestHeaders } from './live-headers.ts';
import { timesOf } from './live-times.ts';

const { gatewayTo, raw, upstream } = liveGateways();

const answerOk =
  'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Internal-Node: 7\r\nX-Own: yes\r\nContent-Length: 8\r\n\r\n{"id":1}';

/** What the upstream gets for a request with these settings. */
async function sent(path: string, live: LiveSettings, headers: Record<string, string> = {}) {
  const server = await raw((socket) => socket.end(answerOk));
  const contract = {
    ...liveContract,
    operations: [...liveContract.operations, anOperation({ id: 'pair', path: '/pairs/{a}/{b}' })],
  };
  const { app } = await gatewayTo(`${server.origin}/base`, live, {}, contract);
  await app.listen({ port: 0, host: '127.0.0.1' });
  // A socket, because a client would tidy the path up.
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  const lines = Object.entries({ host: 'portal.example', connection: 'close', ...liveKey, ...headers });
  socket.write(
    `GET /gateway/api/v1${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
  );
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
  await once(socket, 'close');
  return { line: server.seen().split('\r\n', 1)[0], seen: server.seen(), answer };
}

describe('the path at a live upstream', () => {
  const rename = [
    { from: '/things', to: '/v3/items' },
    { from: '/', to: '/rest' },
  ];
  test.each<[string, string, LiveSettings['paths'], string]>([
    ['as it came, where nothing is mapped', '/things/a%7Eb%20c?x=%7e', undefined, '/things/a%7Eb%20c?x=%7e'],
    ['by a beginning that is renamed', '/things/a%7Eb?x=1', { rename }, '/v3/items/a%7Eb?x=1'],
    ['by a beginning written in another way', '/%74hings/1', { rename }, '/v3/items/1'],
    ['by the root', '/events', { rename }, '/rest/events'],
    ['without a beginning', '/things/1', { rename: [{ from: '/things', to: '/' }] }, '/1'],
    [
      'by the operation, before a beginning',
      '/things/1?q',
      { rename, operations: { getThing: '/find/{id}/full' } },
      '/find/1/full?q',
    ],
    ['with the parameters in another order', '/pairs/1/2', { operations: { pair: '/{b}/{a}' } }, '/2/1'],
  ])('%s', async (_, path, paths, want) => {
    expect((await sent(path, { paths })).line).toBe(`GET /base${want} HTTP/1.1`);
  });

  test('is refused where two parameters side by side would climb', async () => {
    const { answer, seen } = await sent('/pairs/./.x', { paths: { operations: { pair: '/{a}{b}' } } });
    expect([answer.slice(0, 12), seen]).toEqual(['HTTP/1.1 400', '']);
  });
});

describe('the headers at a live upstream', () => {
  test('are removed, renamed and set, and the credential and the length stay', async () => {
    const requestHeaders = {
      remove: ['User-Agent'],
      rename: { 'Request-Id': 'X-Correlation-Id', 'X-Tenant': 'X-Org' },
      set: { 'X-Source': 'portal', Host: 'virtual.example' },
    };
    const answerHeaders = { remove: ['x-internal-*'] };
    const { seen, answer } = await sent(
      '/things/1',
      { requestHeaders, answerHeaders },
      { 'user-agent': 'curl', 'x-tenant': 'halden', 'x-source': 'me' },
    );
    expect(seen).toMatch(/\r\nx-correlation-id: req_/);
    expect(seen).toContain('\r\nx-org: halden\r\n');
    expect(seen).toContain('\r\nx-source: portal\r\n');
    expect(seen).toContain('\r\nhost: virtual.example\r\n');
    expect(seen).not.toMatch(/user-agent|\r\nrequest-id|x-tenant|x-source: me/);
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).toContain('\r\nx-own: yes\r\n');
    expect(answer).not.toContain('x-internal-node');
  });

  test('are exchanged by two that are renamed to each other', () => {
    expect(mapRequestHeaders({ a: '1', b: '2' }, { rename: { A: 'B' } })).toEqual({ b: '1' });
    expect(mapAnswerHeaders({ 'x-a': '1', 'x-ab': '2' }, { remove: ['X-A'] })).toEqual({ 'x-ab': '2' });
  });
});

describe('the time that a live upstream has', () => {
  test.each([
    [{ timeoutSeconds: 30 }, { connect: 10, answer: 30, piece: 30, whole: undefined }],
    [{ timeoutSeconds: 3 }, { connect: 3, answer: 3, piece: 3, whole: undefined }],
    [
      { timeoutSeconds: 30, timeouts: { connectSeconds: 2, answerSeconds: 60, pieceSeconds: 5, wholeSeconds: 20 } },
      { connect: 2, answer: 20, piece: 5, whole: 20 },
    ],
  ])('%j', (live, want) => {
    expect(timesOf(live)).toEqual(want);
  });

  test('for the whole answer: it breaks off, though pieces keep coming', async () => {
    const { origin } = await upstream((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      const timer = setInterval(() => response.write('x'), 10);
      response.once('close', () => clearInterval(timer));
    });
    const gateway = await gatewayTo(origin, { timeouts: { wholeSeconds: 0.3 } });
    const address = await gateway.app.listen({ port: 0, host: '127.0.0.1' });
    const answer = await fetch(`${address}/gateway/api/v1/things/1`, { headers: liveKey });
    await expect(answer.text()).rejects.toThrow();
    await expect.poll(() => gateway.exchanges.length).toBe(1);
    expect(gateway.last().findings).toContainEqual(
      expect.objectContaining({ message: 'the answer did not end in 0.3 seconds, and was broken off' }),
    );
  });

  test('begins for an upload when all of it is there', async () => {
    const server = await raw(() => undefined);
    const { app } = await gatewayTo(server.origin, { timeoutSeconds: 0.2 });
    const answer = await app.inject({
      method: 'PUT',
      url: '/gateway/api/v1/files/1',
      headers: { ...liveKey, 'content-type': 'application/octet-stream' },
      payload: 'bytes',
    });
    expect([answer.statusCode, answer.json<{ type: string }>().type]).toEqual([504, '/docs/errors/upstream-timeout']);
  });
});

test('a pool of one connection takes one request after the other', async () => {
  let atOnce = 0;
  let most = 0;
  const sockets = new Set<unknown>();
  const { origin } = await upstream((request, response) => {
    sockets.add(request.socket);
    most = Math.max(most, (atOnce += 1));
    setImmediate(() => {
      atOnce -= 1;
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":1}');
    });
  });
  const { app } = await gatewayTo(origin, { pool: { connections: 1 } });
  const get = async () => (await app.inject({ url: '/gateway/api/v1/things/1', headers: liveKey })).statusCode;
  expect(await Promise.all(Array.from({ length: 10 }, get))).toEqual(Array.from({ length: 10 }, () => 200));
  expect([most, sockets.size]).toEqual([1, 1]);
});
