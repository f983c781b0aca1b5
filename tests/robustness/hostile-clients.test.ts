import { readdirSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GatewayProcess, startGatewayProcess } from './raw/gateway-process.ts';
import { head, talk } from './raw/raw-client.ts';
import { type RecordingUpstream, recordingUpstream } from './raw/recording-upstream.ts';

/** Fewer than what leaks below: one that is not counted out would shut the gateway. */
const requestsAtOnce = 100;
/** ROBUSTNESS asks for 10,000: `ABORTED_REQUESTS=10000 npx vitest run --project robustness tests/robustness/hostile-clients.test.ts`. */
const abortedRequests = Number(process.env.ABORTED_REQUESTS ?? 1000);

let upstream: RecordingUpstream;
let gateway: GatewayProcess;
beforeAll(async () => {
  upstream = await recordingUpstream();
  gateway = await startGatewayProcess(upstream.origin, { requestsAtOnce });
});
afterAll(async () => {
  await gateway.stop();
  await upstream.close();
});

const at = '/gateway/things/v1';
const get = (path: string, ...lines: readonly string[]) =>
  head(`GET ${at}${path} HTTP/1.1`, 'Host: x', `Authorization: Bearer ${gateway.key}`, ...lines);
const answers = async () => (await talk(gateway.port, get('/things', 'Connection: close'))).statuses;

/** Waits until it is so; fails with what it was. */
async function until(isSo: () => boolean, milliseconds: number, told: () => unknown): Promise<number> {
  const from = performance.now();
  while (!isSo()) {
    if (performance.now() - from > milliseconds) throw new Error(`Not within ${milliseconds} ms: ${String(told())}`);
    await pause(5);
  }
  return performance.now() - from;
}

function opened(bytes: string | Buffer): Socket {
  const socket = connect(gateway.port, '127.0.0.1').on('error', () => undefined);
  socket.write(bytes);
  return socket;
}

const openFiles = () => readdirSync(`/proc/${gateway.pid}/fd`).length;

describe('a client that goes away', () => {
  test('before the answer: the request to the upstream ends within a second', async () => {
    const before = upstream.begun();
    const idle = upstream.open();
    const client = opened(get(upstream.silentPath));
    await until(() => upstream.begun() > before, 5000, upstream.begun);
    expect(upstream.open()).toBeGreaterThan(0);
    client.destroy();
    expect(await until(() => upstream.open() < Math.max(idle, 1), 5000, upstream.open)).toBeLessThan(1000);
  });

  test('in the midst of a body: what the upstream got of it ends within a second', async () => {
    const before = upstream.begun();
    const seen = upstream.seen.length;
    const start = head(
      `PUT ${at}/files/1 HTTP/1.1`,
      'Host: x',
      `Authorization: Bearer ${gateway.key}`,
      'Content-Type: application/octet-stream',
      'Content-Length: 1000000',
    );
    const client = opened(start + 'x'.repeat(5000));
    await until(() => upstream.begun() > before, 5000, upstream.begun);
    const open = upstream.open();
    client.destroy();
    expect(await until(() => upstream.open() < open, 5000, upstream.open)).toBeLessThan(1000);
    // Half a body is not made to look like a whole one.
    expect(upstream.seen.length).toBe(seen);
  });

  test(`${abortedRequests} of them leave nothing behind: no request under way, no connection, no file`, async () => {
    expect(await answers()).toEqual([200]);
    const files = openFiles();
    const batch = 50;
    for (let sent = 0; sent < abortedRequests; sent += batch) {
      const begun = upstream.begun();
      const clients = Array.from({ length: batch }, () => opened(get(upstream.silentPath)));
      await until(
        () => upstream.begun() >= begun + batch,
        10_000,
        () => upstream.begun() - begun,
      );
      for (const client of clients) client.destroy();
      await until(() => upstream.open() < batch, 10_000, upstream.open);
    }
    await until(() => upstream.open() <= 2, 5000, upstream.open);
    await until(
      () => openFiles() <= files + 5,
      5000,
      () => `${openFiles()} files, ${files} before`,
    );
    expect(await answers()).toEqual([200]);
  });
});

test('while as many are under way as may be, one more is refused at once; when they are gone, it is answered', async () => {
  const begun = upstream.begun();
  const clients = Array.from({ length: requestsAtOnce }, () => opened(get(upstream.silentPath)));
  // As many as the upstream's places; the others wait for one.
  await until(
    () => upstream.begun() >= begun + 64,
    5000,
    () => upstream.begun() - begun,
  );
  const from = performance.now();
  const { statuses, text } = await talk(gateway.port, get('/things', 'Connection: close'));
  const tookMs = performance.now() - from;
  expect({ statuses, retry: /^retry-after: (\d+)\r$/m.exec(text)?.[1] }).toEqual({ statuses: [503], retry: '1' });
  expect(text).toContain('/docs/errors/overloaded');
  expect(tookMs).toBeLessThan(500);
  for (const client of clients) client.destroy();
  await until(() => upstream.open() <= 2, 5000, upstream.open);
  expect(await answers()).toEqual([200]);
});

describe('a head', () => {
  test.each<[string, () => string]>([
    ['with a header that is too large', () => get('/things', `X-Large: ${'x'.repeat(100_000)}`)],
    ['with too many headers', () => get('/things', ...Array.from({ length: 5000 }, (_, index) => `X-${index}: y`))],
    ['with a target that is too large', () => get(`/things?q=${'x'.repeat(100_000)}`)],
    ['with a header without end', () => get('/things', 'X-Large: ').slice(0, -4) + 'x'.repeat(100_000)],
  ])('%s is refused with 431, and says so in full', async (_, bytes) => {
    const before = upstream.begun();
    const { statuses, text, isClosed } = await talk(gateway.port, bytes());
    expect({ statuses, isClosed }).toEqual({ statuses: [431], isClosed: true });
    expect(text).toContain('/docs/errors/head-too-large');
    expect(upstream.begun()).toBe(before);
  });

  test('that is malformed a thousand times leaves nothing behind', async () => {
    const files = openFiles();
    for (let round = 0; round < 20; round += 1) {
      const talks = await Promise.all(Array.from({ length: 50 }, () => talk(gateway.port, 'NONSENSE\r\n\r\n')));
      expect(talks.every(({ statuses, isClosed }) => statuses[0] === 400 && isClosed)).toBe(true);
    }
    await until(
      () => openFiles() <= files + 5,
      5000,
      () => `${openFiles()} files, ${files} before`,
    );
    expect(await answers()).toEqual([200]);
  });
});
