import { headerOf, type AnswerHead } from '../answer';

/** How many requests are left, as an answer's headers say it. */
export interface LimitState {
  readonly remaining: number;
  /** Null where only what is left is said. */
  readonly most: number | null;
  /** Seconds until there are more; null where it is not said. */
  readonly refillSeconds: number | null;
}

/** Seconds since 1970 are larger than any wait. */
const leastEpoch = 1_000_000_000;

/**
 * Reads `RateLimit` with `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers-10), its older forms, and the `X-RateLimit-…` that
 * APIs had before. Of several limits, the one that is nearest to its end. `now`: milliseconds since 1970.
 */
export function readLimit(head: Pick<AnswerHead, 'headers'>, now: number): LimitState | null {
  const header = (name: string): string | null => headerOf(head, name);
  return (
    ofFields(header('ratelimit'), header('ratelimit-policy')) ??
    ofKeys(header('ratelimit')) ??
    ['ratelimit', 'x-ratelimit', 'x-rate-limit']
      .map((prefix) =>
        ofThree(header(`${prefix}-remaining`), header(`${prefix}-limit`), header(`${prefix}-reset`), now),
      )
      .find((limit) => limit !== null) ??
    null
  );
}

/** Seconds to wait (RFC 9110 §10.2.3): a number, or a date. */
export function readRetryAfter(head: Pick<AnswerHead, 'headers'>, now: number): number | null {
  const text = headerOf(head, 'retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000));
}

/** `"default";r=37;t=41` beside `"default";q=120;w=60`. */
function ofFields(limits: string | null, policies: string | null): LimitState | null {
  const quotas = new Map(items(policies).map(([name, members]) => [name, members.q]));
  const states = items(limits).flatMap(([name, { r, t }]): LimitState[] =>
    r === undefined ? [] : [{ remaining: r, most: quotas.get(name) ?? null, refillSeconds: t ?? null }],
  );
  return states.toSorted((a, b) => share(a) - share(b))[0] ?? null;
}

function items(text: string | null): [name: string, members: Record<string, number>][] {
  return [...(text ?? '').matchAll(/"([^"]*)"((?:\s*;\s*[a-z]+=[^;,]*)*)/g)].map(([, name = '', rest = '']) => [
    name,
    Object.fromEntries([...rest.matchAll(/;\s*([a-z]+)=(\d+)/g)].map(([, key = '', value]) => [key, Number(value)])),
  ]);
}

/** `limit=100, remaining=50, reset=5`, of the draft's earlier versions. */
function ofKeys(text: string | null): LimitState | null {
  const value = (name: string): string | null => new RegExp(`\\b${name}=(\\d+)`).exec(text ?? '')?.[1] ?? null;
  return ofThree(value('remaining'), value('limit'), value('reset'), 0);
}

function ofThree(remaining: string | null, most: string | null, reset: string | null, now: number): LimitState | null {
  const left = numberOf(remaining);
  if (left === null) return null;
  const until = numberOf(reset);
  const seconds = until !== null && until >= leastEpoch ? Math.max(0, until - Math.floor(now / 1000)) : until;
  return { remaining: left, most: numberOf(most), refillSeconds: seconds };
}

/** `100` of `100, 100;w=60`. */
function numberOf(text: string | null): number | null {
  const digits = /^\s*(\d+)/.exec(text ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}

function share({ remaining, most }: LimitState): number {
  return most ? remaining / most : 1;
}
