import type { Draw } from './bucket.ts';

/** Where a process draws tokens for one sender: a bucket, or the quota of a day. Times in microseconds since 1970. */
export interface Source {
  draw(ask: Draw, now: number): Promise<Supply>;
}

export interface Supply {
  /** From 0 to what was asked for. */
  readonly granted: number;
  /** What can still be drawn. */
  readonly left: number;
  /** When a request that comes next can be taken; the past where it can now. */
  readonly nextAt: number;
  /** When all is there again. */
  readonly fullAt: number;
  /** How much sooner for each token in hand. */
  readonly eachTakes: number;
  /** Until when tokens in hand may be used. */
  readonly goodUntil: number;
}
