import { readdirSync, readFileSync } from 'node:fs';
import { Agent, get, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drip, type FaultyUpstream, faultyUpstream, jsonHead, okAnswer } from './raw/faulty-upstream.ts';
import { type GatewayProcess, startGatewayProcess } from './raw/gateway-process.ts';

/** ROBUSTNESS G1, G2: an upstream that goes wrong in every way that a socket can, and the real service before it. */

const deadlineMs = 1000;
const wholeMs = 2000;
const graceMs = 100;
const mostMegabytes = 64;
const gigabyte = 1024 ** 3;

const reset = (socket: Socket) => void socket.resetAndDestroy();
const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024), { level: 9 });
const packedBytes = bomb.length;

const upstreamFaults = {
  hang: () => undefined,
  'reset-before-head': reset,
  'end-before-head': (socket: Socket) => void socket.end(),
  'half-head': (socket: Socket) => void socket.write('HTTP/1.1 200 OK\r\nContent-Ty'),
  'half-head-reset': (socket: Socket) => void socket.write('HTTP/1.1 200 OK\r\nContent-Ty', () => reset(socket)),
  'head-by-bytes': (socket: Socket) => drip(socket, okAnswer, 100),
  'not-http': (socket: Socket) => void socket.end('220 mail.example ESMTP\r\n\r\n'),
  'both-lengths': (socket: Socket) =>
    void socket.end(`${jsonHead('Content-Length: 5', 'Transfer-Encoding: chunked')}0\r\n\r\n`),
  'two-lengths': (socket: Socket) => void socket.end(`${jsonHead('Content-Length: 2', 'Content-Length: 3')}{} `),
  'negative-length': (socket: Socket) => void socket.end(`${jsonHead('Content-Length: -1')}{}`),
  'chunk-garbage': (socket: Socket) => void socket.end(`${jsonHead('Transfer-Encoding: chunked')}zz\r\n{}\r\n`),
  'reset-after-head': (socket: Socket) => void socket.write(jsonHead('Content-Length: 10'), () => reset(socket)),
  'silent-after-head': (socket: Socket) => void socket.write(jsonHead('Content-Length: 10')),
  'reset-in-body': (socket: Socket) =>
    void socket.write(`${jsonHead('Content-Length: 10')}{"id"`, () => setTimeout(() => reset(socket), 50)),
  'silent-in-body': (socket: Socket) => void socket.write(`${jsonHead('Content-Length: 10')}{"id"`),
  'body-by-bytes': (socket: Socket) => void socket.write(jsonHead('Content-Length: 100'), () => drip(socket, 'x', 200)),
  'chunk-garbage-in-body': (socket: Socket) =>
    void socket.write(`${jsonHead('Transfer-Encoding: chunked')}2\r\n{}\r\n`, () =>
      setTimeout(() => socket.end('zz\r\n'), 50),
    ),
  bomb: (socket: Socket) =>
    void socket.write(jsonHead('Content-Encoding: gzip', `Content-Length: ${packedBytes}`), () => socket.write(bomb)),
  gigabyte: (socket: Socket) => {
    socket.write(jsonHead(`Content-Length: ${gigabyte}`));
    const piece = Buffer.alloc(256 * 1024, '[1,');
    let left = gigabyte / piece.length;
    const write = (): void => {
      while (left > 0 && !socket.destroyed) {
        left -= 1;
        if (!socket.write(piece)) return void socket.once('drain', write);
      }
    };
    write();
  },
  'error-500': (socket: Socket) => void socket.write('HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n'),
  'error-503': (socket: Socket) => void socket.write('HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n'),
};

let upstream: FaultyUpstream;
let neighbour: FaultyUpstream;
let strict: GatewayProcess;
let refusingPort: number;
const agent = new Agent({ keepAlive: true });

beforeAll(async () => {
  upstream = await faultyUpstream(upstreamFaults);
  neighbour = await faultyUpstream({});
  refusingPort = await unusedPort();
  const values = [upstream.port, neighbour.port, refusingPort].map(String);
  strict = await startGatewayProcess(
    'http://127.0.0.1:{port}',
    {},
    {
      variables: { port: { values } },
      timeoutSeconds: deadlineMs / 1000,
      timeouts: { wholeSeconds: wholeMs / 1000 },
      pool: { keepAliveSeconds: 1 },
    },
  );
});
afterAll(async () => {
  agent.destroy();
  await strict.stop();
  await upstream.close();
  await neighbour.close();
});

