import type { LoadedLimits } from '../../../contract/read/index.ts';
import {
  type AddressLimits,
  addressLimits,
  type NamedLimits,
  namedLimits,
  type TakeOne,
} from '../../platform/address-limit.ts';
import { type Clock, systemClock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { type CountedOperation, policyFor } from './limit-class.ts';
import { limiter } from './limiter.ts';
import { memoryBucketStore } from './memory-bucket-store.ts';
import { policyOf } from './policy.ts';
import { sqlBucketStore } from './sql-bucket-store.ts';
import { sqlDayStore } from './sql-day-store.ts';
import type { Standing } from './standing.ts';

export { limitsMigrations } from './migrations.ts';
export type { Standing } from './standing.ts';

/** A request, for its limits: who sends it, how many of them that one may send, and for what. */
export interface CountedRequest {
  readonly who: string;
  readonly requestsPerMinute: number;
  /** Whether the quota of the day counts it, where there is one. */
  readonly hasQuota: boolean;
  readonly operation: CountedOperation;
}

/** Whether a request may go on: where its sender stands by each limit, as far as that is known. */
export interface Allowance {
  readonly isTaken: boolean;
  readonly standings: readonly [Standing, ...Standing[]];
}

/** Counts a request. Rejects where the database does not answer. */
export type CountRequest = (request: CountedRequest) => Promise<Allowance>;

export interface LimitsFeature {
  readonly count: CountRequest;
  /** For what needs no key: counted by the client's network. */
  readonly addressLimits: AddressLimits;
  /** For what is counted by another name, an account's for instance. */
  readonly namedLimits: NamedLimits;
}

/**
 * How many requests are taken: a token bucket for each sender and class of operations, and a quota a day where one is configured.
 *
 * On SQLite buckets are in memory. On PostgreSQL all instances share them, and each has up to a tenth of a bucket in hand, so
 * that few requests wait for the database. n instances together let through at most the burst, what the rate adds, and n tenths
 * of a burst. Tokens in hand of an instance that is killed are lost. Clocks that differ by a second are worth a second's requests.
 *
 * The quota of a day is never exceeded, and outlives a restart on both databases. A kill loses up to a hundredth of it, at most 100.
 */
export function limitsFeature(deps: {
  readonly database: Database;
  readonly limits: LoadedLimits;
  readonly log: { warn(details: object, message: string): void };
  readonly clock?: Clock;
}): LimitsFeature {
  const { database, limits, log, clock = systemClock } = deps;
  const isShared = database.kind === 'postgres';
  const { take, takeOfDay, lookAtDay } = limiter({
    buckets: isShared ? sqlBucketStore(database) : memoryBucketStore(),
    days: sqlDayStore(database),
    clock,
    aheadOf: ({ quota }) => (isShared ? Math.floor(quota / 10) : 0),
    log,
  });
  const takeOne: TakeOne = (who, perMinute) => take(who, policyOf('network', perMinute, 60));
  return {
    addressLimits: addressLimits(takeOne),
    namedLimits: namedLimits(takeOne),
    async count({ who, requestsPerMinute, hasQuota, operation }) {
      const standing = await take(who, policyFor(limits, requestsPerMinute, operation));
      const { isTaken } = standing;
      if (!hasQuota || limits.requestsPerDay === undefined) return { isTaken, standings: [standing] };
      if (!isTaken) {
        const known = lookAtDay(who);
        return { isTaken, standings: known ? [standing, known] : [standing] };
      }
      const ofDay = await takeOfDay(who, limits.requestsPerDay);
      return { isTaken: ofDay.isTaken, standings: [standing, ofDay] };
    },
  };
}
