import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { rounds } from './rounds.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const times = { settleMs: 1000, againAfterMs: 5000, roundMs: 600_000, rest: 30 };

function started(everybody: readonly string[] = [], lookMs = 0) {
  const looked: { who: string; at: number }[] = [];
  const warn = vi.fn();
  const state = { isFailing: false, asked: [] as boolean[] };
  const watch = rounds({
    ...{ now: () => Date.now(), log: { warn }, times },
    async everybody(isFirst) {
      state.asked.push(isFirst);
      return everybody;
    },
    async look(who) {
      looked.push({ who, at: Date.now() });
      if (lookMs > 0) await new Promise((resolve) => void setTimeout(resolve, lookMs));
      if (state.isFailing) throw new Error('the database is away');
    },
  });
  return { watch, looked, warn, state, end: watch.start() };
}
const who = (looked: readonly { who: string }[]) => looked.map((one) => one.who);

test('at first everybody is looked at once, in order, then who is not done every ten minutes', async () => {
  const { looked, state, end } = started(['org_a', 'org_b']);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(who(looked)).toEqual(['org_a', 'org_b']);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(who(looked)).toEqual(['org_a', 'org_b', 'org_a', 'org_b']);
  expect(state.asked).toEqual([true, false]);
  await end();
});

test('whoever something happened at is looked at a little later, once for all of it, before the round goes on', async () => {
  const { watch, looked, end } = started(
    Array.from({ length: 100 }, (_, index) => `org_${index}`),
    100,
  );
  await vi.advanceTimersByTimeAsync(2000);
  for (let count = 0; count < 1000; count += 1) watch.hear('org_busy');
  await vi.advanceTimersByTimeAsync(6000);
  expect(who(looked).filter((one) => one === 'org_busy')).toHaveLength(1);
  expect(looked.length).toBeLessThan(10);
  await end();
});

test('nobody is looked at more often than every few seconds, however much they send', async () => {
  const { watch, looked, end } = started();
  for (let second = 0; second < 20; second += 1) {
    watch.hear('org_a');
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(looked.length).toBeGreaterThan(1);
  expect(looked.length).toBeLessThanOrEqual(5);
  await end();
});

test('behind a look there is a rest thirty times as long', async () => {
  const { looked, end } = started(['org_a', 'org_b', 'org_c'], 200);
  await vi.advanceTimersByTimeAsync(30_000);
  const [first, second] = looked;
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBe(200 * 31);
  await end();
});

test('a look that fails is told, and the next ones go on', async () => {
  const { watch, looked, warn, state, end } = started();
  state.isFailing = true;
  watch.hear('org_a');
  await vi.advanceTimersByTimeAsync(3000);
  expect(warn).toHaveBeenCalledOnce();
  state.isFailing = false;
  watch.hear('org_b');
  await vi.advanceTimersByTimeAsync(3000);
  expect(who(looked)).toEqual(['org_a', 'org_b']);
  await end();
});

test('it ends when the look that is under way has ended, and nobody is looked at afterwards', async () => {
  const { watch, looked, end } = started();
  await end();
  watch.hear('org_a');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(looked).toEqual([]);
});
