import type { Clock } from '../../platform/clock.ts';
import type { Source, Supply } from './source.ts';
import { type Standing, standingOf } from './standing.ts';

interface Waiter {
  readonly resolve: (standing: Standing) => void;
  readonly reject: (error: unknown) => void;
}

/** A sender's tokens as this process sees them: those that it has in hand, and who waits for more. */
export interface TokensInHand {
  /** Rejects where the store does not answer. */
  take(): Promise<Standing>;
  /** Where the sender stands as far as this process knows, without taking; undefined where it does not. */
  look(): Standing | undefined;
  /** Whether nothing is lost by forgetting it: all is there again, and nobody waits. */
  isIdle(): boolean;
}

const never = -Infinity;
const nothing: Supply = { granted: 0, left: 0, nextAt: never, fullAt: never, eachTakes: 0, goodUntil: never };

/**
 * Takes from the tokens in hand, which are filled up to `ahead` while plenty is left; else draws for all who wait, in their
 * order. Where nothing was left, the source is asked again only when there is a token: a flood does not reach it.
 */
export function tokensInHand(deps: {
  readonly source: Source;
  readonly policy: Standing['policy'];
  readonly clock: Clock;
  /** The most to have in hand: so far can what several instances let through be above the policy, for each of them. */
  readonly ahead: number;
}): TokensInHand {
  const { source, policy, ahead } = deps;
  const now = () => deps.clock.now().getTime() * 1000;
  const waiters: Waiter[] = [];
  let inHand = 0;
  let supply = nothing;
  let drawnAt = never;
  let isEmpty = false;
  let isDrawing = false;

  const isFresh = (at: number) => at >= drawnAt && at < supply.goodUntil;
  const stand = (isTaken: boolean, at: number) => standingOf(isTaken, policy, supply, inHand, at);

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
    supply = await source.draw({ waiting, ahead: Math.max(0, ahead - inHand), returned }, at);
    drawnAt = at;
    inHand += supply.granted;
    const served = waiters.splice(0, inHand);
    for (const { resolve } of served) {
      inHand -= 1;
      resolve(stand(true, at));
    }
    isEmpty = served.length < waiting;
    if (!isEmpty) return;
    for (const { resolve } of waiters.splice(0, waiting - served.length)) resolve(stand(false, at));
  }

  return {
    async take() {
      const at = now();
      if (waiters.length === 0 && inHand > 0 && isFresh(at)) {
        inHand -= 1;
        if (!isDrawing && inHand < ahead / 2) void drawForAll();
        return stand(true, at);
      }
      if (!isDrawing && isEmpty && at >= drawnAt && at < supply.nextAt) return stand(false, at);
      const { promise, resolve, reject } = Promise.withResolvers<Standing>();
      waiters.push({ resolve, reject });
      if (!isDrawing) void drawForAll();
      return promise;
    },
    look() {
      const at = now();
      return drawnAt === never || at < drawnAt || at >= supply.fullAt ? undefined : stand(true, at);
    },
    isIdle: () => !isDrawing && supply.fullAt <= now(),
  };
}
