import { describe, expect, test } from 'vitest';
import { readLimit, readRetryAfter, type LimitState } from './read-limit';

const now = Date.UTC(2026, 2, 2, 9, 30, 0);
const head = (headers: Record<string, string>) => ({ headers: Object.entries(headers) });

describe('a limit', () => {
  test.each<[string, Record<string, string>, LimitState | null]>([
    [
      'of our gateway',
      { ratelimit: '"default";r=37;t=41', 'ratelimit-policy': '"default";q=120;w=60' },
      { remaining: 37, most: 120, refillSeconds: 41 },
    ],
    [
      'that is the nearest of several',
      {
        RateLimit: '"day";r=900;t=4000, "minute";r=1;t=9',
        'RateLimit-Policy': '"day";q=1000;w=86400,"minute";q=60;w=60',
      },
      { remaining: 1, most: 60, refillSeconds: 9 },
    ],
    [
      'of an older draft',
      { ratelimit: 'limit=100, remaining=50, reset=5' },
      { remaining: 50, most: 100, refillSeconds: 5 },
    ],
    [
      'in three headers',
      { 'ratelimit-limit': '100, 100;w=60', 'ratelimit-remaining': '9', 'ratelimit-reset': '30' },
      { remaining: 9, most: 100, refillSeconds: 30 },
    ],
    [
      'with a time of day, as GitHub says it',
      { 'x-ratelimit-limit': '5000', 'x-ratelimit-remaining': '4999', 'x-ratelimit-reset': String(now / 1000 + 90) },
      { remaining: 4999, most: 5000, refillSeconds: 90 },
    ],
    [
      'of which only the rest is said',
      { 'x-rate-limit-remaining': '3' },
      { remaining: 3, most: null, refillSeconds: null },
    ],
    ['that is none', { ratelimit: 'soon', 'x-ratelimit-limit': '5' }, null],
  ])('%s is read', (_, headers, want) => {
    expect(readLimit(head(headers), now)).toEqual(want);
  });

  test.each<[string, number | null]>([
    ['7', 7],
    ['Mon, 02 Mar 2026 09:30:30 GMT', 30],
    ['Mon, 02 Mar 2026 09:00:00 GMT', 0],
    ['later', null],
  ])('is over after %s', (value, seconds) => {
    expect(readRetryAfter(head({ 'Retry-After': value }), now)).toBe(seconds);
  });
});
