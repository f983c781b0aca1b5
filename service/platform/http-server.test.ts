import { type AddressInfo, connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { httpServer } from './http-server.ts';

const patience = { headMs: 150, requestMs: 400, lookEveryMs: 20 };

let app: FastifyInstance;
beforeAll(async () => {
  app = httpServer({ settings: { logLevel: 'silent', trustProxy: false }, siteUrl: '', patience });
  app.post('/', (request) => request.body);
  await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => app.close());

/** Sends a piece, and another every 30 ms, until the server has enough; gives all that it said. */
function drip(first: string, piece: string): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
    socket.on('error', () => undefined).on('data', (chunk: Buffer) => (said += chunk.toString()));
    let isOpen = true;
    socket.on('close', () => {
      isOpen = false;
      resolve(said);
    });
    socket.write(first);
    void (async () => {
      while (isOpen) {
        await pause(30);
        if (socket.writable) socket.write(piece);
      }
    })();
  });
}

describe('a client that sends a byte now and then (slowloris)', () => {
  test.each([
    ['of the head', 'POST / HTTP/1.1\r\nHost: x\r\nX-A: ', 'y'],
    [
      'of the body',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n',
      ' ',
    ],
  ])('%s is refused with 408, and the connection ends', async (_, first, piece) => {
    const said = await drip(first, piece);
    expect(said).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(said).toContain('"type":"/docs/errors/request-timeout"');
  });
});

describe('what comes late in a turn of the event loop', () => {
  const lines: string[] = [];
  const busy = httpServer({
    settings: { logLevel: 'info', trustProxy: false },
    siteUrl: '',
    turn: { isLate: () => true },
    logStream: { write: (line) => lines.push(line) },
  });
  let done = 0;
  for (const url of ['/gateway/things', '/api/v1/things', '/docs']) {
    busy.get(url, () => {
      done += 1;
      return {};
    });
  }
  afterAll(() => busy.close());

  test.each(['/gateway/things', '/api/v1/things'])('%s is refused with 503 before anything is done', async (url) => {
    const answer = await busy.inject(url);
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '1']);
    expect(answer.json()).toMatchObject({ type: '/docs/errors/overloaded', status: 503 });
    expect(done).toBe(0);
  });

  test('is told in the log once, not for each', () => {
    expect(lines.filter((line) => line.includes('requests are refused'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('answered'))).toHaveLength(0);
  });

  test('is answered where it is a page', async () => {
    expect((await busy.inject('/docs')).statusCode).toBe(200);
  });
});
