import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../platform/database/index.ts';
import { adoptJourneys } from './adopt-journeys.ts';
import type { JourneyRecord } from './journey-record.ts';
import type { JourneyStore } from './journey-store.ts';

const at = (time: string) => new Date(`2026-11-21T${time}Z`);
const record = (difference: Partial<JourneyRecord> = {}): JourneyRecord => ({
  ...{ journey: 'launch', step: 'form', title: 'The form', definition: 'one', at: at('09:00:00.123'), isProven: true },
  evidence: { kind: 'form', answers: { 'a\u2028"b': 'ü', ok: true }, by: { id: 'per_1', name: 'Ada' } },
  ...difference,
});

/** What every store of journeys promises. */
export function journeyStoreContract(open: () => Promise<{ store: JourneyStore; database: Database }>): void {
  let store: JourneyStore;
  let database: Database;
  beforeAll(async () => {
    ({ store, database } = await open());
  });

  describe('what proved a step', () => {
    test('is given back as it was kept, to its organization and journey only', async () => {
      expect(await store.keep('org_1', record())).toBe(true);
      expect(await store.records('org_1', 'launch')).toEqual([record()]);
      expect(await store.records('org_1', 'other')).toEqual([]);
      expect(await store.records('org_2', 'launch')).toEqual([]);
    });

    test('has another stamp when something else is said of it, and of no other journey', async () => {
      const before = await store.stamp('org_stamp', 'launch');
      await store.keep('org_stamp', record());
      const kept = await store.stamp('org_stamp', 'launch');
      await store.keep('org_stamp', record({ journey: 'other' }));
      expect(await store.stamp('org_stamp', 'launch')).toBe(kept);
      await store.replace('org_stamp', record({ isProven: false }));
      expect(new Set([before, kept, await store.stamp('org_stamp', 'launch')]).size).toBe(3);
    });

    test('is what proved it first, also where two say it at once', async () => {
      const said = ['09:00:01', '09:00:02', '09:00:03'].map((time) => record({ at: at(time) }));
      const kept = await Promise.all(said.map((one) => store.keep('org_race', one)));
      expect(kept.filter(Boolean)).toHaveLength(1);
      expect(await store.records('org_race', 'launch')).toEqual([said[kept.indexOf(true)]]);
    });

    test('is another one by another definition, or where it was given back', async () => {
      await store.keep('org_3', record());
      expect(await store.keep('org_3', record({ definition: 'two' }))).toBe(true);
      await store.replace('org_3', record({ definition: 'two', isProven: false }));
      expect(await store.keep('org_3', record({ definition: 'two', at: at('10:00:00.000') }))).toBe(true);
      expect((await store.records('org_3', 'launch'))[0]?.at).toEqual(at('10:00:00.000'));
    });
  });

  test('how far records were looked at is known for the same definitions only', async () => {
    await store.looked('org_1', 'launch', 'one two', 'exc_5');
    await store.looked('org_1', 'launch', 'one two', 'exc_7');
    expect(await store.lookedUpTo('org_1', 'launch', 'one two')).toBe('exc_7');
    expect(await store.lookedUpTo('org_1', 'launch', 'one three')).toBeNull();
  });

  test('a definition is as old as its first asking', async () => {
    const named = { journey: 'launch', step: 'form', definition: 'one' };
    expect(await store.definedSince(named, at('09:00:00.000'))).toEqual(at('09:00:00.000'));
    expect(await store.definedSince(named, at('10:00:00.000'))).toEqual(at('09:00:00.000'));
  });

  test('what guests have proven ends, what others have does not', async () => {
    for (const organization of ['org_guest_a', 'org_guestx', 'org_9']) await store.keep(organization, record());
    await store.forgetGuests(at('10:00:00.000'));
    const left = await Promise.all(['org_guest_a', 'org_guestx', 'org_9'].map((one) => store.records(one, 'launch')));
    expect(left.map(({ length }) => length)).toEqual([0, 1, 1]);
  });

  test('what a guest has proven comes along, but for what the organization has itself; twice does no harm', async () => {
    await store.keep('org_guest_b', record({ step: 'one' }));
    await store.keep('org_guest_b', record({ step: 'two' }));
    await store.keep('org_b', record({ step: 'two', at: at('08:00:00.000') }));
    await store.looked('org_b', 'launch', 'd', 'exc_9');
    const adopt = () =>
      database.db.transaction().execute((transaction) => adoptJourneys(transaction, 'org_guest_b', 'org_b'));
    await adopt();
    await adopt();
    expect(await store.records('org_b', 'launch')).toEqual([
      record({ step: 'one' }),
      record({ step: 'two', at: at('08:00:00.000') }),
    ]);
    expect(await store.lookedUpTo('org_b', 'launch', 'd')).toBeNull();
  });
}
