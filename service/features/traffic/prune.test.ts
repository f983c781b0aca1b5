import { expect, test } from 'vitest';
import { idBefore } from '../../platform/ids.ts';
import { pruneOnce } from './prune.ts';

const clock = { now: () => new Date('2026-11-21T09:00:00Z') };

test('a round removes what is older than the retention, in small batches with pauses, until there is no more', async () => {
  const asked: [string, number][] = [];
  const counts = [200, 200, 17];
  const removeBefore = async (id: string, most: number) => {
    asked.push([id, most]);
    return counts.shift() ?? 0;
  };
  let pauses = 0;
  const pause = async () => void (pauses += 1);
  const removed = await pruneOnce(
    { store: { removeBefore }, retentionDays: 30, clock },
    new AbortController().signal,
    pause,
  );
  expect(removed).toBe(417);
  expect(asked).toEqual(Array.from({ length: 3 }, () => [idBefore('exc', new Date('2026-10-22T09:00:00Z')), 200]));
  expect(pauses).toBe(2);
});

test('a stop breaks it off', async () => {
  const stop = new AbortController();
  let batches = 0;
  const removeBefore = async () => {
    batches += 1;
    return 200;
  };
  const pause = async () => stop.abort();
  await pruneOnce({ store: { removeBefore }, retentionDays: 1, clock }, stop.signal, pause);
  expect(batches).toBe(1);
});
