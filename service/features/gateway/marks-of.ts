import { idempotencyHeader } from '../sandbox/index.ts';
import type { ExchangeMarks } from '../traffic/index.ts';
import type { Answer } from './answer-of.ts';
import type { Facts } from './facts.ts';
import { markHash } from './mark-hash.ts';
import { pageMark } from './page-mark.ts';

/** By what an exchange can be told to belong to others; undefined where there is nothing, as with most. */
export function marksOf(facts: Facts, sent: Answer['headers'], at: Date): ExchangeMarks | undefined {
  const { match, request } = facts;
  if (match === undefined) return undefined;
  const name = idempotencyHeader(match.operation) ?? 'idempotency-key';
  const key = request.headers[name.toLowerCase()];
  const idempotency = typeof key === 'string' && key !== '' ? markHash(key) : undefined;
  const retryAfterSeconds = secondsToWait(sent['retry-after'], at);
  const page = pageMark(facts, sent.link);
  if (idempotency === undefined && retryAfterSeconds === undefined && page === undefined) return undefined;
  return {
    ...(idempotency !== undefined && { idempotency }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    ...(page && { page }),
  };
}

/** RFC 9110 §10.2.3: seconds, or a date. */
function secondsToWait(header: string | string[] | undefined, at: Date): number | undefined {
  const value = [header].flat()[0]?.trim();
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - at.getTime()) / 1000));
}
