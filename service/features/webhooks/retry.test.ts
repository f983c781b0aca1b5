import { describe, expect, test } from 'vitest';
import type { AttemptAnswer } from './delivery.ts';
import { decideNext } from './retry.ts';

const now = new Date('2026-11-21T09:00:00Z');
const rules = { afterSeconds: [5, 60], longestSeconds: 3600 };
const answered = (status: number, headers: Record<string, string> = {}): AttemptAnswer => ({
  kind: 'answered',
  status,
  headers,
  body: '',
});
const silent: AttemptAnswer = { kind: 'unanswered', error: 'Nobody listens at the address.' };
const waitOf = (answer: AttemptAnswer, attempts = 1, chance = 0) => {
  const verdict = decideNext(answer, attempts, now, rules, chance);
  return verdict.kind === 'retry' ? (verdict.at.getTime() - now.getTime()) / 1000 : verdict.kind;
};

describe('after an attempt', () => {
  test.each([200, 201, 204, 299])('%i is received', (status) => {
    expect(waitOf(answered(status))).toBe('delivered');
  });

  test.each([199, 301, 307, 400, 404, 429, 500, 503])('%i is sent again', (status) => {
    expect(waitOf(answered(status))).toBe(5);
  });

  test('no answer is sent again, and after the last wait it has failed', () => {
    expect([1, 2, 3].map((attempts) => waitOf(silent, attempts))).toEqual([5, 60, 'failed']);
  });

  test('a wait is up to a fifth longer', () => {
    expect([0, 0.5, 1].map((chance) => waitOf(silent, 2, chance))).toEqual([60, 66, 72]);
  });

  test.each([
    ['120', 120],
    ['1', 5],
    ['Sat, 21 Nov 2026 09:10:00 GMT', 600],
    ['Sat, 21 Nov 2020 09:10:00 GMT', 5],
    ['86400', 3600],
    ['soon', 5],
    ['-5', 5],
  ])('Retry-After: %s waits %i seconds', (value, seconds) => {
    expect(waitOf(answered(503, { 'retry-after': value }))).toBe(seconds);
  });

  test('410 is the end of the endpoint', () => {
    expect(waitOf(answered(410))).toBe('gone');
  });
});
