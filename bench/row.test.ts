import { expect, test } from 'vitest';
import { isMet, single, summarise } from './row.ts';

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
  [[7], 7],
])('the median of %j is %f', (values, median) => {
  expect(summarise('it', 's', values).median).toBe(median);
});

test.each([
  [5, { atMost: 5 }, true],
  [5, { atMost: 4 }, false],
  [5, { atLeast: 6 }, false],
  [5, undefined, true],
  [NaN, { atMost: 5 }, false],
])('%f keeps to %j: %s', (value, limit, kept) => {
  expect(isMet(single('it', 's', value, limit))).toBe(kept);
});
