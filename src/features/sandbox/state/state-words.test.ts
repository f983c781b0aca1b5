import { describe, expect, test } from 'vitest';
import { apart, counted, lasting, localInput, sized } from './state-words';

test('counts are of one or of many', () => {
  expect([counted(1, 'item'), counted(0, 'item'), counted(1204, 'item')]).toEqual(['1 item', '0 items', '1,204 items']);
});

test.each([
  [0, '0 KB'],
  [1434, '1.4 KB'],
  [12_300, '12 KB'],
  [13 * 1024 * 1024, '13 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(sized(bytes)).toBe(words);
});

describe('distances', () => {
  test.each([
    [86_400_000, '1 day'],
    [2 * 86_400_000 + 3 * 3_600_000 + 60_000, '2 days 3 hours'],
    [-5_400_000, '1 hour 30 minutes'],
    [20_000, 'less than a minute'],
  ])('of %i ms', (distance, words) => {
    expect(lasting(distance)).toBe(words);
  });

  test('say which clock is ahead', () => {
    const real = '2026-11-21T09:00:00.000Z';
    expect(apart('2026-11-22T09:00:00.000Z', real)).toBe('1 day ahead of the real time');
    expect(apart('2026-11-21T08:00:00.000Z', real)).toBe('1 hour behind the real time');
    expect(apart('2026-11-21T09:00:00.400Z', real)).toBe('the real time');
  });
});

test('a time goes into a field and comes back as the same minute', () => {
  const time = '2026-11-21T09:31:00.000Z';
  expect(new Date(localInput(time)).toISOString()).toBe(time);
});
