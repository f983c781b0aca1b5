import type { Draw } from './bucket.ts';

/** How many requests each sender has sent on a day: the port. It outlives a restart. */
export interface DayStore {
  /**
   * Counts requests of a day, as many of `waiting` as the quota has left, and `ahead` more where a tenth of the quota stays.
   * What is `returned` was counted on the same day. All at once, for all who share the store.
   */
  draw(sender: string, day: string, quota: number, ask: Draw): Promise<DrawnOfDay>;
  /** Drops what was counted before that day. Returns how many rows. */
  removeBefore(day: string): Promise<number>;
}

export interface DrawnOfDay {
  readonly granted: number;
  readonly used: number;
}
