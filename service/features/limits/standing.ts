import type { Policy } from './policy.ts';
import type { Supply } from './source.ts';

/** Whether a request may go on by one policy, and where its sender then stands. */
export interface Standing {
  readonly isTaken: boolean;
  readonly policy: Pick<Policy, 'name' | 'quota' | 'windowSeconds'>;
  readonly remaining: number;
  /** In how many seconds the next request is taken, where none is left; else in how many all are back. From 1. */
  readonly resetSeconds: number;
}

/** What to say of what is left, with so many tokens in hand. Pure; `now` in microseconds since 1970. */
export function standingOf(
  isTaken: boolean,
  policy: Standing['policy'],
  { left, nextAt, fullAt, eachTakes }: Supply,
  inHand: number,
  now: number,
): Standing {
  const remaining = isTaken ? Math.min(policy.quota, left + inHand) : 0;
  const wait = (remaining === 0 ? nextAt : fullAt - inHand * eachTakes) - now;
  return { isTaken, policy, remaining, resetSeconds: Math.max(1, Math.ceil(wait / 1_000_000)) };
}
