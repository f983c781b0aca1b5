import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { arrivals } from './arrivals.ts';
import { type LoadResult, Tally } from './tally.ts';

export interface LoadRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** So many requests a second for so long. */
export interface Phase {
  readonly rate: number;
  readonly seconds: number;
}

export interface Load {
  readonly origin: string;
  /** Sent in turn. */
  readonly requests: readonly LoadRequest[];
  readonly phases: readonly Phase[];
  /** How many at once. Beyond, a request waits in the generator, and its latency counts that. */
  readonly connections: number;
}

/** Shorter, and timers alone would keep a processor busy. */
const TICK_MILLISECONDS = 1;
const PATIENCE_MILLISECONDS = 10_000;

/**
 * Sends at times that were laid down before, whatever the answers do (an open loop), and counts latency from the time that was meant: a
 * server that stalls cannot make the generator wait, and so hide what others would have waited ("coordinated omission").
 */
export async function startLoad({ origin, requests, phases, connections }: Load): Promise<LoadResult> {
  const pool = new Pool(origin, { connections, pipelining: 1, headersTimeout: 0, bodyTimeout: 0 });
  const tally = new Tally(phases);
  const start = performance.now();
  let turn = 0;
  for (const due of batches(phases)) {
    const wait = start + due.at - performance.now();
    if (wait > 0) await pause(Math.max(wait, TICK_MILLISECONDS));
    for (const at of due.times) {
      const request = requests[turn++ % requests.length];
      if (request) send(pool, request, start + at, tally.expect(at));
    }
  }
  await Promise.race([tally.all(), pause(PATIENCE_MILLISECONDS, undefined, { ref: false })]);
  const result = tally.result();
  await pool.destroy();
  return result;
}

/** What is due together, a tick at a time. */
function* batches(phases: readonly Phase[]): Generator<{ at: number; times: readonly number[] }> {
  let times: number[] = [];
  let end = TICK_MILLISECONDS;
  for (const at of arrivals(phases)) {
    if (at > end) {
      if (times.length > 0) yield { at: times[0] ?? 0, times };
      times = [];
      end = at + TICK_MILLISECONDS;
    }
    times.push(at);
  }
  if (times.length > 0) yield { at: times[0] ?? 0, times };
}

function send(pool: Pool, request: LoadRequest, meantAt: number, told: ReturnType<Tally['expect']>): void {
  let sentAt = meantAt;
  let status = 0;
  let saysWhen = false;
  pool.dispatch(
    { ...request, body: request.body ?? null },
    {
      onRequestStart: () => void (sentAt = performance.now()),
      onResponseStart(_controller, code, headers) {
        status = code;
        saysWhen = headers['retry-after'] !== undefined;
      },
      onResponseData: () => undefined,
      onResponseEnd() {
        const now = performance.now();
        told({ status, saysWhen, milliseconds: now - meantAt, sinceSent: now - sentAt });
      },
      onResponseError: () => told({ status: 0, saysWhen, milliseconds: Infinity, sinceSent: Infinity }),
    },
  );
}
