import type { Counts, Progress } from './progress.ts';

/** What happened since a scenario was switched on, and how the client stood it. */
export interface Report extends Counts {
  /** Troubled requests that were not sent again yet, and may still be. */
  readonly waiting: number;
  /** Those that nobody sent again within a minute after they could have been. */
  readonly gaveUp: number;
}

const patienceMs = 60_000;

export function reportOf(progress: Progress, now: Date): Report {
  const late = progress.pending.filter(({ notBefore }) => now.getTime() - notBefore > patienceMs).length;
  return { ...progress, waiting: progress.pending.length - late, gaveUp: late + progress.forgotten };
}