async function unusedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

interface Answered {
  readonly status: number;
  readonly bytes: number;
  readonly text: string;
  readonly isWhole: boolean;
  readonly tookMs: number;
}

/** Asks the gateway for `/things/{name}` of the upstream at this port. Keeps the first kilobyte. */
async function ask(name: string, port = upstream.port, gateway = strict): Promise<Answered> {
  const from = performance.now();
  const headers = { authorization: `Bearer ${gateway.key}`, 'x-portal-server': `port=${port}` };
  const sending = get({ port: gateway.port, path: `/gateway/things/v1/things/${name}`, headers, agent });
  const [answer] = (await once(sending, 'response')) as [IncomingMessage];
  let bytes = 0;
  let text = '';
  answer.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (text.length < 1000) text += chunk.toString('latin1', 0, 1000);
  });
  await new Promise<void>((resolve) => answer.on('error', () => undefined).once('close', resolve));
  const tookMs = performance.now() - from;
  return { status: answer.statusCode ?? 0, bytes, text, isWhole: answer.complete, tookMs };
}

/** Enough that went well that the circuit stays closed, and no connection is out of step. */
async function well(): Promise<void> {
  for (let count = 0; count < 3; count += 1) expect(await ask('ok')).toMatchObject({ status: 200, text: '{}' });
}

function residentMegabytes({ pid }: GatewayProcess): number {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

const openFiles = ({ pid }: GatewayProcess) => readdirSync(`/proc/${pid}/fd`).length;

/** How much more memory the gateway has at most while this runs, in megabytes. */
async function growth(gateway: GatewayProcess, work: () => Promise<unknown>): Promise<number> {
  const before = residentMegabytes(gateway);
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, residentMegabytes(gateway))), 20);
  await work();
  clearInterval(timer);
  return most - before;
}

describe('an upstream that gives no answer is 502 or 504, within the deadline and 100 ms', () => {
  test.each<[string, number]>([
    ['hang', 504],
    ['half-head', 504],
    ['head-by-bytes', 504],
    ['silent-after-head', 504],
    ['reset-before-head', 502],
    ['end-before-head', 502],
    ['half-head-reset', 502],
    ['not-http', 502],
    ['both-lengths', 502],
    ['two-lengths', 502],
    ['negative-length', 502],
    ['chunk-garbage', 502],
    ['reset-after-head', 502],
  ])('%s: %i', async (name, status) => {
    await well();
    const answer = await ask(name);
    expect([answer.status, answer.isWhole]).toEqual([status, true]);
    expect(JSON.parse(answer.text)).toMatchObject({ status });
    expect(answer.tookMs).toBeLessThan(deadlineMs + graceMs);
    if (status === 504) expect(answer.tookMs).toBeGreaterThan(deadlineMs - 50);
    await well();
  });

  test('it refuses: 502', async () => {
    const answer = await ask('ok', refusingPort);
    expect(answer.status).toBe(502);
    expect(answer.tookMs).toBeLessThan(deadlineMs + graceMs);
  });
});

describe('an answer that goes wrong after it began breaks off, and never looks whole', () => {
  test.each<[string, number]>([
    ['reset-in-body', deadlineMs],
    ['chunk-garbage-in-body', deadlineMs],
    ['silent-in-body', wholeMs],
    ['body-by-bytes', wholeMs],
  ])('%s, within %i ms and 100', async (name, withinMs) => {
    await well();
    const answer = await ask(name);
    expect([answer.status, answer.isWhole]).toEqual([200, false]);
    expect(answer.tookMs).toBeLessThan(withinMs + graceMs);
    await well();
  });
});

