import type { AttemptAnswer } from './delivery.ts';

/** What happens to a delivery after an attempt. */
export type Verdict =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'retry'; readonly at: Date; readonly note: string }
  | { readonly kind: 'failed'; readonly note: string }
  /** 410: whoever was here does not want any more. */
  | { readonly kind: 'gone'; readonly note: string };

export interface RetryRules {
  /** The waits before the second attempt, the third, and so on. */
  readonly afterSeconds: readonly number[];
  /** No wait is longer, whatever `Retry-After` says. */
  readonly longestSeconds: number;
}

/** Each wait is up to a fifth longer, so that deliveries that failed together do not come back together. */
const jitter = 0.2;

/** Decides what is next. `attempts` counts the one that was just made; `chance` is from 0 to 1. */
export function decideNext(
  answer: AttemptAnswer,
  attempts: number,
  now: Date,
  rules: RetryRules,
  chance: number,
): Verdict {
  if (answer.kind === 'answered' && answer.status >= 200 && answer.status < 300) return { kind: 'delivered' };
  const what = failure(answer);
  if (answer.kind === 'answered' && answer.status === 410) {
    return { kind: 'gone', note: `${what} The endpoint was disabled.` };
  }
  const wait = rules.afterSeconds[attempts - 1];
  if (wait === undefined) return { kind: 'failed', note: `${what} It was the last of ${attempts} attempts.` };
  const asked = retryAfterSeconds(answer, now);
  const seconds = Math.min(Math.max(wait * (1 + jitter * chance), asked), Math.max(rules.longestSeconds, wait));
  return { kind: 'retry', at: new Date(now.getTime() + Math.round(seconds * 1000)), note: what };
}

function failure(answer: AttemptAnswer): string {
  if (answer.kind === 'unanswered') return answer.error;
  if (answer.status >= 300 && answer.status < 400) {
    return `It was answered with ${answer.status}; redirects are not followed.`;
  }
  return `It was answered with ${answer.status}; only 2XX counts as received.`;
}

/** RFC 9110 §10.2.3: seconds, or a date. 0 where it is not said. */
function retryAfterSeconds(answer: AttemptAnswer, now: Date): number {
  const value = answer.kind === 'answered' ? answer.headers['retry-after']?.trim() : undefined;
  if (value === undefined) return 0;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) ? 0 : Math.max(0, (date - now.getTime()) / 1000);
}
