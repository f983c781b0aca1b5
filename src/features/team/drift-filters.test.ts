import { describe, expect, test } from 'vitest';
import { filtered, readFilters, writeFilters } from './drift-filters';
import { anEntry } from './drift.fixture';
import { elapsed } from './elapsed';
import { readPastedKey } from './team-key';

const none = { state: 'open', version: '', environment: '', words: '' } as const;

describe('filters', () => {
  test('are what the address says, and what it does not know is left out', () => {
    expect(readFilters('')).toEqual(none);
    expect(readFilters('?state=all&version=cardea/v2&environment=live&words=status')).toEqual({
      state: 'all',
      version: 'cardea/v2',
      environment: 'live',
      words: 'status',
    });
    expect(readFilters('?state=x&environment=y')).toEqual(none);
  });

  test.each(['', '?state=resolved', '?version=cardea/v2&words=a+b'])('%j goes to the address and back', (search) => {
    expect(writeFilters(readFilters(search))).toBe(search);
  });

  test('leave the entries that have all of them', () => {
    const one = anEntry({ id: 'drf_1' });
    const other = anEntry({ id: 'drf_2', version: 'v1', environment: 'sandbox', place: '/name' });
    const ids = (difference: object) => filtered([one, other], { ...none, ...difference }).map(({ id }) => id);
    expect(ids({})).toEqual(['drf_1', 'drf_2']);
    expect(ids({ version: 'cardea/v1' })).toEqual(['drf_2']);
    expect(ids({ environment: 'live' })).toEqual(['drf_1']);
    expect(ids({ words: 'GETCRED /name' })).toEqual(['drf_2']);
    expect(ids({ words: '/name live' })).toEqual([]);
  });
});

test.each([
  [0, 'just now'],
  [12, '12 seconds ago'],
  [60, '1 minute ago'],
  [2 * 3600 + 5, '2 hours ago'],
  [50 * 3600, '2 days ago'],
  [-100, 'just now'],
])('%d seconds are “%s”', (seconds, words) => {
  const now = Date.parse('2026-11-21T10:00:00Z');
  expect(elapsed(new Date(now - seconds * 1000).toISOString(), now)).toBe(words);
});

test('a pasted key is taken with what came along, and nothing else is a key', () => {
  const key = `ptl_test_${'a'.repeat(36)}`;
  expect(readPastedKey(` Bearer ${key}\n`)).toBe(key);
  expect(readPastedKey('ptl_test_short')).toBeNull();
  expect(readPastedKey('')).toBeNull();
});
