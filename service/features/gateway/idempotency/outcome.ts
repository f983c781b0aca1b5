import { ProblemError } from '../../../platform/problem.ts';
import { isUnsent } from '../live-failure.ts';

/**
 * What becomes of a key: its answer is kept; it is free, because nothing was done or because the upstream, too, knows what it did; or nobody
 * knows what was done.
 */
export type KeyOutcome = 'keep' | 'free' | 'unknown';

/** Refusals that did nothing: the same key may come again with what was mended, or later. */
const refusals = new Set([400, 401, 403, 408, 425, 429]);

/** By the status of an answer. Pure. */
export function outcomeOfStatus(status: number, isDeclared: boolean): KeyOutcome {
  if (refusals.has(status)) return 'free';
  if (status < 500) return 'keep';
  return isDeclared || status === 503 ? 'free' : 'unknown';
}

/** By what came in the place of an answer. */
export function outcomeOfFailure(error: unknown, isDeclared: boolean): Exclude<KeyOutcome, 'keep'> {
  if (isDeclared || (error instanceof ProblemError && isUnsent(error))) return 'free';
  return 'unknown';
}
