import { describe, expect, test } from 'vitest';
import type { KeyEntry } from '../../portal-client';
import { agoWords, endWords, isOpen, scopeWords, spanWords, usedWords } from './key-words';

const now = Date.UTC(2026, 10, 21, 10);
const at = (seconds: number) => new Date(now + seconds * 1000).toISOString();
const key: KeyEntry = {
  ...{ id: 'key_1', label: 'Server', hint: 'ptl_test_1a2B', environment: 'sandbox', scopes: null },
  ...{ requests_per_minute: 60, created_at: at(-60), created_by: null, expires_at: null, last_used_at: null },
  ...{ revoked_at: null, replaced_by: null, state: 'active' },
};

test.each([
  [0, '0 seconds'],
  [1, '1 second'],
  [119, '119 seconds'],
  [120, '2 minutes'],
  [3600, '60 minutes'],
  [7200, '2 hours'],
  [86_400, '24 hours'],
  [30 * 86_400, '30 days'],
])('%i seconds are %s', (seconds, want) => {
  expect(spanWords(seconds)).toBe(want);
});

describe('a key', () => {
  test.each<[string, Partial<KeyEntry>, string]>([
    ['without an end', {}, 'no end'],
    ['that goes on', { expires_at: at(7200) }, 'in 2 hours'],
    ['that has ended', { expires_at: at(-7200) }, 'ended 2 hours ago'],
    ['that was revoked', { state: 'revoked', revoked_at: at(-10), expires_at: at(7200) }, 'revoked just now'],
  ])('%s says so', (_, given, want) => {
    expect(endWords({ ...key, ...given }, now)).toBe(want);
  });

  test('tells its last use, and that there was none', () => {
    expect(usedWords(key, now)).toBe('never');
    expect(usedWords({ ...key, last_used_at: at(-50) }, now)).toBe('just now');
    expect(agoWords(at(-600), now)).toBe('10 minutes ago');
  });

  test('names its scopes where they are few', () => {
    expect(scopeWords(key)).toBe('everything');
    expect(scopeWords({ ...key, scopes: ['cardea', 'portal'] })).toBe('cardea, portal');
    expect(scopeWords({ ...key, scopes: ['a', 'b', 'c'] })).toBe('3 scopes');
  });

  test('opens nothing once its overlap is over', () => {
    expect(isOpen({ ...key, state: 'ending', expires_at: at(1) }, now)).toBe(true);
    expect(isOpen({ ...key, state: 'ending', expires_at: at(0) }, now)).toBe(false);
    expect(isOpen({ ...key, state: 'revoked' }, now)).toBe(false);
  });
});