describe(`memory grows by at most ${mostMegabytes} MB`, () => {
  let wide: GatewayProcess;
  beforeAll(async () => {
    const values = [String(upstream.port)];
    wide = await startGatewayProcess('http://127.0.0.1:{port}', {}, { variables: { port: { values } } });
    for (let count = 0; count < 300; count += 1) await ask('ok', upstream.port, wide);
  });
  afterAll(() => wide.stop());

  test('while a gigabyte goes by', async () => {
    let got: Answered | undefined;
    const grown = await growth(wide, async () => (got = await ask('gigabyte', upstream.port, wide)));
    console.log(`a gigabyte in ${Math.round(got?.tookMs ?? 0)} ms: +${Math.round(grown)} MB`);
    expect(got).toMatchObject({ status: 200, bytes: gigabyte, isWhole: true });
    expect(grown).toBeLessThanOrEqual(mostMegabytes);
  });

  test(`while twenty answers of ${Math.round(packedBytes / 1024)} kB go by that would be 200 MB each`, async () => {
    let got: readonly Answered[] = [];
    const grown = await growth(wide, async () => {
      got = await Promise.all(Array.from({ length: 20 }, () => ask('bomb', upstream.port, wide)));
    });
    console.log(`twenty bombs: +${Math.round(grown)} MB`);
    for (const one of got) expect(one).toMatchObject({ status: 200, bytes: packedBytes, isWhole: true });
    expect(grown).toBeLessThanOrEqual(mostMegabytes);
  });
});

test('connections are back to what they were five seconds after many faults at once', async () => {
  await well();
  await pause(1500);
  const files = openFiles(strict);
  const sockets = upstream.open();
  const names = ['hang', 'reset-before-head', 'half-head', 'reset-in-body', 'silent-in-body', 'body-by-bytes', 'ok'];
  await Promise.all(Array.from({ length: 70 }, (_, index) => ask(names[index % names.length] ?? 'ok')));
  await expect
    .poll(() => [upstream.open() <= sockets, openFiles(strict) - files <= agent.maxFreeSockets], { timeout: 5000 })
    .toEqual([true, true]);
  agent.destroy();
  await expect.poll(() => openFiles(strict) - files, { timeout: 5000 }).toBeLessThanOrEqual(0);
});

describe('a burst of errors', () => {
  /** The circuit of the upstream is closed again: its pause is over, and one request tried. */
  const closed = () => expect.poll(async () => (await ask('ok')).status, { timeout: 8000, interval: 200 }).toBe(200);

  test('500 is the answer to one request: the way stays open', async () => {
    await closed();
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask('error-500')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([500]));
    expect((await ask('ok')).status).toBe(200);
  });

  test('503 five times in a row: refused in a few milliseconds within a second, one tries, and the neighbour notices nothing', async () => {
    await closed();
    const p99 = async (): Promise<number> => {
      const times: number[] = [];
      for (let count = 0; count < 300; count += 1) {
        const answer = await ask('ok', neighbour.port);
        expect(answer.status).toBe(200);
        times.push(answer.tookMs);
      }
      return times.sort((a, b) => a - b)[296] ?? 0;
    };
    const alone = await p99();
    const from = performance.now();
    let refused: Answered | undefined;
    while (refused === undefined) {
      const answer = await ask('error-503');
      if (answer.text.includes('upstream-paused')) refused = answer;
      expect(performance.now() - from).toBeLessThan(1000);
    }
    const openedAfter = performance.now() - from;
    const asked = upstream.asked('error-503');
    const refusals = await Promise.all(Array.from({ length: 50 }, () => ask('error-503')));
    const one: number[] = [];
    for (let count = 0; count < 50; count += 1) one.push((await ask('error-503')).tookMs);
    const median = one.sort((a, b) => a - b)[25] ?? 0;
    const beside = await p99();
    expect(new Set(refusals.map(({ status }) => status))).toEqual(new Set([503]));
    console.log(
      `opened after ${Math.round(openedAfter)} ms; refused in ${median.toFixed(1)} ms; the neighbour's p99 ${alone.toFixed(1)} → ${beside.toFixed(1)} ms`,
    );
    expect(median).toBeLessThan(10);
    expect(upstream.asked('error-503')).toBe(asked);
    // After the pause one request tries, however many come.
    await pause(5100);
    await Promise.all(Array.from({ length: 20 }, () => ask('error-503')));
    expect(upstream.asked('error-503')).toBe(asked + 1);
  });
});
