import type { LoadedLimits } from '../../../contract/read/index.ts';
import { type Clock, systemClock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import type { Allowance } from './allowance.ts';
import { type CountedOperation, policyFor } from './limit-class.ts';
import { limiter } from './limiter.ts';
import { memoryBucketStore } from './memory-bucket-store.ts';
import { sqlBucketStore } from './sql-bucket-store.ts';

export type { Allowance } from './allowance.ts';
export { limitsMigrations } from './migrations.ts';

/** A request, for its limit: who sends it, how many of them that one may send, and for what. */
export interface CountedRequest {
  readonly who: string;
  readonly requestsPerMinute: number;
  readonly operation: CountedOperation;
}

/** Counts a request; the answer says whether it may go on. Rejects where the database does not answer. */
export type CountRequest = (request: CountedRequest) => Promise<Allowance>;

/**
 * How many requests are taken: a token bucket for each sender and class of operations.
 *
 * On SQLite buckets are in memory. On PostgreSQL all instances share them, and each has up to a tenth of a bucket in hand, so
 * that few requests wait for the database. n instances together let through at most the burst, what the rate adds, and n tenths
 * of a burst. Tokens in hand of an instance that is killed are lost. Clocks that differ by a second are worth a second's requests.
 */
export function limitsFeature(deps: {
  readonly database: Database;
  readonly limits: LoadedLimits;
  readonly log: { warn(details: object, message: string): void };
  readonly clock?: Clock;
}): { readonly count: CountRequest } {
  const { database, limits, log, clock = systemClock } = deps;
  const isShared = database.kind === 'postgres';
  const take = limiter({
    store: isShared ? sqlBucketStore(database) : memoryBucketStore(),
    clock,
    aheadOf: ({ quota }) => (isShared ? Math.floor(quota / 10) : 0),
    log,
  });
  return {
    count: ({ who, requestsPerMinute, operation }) => take(who, policyFor(limits, requestsPerMinute, operation)),
  };
}
