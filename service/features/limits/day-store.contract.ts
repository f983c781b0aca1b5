import { beforeAll, describe, expect, test } from 'vitest';
import type { DayStore } from './day-store.ts';

const day = '2026-11-21';
const one = { waiting: 1, ahead: 0, returned: 0 };

/** What every store of days promises. */
export function dayStoreContract(open: () => Promise<DayStore>): void {
  let store: DayStore;
  beforeAll(async () => {
    store = await open();
  });

  describe('the quota of a day', () => {
    test('is given until it is used up, and anew on the next day', async () => {
      expect(await store.draw('a', day, 5, { ...one, waiting: 3 })).toEqual({ granted: 3, used: 3 });
      expect(await store.draw('a', day, 5, { ...one, waiting: 3 })).toEqual({ granted: 2, used: 5 });
      expect(await store.draw('a', day, 5, one)).toEqual({ granted: 0, used: 5 });
      expect(await store.draw('a', '2026-11-22', 5, one)).toEqual({ granted: 1, used: 1 });
      expect(await store.draw('b', day, 5, one)).toEqual({ granted: 1, used: 1 });
    });

    test('is given ahead only where a tenth of it stays, and taken back', async () => {
      expect(await store.draw('c', day, 100, { ...one, ahead: 10 })).toEqual({ granted: 11, used: 11 });
      expect(await store.draw('c', day, 100, { ...one, returned: 10 })).toEqual({ granted: 1, used: 2 });
      await store.draw('c', day, 100, { ...one, waiting: 87 });
      expect(await store.draw('c', day, 100, { ...one, ahead: 10 })).toEqual({ granted: 1, used: 90 });
    });

    test('that became smaller gives nothing, and owes nothing', async () => {
      await store.draw('d', day, 50, { ...one, waiting: 50 });
      expect(await store.draw('d', day, 10, one)).toEqual({ granted: 0, used: 50 });
    });

    test('loses no draw of fifty at once', async () => {
      const drawn = await Promise.all(Array.from({ length: 50 }, () => store.draw('e', day, 20, one)));
      expect(drawn.reduce((sum, { granted }) => sum + granted, 0)).toBe(20);
    });

    test('is dropped when the day is over', async () => {
      await store.draw('f', '2020-01-01', 5, one);
      expect(await store.removeBefore('2020-01-02')).toBe(1);
      expect(await store.draw('e', day, 20, one)).toEqual({ granted: 0, used: 20 });
    });
  });
}
