import type { Clock } from '../../platform/clock.ts';
import { bucketSource } from './bucket-source.ts';
import type { BucketStore } from './bucket-store.ts';
import { dayOf, daySource } from './day-source.ts';
import type { DayStore } from './day-store.ts';
import { type TokensInHand, tokensInHand } from './in-hand.ts';
import type { Policy } from './policy.ts';
import type { Standing } from './standing.ts';

export interface Limiter {
  /** Takes from a sender's bucket; the policy's name and rate say which. */
  readonly take: (sender: string, policy: Policy) => Promise<Standing>;
  /** Takes from a sender's quota of the day. */
  readonly takeOfDay: (sender: string, quota: number) => Promise<Standing>;
  /** Where a sender stands by its quota of the day, without taking of it; undefined where this process does not know. */
  readonly lookAtDay: (sender: string) => Standing | undefined;
}

const tidyEveryMs = 10_000;
const dayMs = 86_400_000;

/** Finds each sender's tokens, and forgets those that are all there again. */
export function limiter(deps: {
  readonly buckets: BucketStore;
  readonly days: DayStore;
  readonly clock: Clock;
  /** How many tokens of a bucket to have in hand. */
  readonly aheadOf: (policy: Policy) => number;
  readonly log: { warn(details: object, message: string): void };
}): Limiter {
  const { buckets, days, clock, aheadOf, log } = deps;
  const kept = new Map<string, TokensInHand>();
  let tidiedAt = clock.now().getTime();
  let tidiedDay = '';

  function tidy(): void {
    const now = clock.now().getTime();
    if (Math.abs(now - tidiedAt) < tidyEveryMs) return;
    tidiedAt = now;
    // Not today's, and not yesterday's: another instance's clock may be a little behind.
    const day = dayOf((now - dayMs) * 1000);
    for (const [name, tokens] of kept) if (tokens.isIdle()) kept.delete(name);
    const work = [buckets.removeFull(now * 1000)];
    if (day !== tidiedDay) work.push(days.removeBefore(day));
    tidiedDay = day;
    Promise.all(work).catch((err: unknown) => log.warn({ err }, 'old limits were not tidied away'));
  }

  function tokensOf(name: string, make: () => TokensInHand): TokensInHand {
    tidy();
    const known = kept.get(name);
    if (known !== undefined) return known;
    const made = make();
    kept.set(name, made);
    return made;
  }

  return {
    take(sender, policy) {
      const name = `${sender} ${policy.name} ${policy.microsecondsPerRequest}`;
      const source = () => bucketSource(buckets, name, policy);
      return tokensOf(name, () => tokensInHand({ source: source(), policy, clock, ahead: aheadOf(policy) })).take();
    },
    lookAtDay: (sender) => kept.get(`day ${sender}`)?.look(),
    takeOfDay(sender, quota) {
      const policy = { name: 'day', quota, windowSeconds: 86_400 };
      const source = () => daySource(days, sender, quota);
      const ahead = Math.min(100, Math.floor(quota / 100));
      return tokensOf(`day ${sender}`, () => tokensInHand({ source: source(), policy, clock, ahead })).take();
    },
  };
}
