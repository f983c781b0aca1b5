import { type Pending, plus, type Progress } from './progress.ts';

/** What of a request tells whether it is one that was sent before. */
export interface Repeatable {
  readonly print: string;
  /** A hash of its idempotency key. */
  readonly idempotency: string | null;
  readonly isWrite: boolean;
}

export interface Reaction {
  readonly progress: Progress;
  /** Whether this request was troubled before. */
  readonly isRetry: boolean;
  /** By how much it came too early; 0 where it did not. */
  readonly tooEarlyMs: number;
}

const remembered = 50;

/** Counts a request in, and what its client did if it is one that was troubled before. */
export function countIn(progress: Progress, request: Repeatable, now: number): Reaction {
  const seen = plus(progress, 'seen');
  const before = seen.pending.find(({ print }) => print === request.print);
  if (before === undefined) return { progress: seen, isRetry: false, tooEarlyMs: 0 };
  const tooEarlyMs = Math.max(0, before.notBefore - now);
  let next: Progress = { ...seen, pending: seen.pending.filter((one) => one !== before) };
  next = plus(next, tooEarlyMs > 0 ? 'retriedTooEarly' : 'retriedInTime');
  if (request.isWrite) next = plus(next, isSameKey(before, request) ? 'repeatedWithSameKey' : 'repeatedWithoutIt');
  return { progress: next, isRetry: true, tooEarlyMs };
}

function isSameKey(before: Pending, { idempotency }: Repeatable): boolean {
  return before.idempotency !== null && before.idempotency === idempotency;
}

/** Counts what was decided: a request that goes wrong is remembered, to know it again. */
export function countOut(
  { progress, isRetry }: Reaction,
  request: Repeatable,
  outcome: { readonly isTroubled: boolean; readonly notBefore?: number },
  now: number,
): Progress {
  if (!outcome.isTroubled) return isRetry ? plus(progress, 'recovered') : progress;
  const { print, idempotency } = request;
  const pending = [...progress.pending, { print, idempotency, at: now, notBefore: outcome.notBefore ?? now }];
  const tooMany = pending.length - remembered;
  const next = plus(progress, 'troubled');
  if (tooMany <= 0) return { ...next, pending };
  return { ...next, pending: pending.slice(tooMany), forgotten: progress.forgotten + tooMany };
}
