import { expect, test } from 'vitest';
import { checkBudget } from './check-budget.ts';
import { excerptBudget } from './excerpt-budget.ts';

function at() {
  const time = { ms: 0 };
  return { time, now: () => time.ms };
}

test('answers are compared as long as that takes a quarter of the time', () => {
  const { time, now } = at();
  const budget = checkBudget(now);
  let compared = 0;
  for (; time.ms < 10_000; time.ms += 4) {
    if (!budget.allows('get 200')) continue;
    compared += 1;
    budget.spend(1);
  }
  expect(compared).toBe(2500);
});

test('a busy gateway compares a sample: a quarter of its time goes to that, and each kind is looked at once a second', () => {
  const { time, now } = at();
  const budget = checkBudget(now);
  let spent = 0;
  const rare: number[] = [];
  for (; time.ms < 10_000; time.ms += 1) {
    if (budget.allows('get 200')) {
      budget.spend(2);
      spent += 2;
    }
    if (budget.allows('post 201') && time.ms > 1000) {
      rare.push(time.ms);
      budget.spend(2);
      spent += 2;
    }
  }
  expect(spent).toBeGreaterThan(2400);
  expect(spent).toBeLessThan(2750);
  expect(rare.length).toBeGreaterThan(7);
});

test('twenty excerpts a second are made, and a hundred at once', () => {
  const { time, now } = at();
  const may = excerptBudget(now);
  const taken = () => Array.from({ length: 1000 }, may).filter(Boolean).length;
  expect(taken()).toBe(100);
  expect(taken()).toBe(0);
  time.ms += 1000;
  expect(taken()).toBe(20);
});
