import { tokensIn, untilNext } from './bucket.ts';
import type { BucketStore } from './bucket-store.ts';
import type { Policy } from './policy.ts';
import type { Source } from './source.ts';

/** How long tokens in hand may be used after they were drawn. Then they go back with the next draw. */
const leaseMicroseconds = 1_000_000;

/** Draws from a bucket of the store. */
export function bucketSource(store: Pick<BucketStore, 'draw'>, bucket: string, policy: Policy): Source {
  return {
    async draw(ask, now) {
      const { granted, fullAt } = await store.draw(bucket, policy, ask, now);
      const left = tokensIn(fullAt, policy, now);
      const nextAt = now + untilNext(fullAt, policy, now);
      const eachTakes = policy.microsecondsPerRequest;
      return { granted, left, nextAt, fullAt, eachTakes, goodUntil: now + leaseMicroseconds };
    },
  };
}
