import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Standing } from './standing.ts';
import { standingLog } from './standing-log.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const at = (step: string): Standing => ({
  ...{ journey: 'launch', step, since: null, proven: 0, isComplete: false, reviews: 0, missing: null },
});

function started() {
  const written: string[][] = [];
  const error = vi.fn();
  const state = { isFailing: false };
  const log = standingLog({
    log: { error },
    store: {
      async write(standings) {
        if (state.isFailing) throw new Error('the disk is full');
        written.push(standings.map(({ organization, step }) => `${organization} ${step}`));
      },
    },
  });
  return { log, written, error, state };
}

test('what changed is written together, half a second later, and each only as it is now', async () => {
  const { log, written } = started();
  log.note('org_a', at('one'));
  log.note('org_b', at('one'));
  log.note('org_a', at('two'));
  await vi.advanceTimersByTimeAsync(499);
  expect(written).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(written).toEqual([['org_a two', 'org_b one']]);
});

test('what did not change is not written again', async () => {
  const { log, written } = started();
  for (let count = 0; count < 3; count += 1) {
    log.note('org_a', at('one'));
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(written).toHaveLength(1);
});

test('what could not be written is told, and written at the next reading', async () => {
  const { log, written, error, state } = started();
  state.isFailing = true;
  log.note('org_a', at('one'));
  await vi.advanceTimersByTimeAsync(500);
  expect(error).toHaveBeenCalledOnce();
  state.isFailing = false;
  log.note('org_a', at('one'));
  await log.close();
  expect(written).toEqual([['org_a one']]);
});
