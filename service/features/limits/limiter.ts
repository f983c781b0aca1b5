import type { Clock } from '../../platform/clock.ts';
import type { Allowance } from './allowance.ts';
import type { BucketStore } from './bucket-store.ts';
import { type LeasedBucket, leasedBucket } from './leased-bucket.ts';
import type { Policy } from './policy.ts';

/** Counts a request of somebody by a policy. `who` and the policy's name and rate make the bucket. */
export type Take = (who: string, policy: Policy) => Promise<Allowance>;

const tidyEveryMs = 10_000;

/** Finds each one's bucket, and forgets those that are full again. */
export function limiter(deps: {
  readonly store: BucketStore;
  readonly clock: Clock;
  /** How many tokens of a policy to have in hand. */
  readonly aheadOf: (policy: Policy) => number;
  readonly log: { warn(details: object, message: string): void };
}): Take {
  const { store, clock, aheadOf, log } = deps;
  const buckets = new Map<string, LeasedBucket>();
  let tidiedAt = clock.now().getTime();

  function tidy(): void {
    const now = clock.now().getTime();
    if (Math.abs(now - tidiedAt) < tidyEveryMs) return;
    tidiedAt = now;
    for (const [name, bucket] of buckets) if (bucket.isIdle()) buckets.delete(name);
    store.removeFull(now * 1000).catch((err: unknown) => log.warn({ err }, 'full buckets were not tidied away'));
  }

  return (who, policy) => {
    tidy();
    const name = `${who} ${policy.name} ${policy.microsecondsPerRequest}`;
    const known = buckets.get(name);
    if (known !== undefined) return known.take();
    const bucket = leasedBucket({ name, policy, store, clock, ahead: aheadOf(policy) });
    buckets.set(name, bucket);
    return bucket.take();
  };
}
