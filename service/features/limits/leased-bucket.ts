import type { Clock } from '../../platform/clock.ts';
import { type Allowance, allowanceOf } from './allowance.ts';
import { untilNext } from './bucket.ts';
import type { BucketStore } from './bucket-store.ts';
import type { Policy } from './policy.ts';

/** How long tokens in hand may be used after the last draw. Then they go back with the next one. */
const leaseMicroseconds = 1_000_000;

interface Waiter {
  readonly resolve: (allowance: Allowance) => void;
  readonly reject: (error: unknown) => void;
}

/** A bucket as this process sees it: the tokens that it has in hand, and who waits for more. */
export interface LeasedBucket {
  /** Rejects where the store does not answer. */
  take(): Promise<Allowance>;
  /** Whether nothing is lost by forgetting it: it is full, and nobody waits. */
  isIdle(): boolean;
}

/**
 * Takes from the tokens in hand, which are filled up to `ahead` while the bucket is at least half full; else draws for all who
 * wait, in their order. A bucket that was found empty is asked again only when it has a token: a flood does not reach the store.
 */
export function leasedBucket(deps: {
  readonly name: string;
  readonly policy: Policy;
  readonly store: Pick<BucketStore, 'draw'>;
  readonly clock: Clock;
  /** The most to have in hand: so far can what several instances let through be above the policy, for each of them. */
  readonly ahead: number;
}): LeasedBucket {
  const { name, policy, store, ahead } = deps;
  const now = () => deps.clock.now().getTime() * 1000;
  const waiters: Waiter[] = [];
  let inHand = 0;
  let drawnAt = -Infinity;
  let emptyUntil = -Infinity;
  let fullAt = -Infinity;
  let isDrawing = false;

  const isFresh = (at: number) => at >= drawnAt && at - drawnAt < leaseMicroseconds;
  const allow = (isTaken: boolean, at: number) => allowanceOf(isTaken, policy, fullAt, inHand, at);

  async function drawForAll(): Promise<void> {
    isDrawing = true;
    try {
      do await drawOnce();
      while (waiters.length > 0);
    } catch (error) {
      for (const { reject } of waiters.splice(0)) reject(error);
    } finally {
      isDrawing = false;
    }
  }

  async function drawOnce(): Promise<void> {
    const at = now();
    const waiting = waiters.length;
    const returned = isFresh(at) ? 0 : inHand;
    inHand -= returned;
    const drawn = await store.draw(name, policy, { waiting, ahead: Math.max(0, ahead - inHand), returned }, at);
    fullAt = drawn.fullAt;
    drawnAt = at;
    inHand += drawn.granted;
    const served = waiters.splice(0, inHand);
    for (const { resolve } of served) {
      inHand -= 1;
      resolve(allow(true, at));
    }
    if (served.length >= waiting) return;
    emptyUntil = at + untilNext(fullAt, policy, at);
    for (const { resolve } of waiters.splice(0, waiting - served.length)) resolve(allow(false, at));
  }

  return {
    async take() {
      const at = now();
      if (waiters.length === 0 && inHand > 0 && isFresh(at)) {
        inHand -= 1;
        if (!isDrawing && inHand < ahead / 2) void drawForAll();
        return allow(true, at);
      }
      if (!isDrawing && at >= drawnAt && at < emptyUntil) return allow(false, at);
      const { promise, resolve, reject } = Promise.withResolvers<Allowance>();
      waiters.push({ resolve, reject });
      if (!isDrawing) void drawForAll();
      return promise;
    },
    isIdle: () => !isDrawing && fullAt <= now(),
  };
}
