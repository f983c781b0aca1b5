import { draw, type FullAt } from './bucket.ts';
import type { BucketStore } from './bucket-store.ts';

/** Buckets of this process only, where one process is all there is. A restart fills them. */
export function memoryBucketStore(): BucketStore {
  const buckets = new Map<string, FullAt>();
  return {
    async draw(bucket, policy, ask, now) {
      const drawn = draw(buckets.get(bucket) ?? now, policy, ask, now);
      buckets.set(bucket, drawn.fullAt);
      return drawn;
    },
    async removeFull(now) {
      const full = [...buckets].filter(([, fullAt]) => fullAt < now);
      for (const [bucket] of full) buckets.delete(bucket);
      return full.length;
    },
  };
}
