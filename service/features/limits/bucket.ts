import type { Policy } from './policy.ts';

/**
 * A token bucket in one number: when it is full again, in microseconds since 1970. A bucket that was never used is full,
 * and so is one whose time has passed: nothing has to tick (the generic cell rate algorithm, ITU-T I.371).
 */
export type FullAt = number;

export interface Draw {
  /** How many requests wait for a token. */
  readonly waiting: number;
  /** How many to give beyond that, to be used later, where the bucket is at least half full. */
  readonly ahead: number;
  /** Tokens that were given earlier and come back unused. */
  readonly returned: number;
}

export interface Drawn {
  /** From 0 to `waiting + ahead`. */
  readonly granted: number;
  readonly fullAt: FullAt;
}

/** Takes tokens out of a bucket, as many as are there. Pure; `now` in microseconds since 1970. */
export function draw(fullAt: FullAt, policy: Policy, { waiting, ahead, returned }: Draw, now: number): Drawn {
  const each = policy.microsecondsPerRequest;
  const base = owedUntil(fullAt - returned * each, policy, now);
  const there = tokensIn(base, policy, now);
  const granted = Math.min(there, waiting + (there - waiting >= plentyOf(policy) ? ahead : 0));
  return { granted, fullAt: base + granted * each };
}

/** How many whole tokens a bucket holds, from 0 to the policy's quota. */
export function tokensIn(fullAt: FullAt, policy: Policy, now: number): number {
  const each = policy.microsecondsPerRequest;
  return Math.floor((policy.quota * each - (owedUntil(fullAt, policy, now) - now)) / each);
}

/** In how many microseconds a bucket holds a token; 0 where it holds one. */
export function untilNext(fullAt: FullAt, policy: Policy, now: number): number {
  return Math.max(0, owedUntil(fullAt, policy, now) - now - (policy.quota - 1) * policy.microsecondsPerRequest);
}

/** Tokens are given ahead only while this many stay. */
export function plentyOf({ quota }: Policy): number {
  return Math.ceil(quota / 2);
}

/**
 * Never before now: a full bucket does not fill further. Never later than an empty bucket would be full: a clock that was
 * wrong, or a policy that became smaller, shuts nobody out for longer than that.
 */
function owedUntil(fullAt: FullAt, { quota, microsecondsPerRequest }: Policy, now: number): FullAt {
  return Math.min(Math.max(fullAt, now), now + quota * microsecondsPerRequest);
}
