import { beforeEach, describe, expect, test } from 'vitest';
import type { StaffStore } from './staff-store.ts';

/** What every store of the staff promises; `person` makes somebody with a confirmed address, or without. */
export function staffStoreContract(
  open: () => Promise<{ store: StaffStore; person(id: string, isConfirmed: boolean): Promise<void> }>,
): void {
  let store: StaffStore;
  const now = new Date('2026-11-21T09:00:00.000Z');
  const later = new Date('2026-11-22T09:00:00.000Z');
  beforeEach(async () => {
    const opened = await open();
    store = opened.store;
    await opened.person('per_ada', true);
    await opened.person('per_bob', true);
    await opened.person('per_eve', false);
  });
  const listed = async () => (await store.list()).map(({ person }) => person);

  describe('staff', () => {
    test('is added once, and keeps the time of the first', async () => {
      await store.add('per_ada', 'per_ada', now);
      await store.add('per_ada', 'per_bob', later);
      expect(await store.list()).toEqual([
        { person: 'per_ada', name: 'per_ada', email: 'per_ada@example.com', since: now },
      ]);
    });

    test('is found by confirmed addresses only', async () => {
      const found = await store.confirmed(['per_ada@example.com', 'per_eve@example.com', 'none@example.com']);
      expect(found).toEqual([{ id: 'per_ada', name: 'per_ada', email: 'per_ada@example.com' }]);
      expect(await store.confirmed([])).toEqual([]);
    });

    test('keeps its last one unless the configuration names others, however many are removed at once', async () => {
      await store.add('per_ada', 'per_ada', now);
      await store.add('per_bob', 'per_ada', now);
      const outcomes = await Promise.all([store.remove('per_ada', false), store.remove('per_bob', false)]);
      expect(outcomes.toSorted()).toEqual(['last', 'removed']);
      const [left = ''] = await listed();
      expect([await store.remove('per_eve', true), await store.remove(left, true)]).toEqual(['unknown', 'removed']);
    });
  });

  describe('a link to become the first', () => {
    test('is used once, by one', async () => {
      await store.offer('hash', later, now);
      const claims = await Promise.all([store.claim('hash', 'per_ada', now), store.claim('hash', 'per_bob', now)]);
      expect(claims.toSorted()).toEqual([false, true]);
      expect(await listed()).toHaveLength(1);
    });

    test('ends', async () => {
      await store.offer('hash', later, now);
      expect(await store.claim('hash', 'per_ada', later)).toBe(false);
      expect(await store.claim('other', 'per_ada', now)).toBe(false);
    });

    test('does nothing where somebody is staff', async () => {
      await store.offer('hash', later, now);
      await store.add('per_bob', 'per_bob', now);
      expect(await store.claim('hash', 'per_ada', now)).toBe(false);
    });
  });
}
