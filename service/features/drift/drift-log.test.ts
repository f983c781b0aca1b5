import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answered, missing } from './drift.fixture.ts';
import type { DriftBatch } from './drift-batch.ts';
import { driftLog } from './drift-log.ts';
import type { DriftStore } from './drift-store.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function started(open: readonly string[] = []) {
  const written: DriftBatch[] = [];
  const state = { failing: false };
  const store: DriftStore = {
    async write(batch) {
      if (state.failing) throw new Error('the disk is full');
      written.push(batch);
      return { beyond: 0 };
    },
    openGroups: async () => new Set(open),
    list: async () => [],
    resolve: async () => null,
    removeResolved: async () => undefined,
  };
  const error = vi.fn();
  const clock = { now: () => new Date(Date.now()) };
  const drift = driftLog({ store, clock, log: { error } });
  return { drift, written, state, error };
}

test('a thousand findings of one kind are one write, a second later', async () => {
  const { drift, written } = started();
  for (let count = 0; count < 1000; count += 1) drift.hear(answered([missing]));
  await vi.advanceTimersByTimeAsync(999);
  expect(written).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(written).toHaveLength(1);
  expect([...(written[0]?.sightings.values() ?? [])]).toMatchObject([{ count: 1000 }]);
  expect([...(written[0]?.sightings.values() ?? [])][0]?.exchanges).toHaveLength(5);
});

test('clean answers are written only where their group has open entries', async () => {
  const { drift, written } = started(['cardea/v2/getCredential live 200']);
  drift.hear(answered([]));
  await vi.advanceTimersByTimeAsync(1000);
  expect(written).toHaveLength(0);
  drift.hear(answered([]));
  drift.hear(answered([], { operation: 'other' }));
  await vi.advanceTimersByTimeAsync(1000);
  expect([...(written[0]?.groups.keys() ?? [])]).toEqual(['cardea/v2/getCredential live 200']);
});

test('an exchange that was not compared, or refused before, says nothing', async () => {
  const { drift, written } = started(['cardea/v2/getCredential live 200']);
  drift.hear(answered([], { isCompared: false }));
  drift.hear(answered([], { upstreamStatus: null }));
  drift.hear(answered([{ in: 'query', at: 'x', message: 'is not a parameter' }], { isCompared: false }));
  await drift.flush();
  expect(written).toHaveLength(0);
});

test('while the database is away it gathers on within a bound, tries again, and loses no count', async () => {
  const { drift, written, state, error } = started();
  state.failing = true;
  drift.hear(answered([missing]));
  await vi.advanceTimersByTimeAsync(1000);
  expect(error).toHaveBeenCalledOnce();
  drift.hear(answered([missing]));
  drift.hear(answered([]));
  for (let count = 0; count < 1200; count += 1) drift.hear(answered([{ ...missing, at: `/x${count}` }]));
  state.failing = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(written).toHaveLength(1);
  const seen = written[0]?.sightings;
  expect(seen?.size).toBe(1000);
  expect([...(seen?.values() ?? [])][0]).toMatchObject({ place: '/status', count: 2, comparedUntil: 2 });
  expect(drift.state().beyond).toBeGreaterThanOrEqual(200);
  expect(drift.state().failures).toBe(1);
});

test('a stop writes what is left', async () => {
  const { drift, written } = started();
  drift.hear(answered([missing]));
  await drift.close();
  expect(written).toHaveLength(1);
});
