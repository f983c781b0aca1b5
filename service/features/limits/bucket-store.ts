import type { Draw, Drawn } from './bucket.ts';
import type { Policy } from './policy.ts';

/** Where buckets are kept: the port. */
export interface BucketStore {
  /** Takes tokens out of the bucket of that name at once and for all who share the store, as `draw` does. */
  draw(bucket: string, policy: Policy, ask: Draw, now: number): Promise<Drawn>;
  /** Drops the buckets that are full since before `now`: a bucket that is not there is full, too. Returns how many. */
  removeFull(now: number): Promise<number>;
}
