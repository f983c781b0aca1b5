import type { AnswerHead } from '../answer/answer';
import { readLimit, readRetryAfter } from '../answer/limits/read-limit';
import styles from './AnswerLimit.module.css';

export interface AnswerLimitProps {
  readonly head: AnswerHead;
  /** When the answer came, in milliseconds since 1970. */
  readonly at: number;
}

/** How many requests are left, and when there are more. */
export function AnswerLimit({ head, at }: AnswerLimitProps) {
  const limit = readLimit(head, at);
  const retryAfter = readRetryAfter(head, at);
  if (!limit && retryAfter === null) return null;
  return (
    <p className={styles.limit}>
      {typeof limit?.most === 'number' && (
        <meter
          className={styles.meter}
          aria-label="Requests left"
          min={0}
          max={limit.most}
          low={limit.most * 0.2}
          optimum={limit.most}
          value={Math.min(limit.remaining, limit.most)}
        />
      )}
      {limit && (
        <span>
          {limit.remaining.toLocaleString('en')}
          {limit.most === null ? '' : ` of ${limit.most.toLocaleString('en')}`} requests left
          {limit.refillSeconds === null ? '' : `, more in ${inWords(limit.refillSeconds)}`}
        </span>
      )}
      {retryAfter !== null && <span>Send again in {inWords(retryAfter)}.</span>}
    </p>
  );
}

function inWords(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}
