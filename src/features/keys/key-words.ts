import type { KeyEntry } from '../../portal-client';

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** `2 days`, `3 hours`, `42 seconds`: rounded to the largest unit of which there are two, or to the smallest. */
export function spanWords(seconds: number): string {
  const [unit, size] = units.find(([, each]) => seconds >= 2 * each) ?? units[3];
  const count = Math.max(0, Math.round(seconds / size));
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** When a key ends, or has ended. */
export function endWords(key: KeyEntry, now: number): string {
  if (key.state === 'revoked' && key.revoked_at !== null) return `revoked ${agoWords(key.revoked_at, now)}`;
  if (key.expires_at === null) return 'no end';
  const left = (Date.parse(key.expires_at) - now) / 1000;
  return left > 0 ? `in ${spanWords(left)}` : `ended ${agoWords(key.expires_at, now)}`;
}

/** The service knows the last use to the minute. */
export function usedWords({ last_used_at: at }: KeyEntry, now: number): string {
  return at === null ? 'never' : agoWords(at, now);
}

export function agoWords(at: string, now: number): string {
  const seconds = (now - Date.parse(at)) / 1000;
  return seconds < 120 ? 'just now' : `${spanWords(seconds)} ago`;
}

/** What a key may do, in a few words; the whole list is said where one points at it. */
export function scopeWords({ scopes }: KeyEntry): string {
  if (scopes === null) return 'everything';
  return scopes.length <= 2 ? scopes.join(', ') : `${scopes.length} scopes`;
}

/** Whether a key opens something now. A key whose overlap has just run out does not, before the list is read again. */
export function isOpen(key: KeyEntry, now: number): boolean {
  if (key.state !== 'active' && key.state !== 'ending') return false;
  return key.expires_at === null || Date.parse(key.expires_at) > now;
}
