import type { Delivery } from './delivery.ts';

/** A delivery once more: the same event with the same id to the same endpoint. */
export function replayOf(delivery: Delivery, id: string, now: Date): Delivery {
  return {
    ...delivery,
    id,
    cause: 'replay',
    state: 'waiting',
    attempts: 0,
    lastStatus: null,
    note: null,
    createdAt: now,
    nextAt: now,
  };
}

/** So many at most are sent again by one request. */
export const replayedAtMost = 500;
