import { expect, test } from 'vitest';
import { retryBudget } from './retry-budget.ts';

function retriesOf(percent: number, requests: number): number {
  const budget = retryBudget(percent);
  let retries = 0;
  for (let count = 0; count < requests; count += 1) {
    budget.earn();
    if (budget.spend()) retries += 1;
  }
  return retries;
}

test('of a thousand requests that fail, a hundred are sent again, and the three that were there at first', () => {
  expect(retriesOf(10, 1000)).toBe(103);
});

test('with a budget of nothing, none is', () => {
  expect(retriesOf(0, 1000)).toBe(0);
});

test('of what is not used, ten are saved', () => {
  const budget = retryBudget(10);
  for (let count = 0; count < 10_000; count += 1) budget.earn();
  expect(Array.from({ length: 12 }, () => budget.spend()).filter(Boolean)).toHaveLength(10);
});
