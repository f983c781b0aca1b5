import { type FullAt, tokensIn, untilNext } from './bucket.ts';
import type { Policy } from './policy.ts';

/** Whether a request may go on, and where its sender then stands. */
export interface Allowance {
  readonly isTaken: boolean;
  readonly policy: Policy;
  readonly remaining: number;
  /** In how many seconds the next request is taken, where none is left; else in how many the bucket is full. From 1. */
  readonly resetSeconds: number;
}

/** What to say of a bucket, with so many of its tokens in hand. Pure; `now` in microseconds since 1970. */
export function allowanceOf(isTaken: boolean, policy: Policy, fullAt: FullAt, inHand: number, now: number): Allowance {
  const remaining = isTaken ? Math.min(policy.quota, tokensIn(fullAt, policy, now) + inHand) : 0;
  const wait = remaining === 0 ? untilNext(fullAt, policy, now) : fullAt - inHand * policy.microsecondsPerRequest - now;
  return { isTaken, policy, remaining, resetSeconds: Math.max(1, Math.ceil(wait / 1_000_000)) };
}
