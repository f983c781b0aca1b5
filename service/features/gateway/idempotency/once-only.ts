import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Clock } from '../../../platform/clock.ts';
import type { Facts, UpstreamAnswer } from '../facts.ts';
import type { Upstream } from '../forward.ts';
import { brokenAnswer } from '../live-failure.ts';
import type { Timing } from '../resilience/timing.ts';
import type { AnswerStore, Claim, KeptAnswer, KeyPlace } from './answer-store.ts';
import { inTurn } from './in-turn.ts';
import { type KeyedRequest, keyedRequest } from './keyed-request.ts';
import { outcomeOfFailure, outcomeOfStatus } from './outcome.ts';
import { type ReadBody, readKept } from './read-kept.ts';
import { keyInUse, reusedKey, unknownOutcome } from './refusals.ts';

export interface OnceOnlyDeps {
  readonly store: AnswerStore;
  readonly clock: Clock;
  readonly timing: Timing;
  readonly log: { warn(details: object, message: string): void };
}

/** How long a key is held without a word of its holder: after a kill, it is free or unknown then. */
const heldMs = 30_000;
const holdOnEveryMs = 10_000;
/** How long one waits for another's answer, and how often it looks. */
const waitMs = 30_000;
const lookEveryMs = 100;
const mostKeptBytes = 1024 * 1024;

/**
 * Sends a request with one `Idempotency-Key` once (draft-ietf-httpapi-idempotency-key-header-07): others with the key wait for its answer and get
 * the same one, in all processes that share the store. The answer is kept before it is handed out. A client that goes away does not break
 * the first one off: what came of it is there when it asks again. Throws 422 and 409 problems.
 */
export function onceOnly(send: Upstream, deps: OnceOnlyDeps): Upstream {
  const { store, clock, timing } = deps;
  const turn = inTurn();
  const claim = ({ place, fingerprint, isDeclared }: KeyedRequest, holder: string): Promise<Claim> => {
    const now = clock.now();
    const heldUntil = new Date(now.getTime() + heldMs);
    return store.claim(place, { fingerprint, holder, now, heldUntil, mayTakeOver: isDeclared });
  };
  const answerOnce = async (facts: Facts, keyed: KeyedRequest): Promise<UpstreamAnswer> => {
    const holder = randomUUID();
    const untilMs = timing.nowMs() + waitMs;
    for (;;) {
      const claimed = await claim(keyed, holder);
      switch (claimed.kind) {
        case 'given':
          return sendFirst(send, facts, keyed, holder, deps);
        case 'answered':
          return again(claimed.answer, facts);
        case 'reused':
          throw reusedKey();
        case 'unknown':
          throw unknownOutcome();
        case 'under-way':
          if (timing.nowMs() >= untilMs || facts.request.gone.aborted) throw keyInUse();
          await new Promise<void>((resolve) => timing.after(lookEveryMs, resolve));
      }
    }
  };
  return async (facts) => {
    const keyed = keyedRequest(facts);
    if (keyed === null) return send(facts);
    return turn(Object.values(keyed.place).join('/'), () => answerOnce(facts, keyed));
  };
}

async function sendFirst(
  send: Upstream,
  facts: Facts,
  { place, isDeclared }: KeyedRequest,
  holder: string,
  deps: OnceOnlyDeps,
): Promise<UpstreamAnswer> {
  const stopHolding = keepHolding(place, holder, deps);
  // Where it cannot be stored, the key is free or unknown when nobody holds it any more: the answer goes out all the same.
  const end = async (outcome: KeptAnswer | 'unknown' | 'free'): Promise<void> => {
    stopHolding();
    try {
      await (outcome === 'free' ? deps.store.release(place, holder) : deps.store.settle(place, holder, outcome));
    } catch (err) {
      deps.log.warn({ err }, 'what became of an Idempotency-Key could not be stored');
    }
  };
  try {
    const answer = await send({ ...facts, request: { ...facts.request, gone: new AbortController().signal } });
    const outcome = outcomeOfStatus(answer.status, isDeclared);
    const read = await readWhole(answer);
    const { status, headers } = answer;
    if (outcome !== 'keep') await end(outcome);
    else await end(read.kind === 'whole' ? { status, headers, body: read.bytes } : 'unknown');
    return { ...answer, body: bodyOf(answer, read) };
  } catch (error) {
    await end(outcomeOfFailure(error, isDeclared));
    throw error;
  }
}

async function readWhole(answer: UpstreamAnswer): Promise<ReadBody> {
  // Events have no end that one could wait for.
  const isEndless = /^text\/event-stream\b/i.test(String(answer.headers['content-type'] ?? ''));
  if (isEndless && answer.body.kind === 'stream')
    return { kind: 'longer', stream: Readable.from(answer.body.stream, { objectMode: false }) };
  try {
    return await readKept(answer.body, mostKeptBytes);
  } catch (cause) {
    throw cause instanceof Error ? brokenAnswer(cause) : cause;
  }
}

function bodyOf({ body }: UpstreamAnswer, read: ReadBody): UpstreamAnswer['body'] {
  if (body.kind !== 'stream') return body;
  const stream = read.kind === 'longer' ? read.stream : streamOf(read.bytes);
  return { kind: 'stream', stream };
}

function again({ status, headers, body }: KeptAnswer, { request }: Facts): UpstreamAnswer {
  const isEmpty = request.method === 'HEAD' || status === 204 || status === 304;
  return {
    status,
    headers: { ...headers, 'idempotent-replayed': 'true' },
    body: isEmpty ? { kind: 'none' } : { kind: 'stream', stream: streamOf(body) },
  };
}

function streamOf(bytes: Buffer): Readable {
  return Readable.from(bytes.length === 0 ? [] : [bytes], { objectMode: false });
}

function keepHolding(place: KeyPlace, holder: string, { store, clock, timing, log }: OnceOnlyDeps): () => void {
  let stop: () => void;
  const holdOn = (): void => {
    const heldUntil = new Date(clock.now().getTime() + heldMs);
    store
      .holdOn(place, holder, heldUntil)
      .catch((err: unknown) => log.warn({ err }, 'an Idempotency-Key could not be held on to'));
    stop = timing.after(holdOnEveryMs, holdOn);
  };
  stop = timing.after(holdOnEveryMs, holdOn);
  return () => stop();
}
