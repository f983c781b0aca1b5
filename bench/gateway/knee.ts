import type { PhaseResult } from './tally.ts';

/** What a rate came to. */
export type TryRate = (rate: number) => Promise<PhaseResult>;

/** A rate is carried where nearly all requests are answered well, and 99 of a hundred within so long. */
const CARRIED_SHARE = 0.995;
const CARRIED_P99_MILLISECONDS = 50;
/** The knee is known to one part in so many. */
const STEPS = 5;

export function isCarried({ sent, ok, p99 }: PhaseResult): boolean {
  return ok >= sent * CARRIED_SHARE && p99 <= CARRIED_P99_MILLISECONDS;
}

/**
 * The highest rate that is carried, found by halving between `low`, which is taken to be carried, and `high`, which is raised until it is
 * not. In requests a second.
 */
export async function findKnee(attempt: TryRate, range: { low: number; high: number }): Promise<number> {
  let { low, high } = range;
  while (isCarried(await attempt(high))) {
    low = high;
    high *= 1.6;
  }
  for (let step = 0; step < STEPS; step++) {
    const middle = Math.sqrt(low * high);
    if (isCarried(await attempt(middle))) low = middle;
    else high = middle;
  }
  return low;
}
