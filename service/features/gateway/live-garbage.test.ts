import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { liveGateways, liveKey } from './live-gateway.fixture.ts';
import { fakeTiming } from './resilience/timing.fixture.ts';

const { gatewayTo, raw, upstream } = liveGateways();
const thing = { url: '/gateway/api/v1/things/1', headers: liveKey };

type Answering = (response: ServerResponse) => void;
const json =
  (body: string | Buffer, headers = {}): Answering =>
  (response) =>
    response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(body);

/** A gateway before an upstream that answers each request by the next of these, the last again and again. */
async function before(...answers: Answering[]) {
  let visits = 0;
  const { origin } = await upstream((_request, response) => {
    visits += 1;
    (answers[visits - 1] ?? answers.at(-1))?.(response);
  });
  const lines: string[] = [];
  const say = (_: object, message: string) => lines.push(message);
  const timing = fakeTiming();
  const gateway = await gatewayTo(origin, {}, { log: { info: say, warn: say }, timing });
  const get = async () => (await gateway.app.inject(thing)).statusCode;
  return { ...gateway, get, lines, visits: () => visits };
}

describe('an upstream that answers 200 with what cannot be read', () => {
  test.each<[string, Answering, string]>([
    ['what is not JSON', json('<html>Down for maintenance</html>'), 'the body is not JSON'],
    ['JSON that is cut off', json('{"id": 1, "name": "a'), 'the body is not JSON'],
    ['what is not packed as it says', json('hello', { 'content-encoding': 'gzip' }), 'the body is not gzip'],
    ['packed JSON that is cut off', json(gzipSync('{"id":'), { 'content-encoding': 'gzip' }), 'the body is not JSON'],
  ])('is passed on, noted, and left alone after five in a row: %s', async (_, answer, message) => {
    const { app, get, last, lines, visits } = await before(answer);
    expect((await app.inject(thing)).statusCode).toBe(200);
    expect(last().findings).toMatchObject([{ in: 'response', drift: 'body', message }]);
    for (let count = 1; count < 5; count += 1) expect(await get()).toBe(200);
    expect([await get(), visits()]).toEqual([503, 5]);
    expect(lines).toEqual([
      'a live upstream answers with what cannot be read',
      'a live upstream fails; it is left alone for 5 s',
    ]);
  });

  test.each<[string, Answering]>([
    ['one that breaks the contract and can be read', json('{"name":1}')],
    ['an empty one', json('')],
    ['another media type', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>')],
    [
      'an error with a body that is none',
      (response) => response.writeHead(400, { 'content-type': 'application/json' }).end('no'),
    ],
  ])('is not left alone for %s', async (_, answer) => {
    const { get, visits } = await before(answer);
    for (let count = 0; count < 12; count += 1) await get();
    expect(visits()).toBe(12);
  });
});

describe('an upstream that goes silent', () => {
  test('in the middle of its answers is broken off, noted, and left alone', async () => {
    const server = await raw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{"id"');
    });
    const gateway = await gatewayTo(server.origin, { timeouts: { pieceSeconds: 0.3 } });
    const address = await gateway.app.listen({ port: 0, host: '127.0.0.1' });
    const read = async () => (await fetch(`${address}${thing.url}`, { headers: liveKey })).text();
    await Promise.all(Array.from({ length: 5 }, () => expect(read()).rejects.toThrow()));
    await expect.poll(() => gateway.exchanges.length).toBe(5);
    expect(gateway.last().findings).toMatchObject([
      { message: 'the answer fell silent before its end, and was broken off' },
    ]);
    expect((await gateway.app.inject(thing)).statusCode).toBe(503);
  });
});

describe('an upstream whose answers become far smaller than they usually are', () => {
  test('is passed on, noted in the exchange, and told once in the log', async () => {
    const long = json(JSON.stringify({ id: 'a'.repeat(5000) }));
    const { get, last, lines } = await before(...Array.from({ length: 60 }, () => long), json('{"id":""}'));
    for (let count = 0; count < 69; count += 1) await get();
    expect([last().findings, lines]).toEqual([[], []]);
    for (let count = 0; count < 3; count += 1) expect(await get()).toBe(200);
    expect(last().findings).toMatchObject([
      { message: 'the last 12 answers were far smaller than usual: 9 bytes, usually 5009' },
    ]);
    expect(lines).toEqual(['the answers of a live upstream are far smaller than they usually are']);
  });
});

describe('a request that was sent twice', () => {
  const status =
    (code: number): Answering =>
    (response) =>
      response.writeHead(code).end();
  const hangUp: Answering = (response) => void response.destroy();

  test.each<[string, Answering[], number, string[]]>([
    [
      'an error and an answer',
      [status(503), json('{"id":1}')],
      200,
      ['the upstream first answered with 503; the request was sent a second time'],
    ],
    [
      'two errors',
      [status(503), status(502)],
      502,
      ['the upstream first answered with 503; the request was sent a second time', 'the second answer was 502, too'],
    ],
    [
      'an error and a lost connection',
      [status(503), hangUp],
      502,
      ['the upstream first answered with 503; the request was sent a second time', 'the second attempt failed, too'],
    ],
    [
      'two lost connections',
      [hangUp, hangUp],
      502,
      [
        'the connection to the upstream was lost at first; the request was sent a second time',
        'the second attempt failed, too',
      ],
    ],
  ])('says in its exchange what happened: %s', async (_, answers, code, messages) => {
    const { get, last } = await before(...answers);
    expect(await get()).toBe(code);
    const told = last().findings.filter(({ drift }) => drift === undefined);
    expect(told.map(({ message }) => message)).toEqual(messages);
  });
});
