import { beforeAll, describe, expect, test } from 'vitest';
import type { BucketStore } from './bucket-store.ts';
import { policyOf } from './policy.ts';

const now = Date.UTC(2026, 10, 21, 9) * 1000;
const second = 1_000_000;
/** Seven requests, one more each 8.57 s: no round number. */
const policy = policyOf('default', 7, 60);
const one = { waiting: 1, ahead: 0, returned: 0 };

/** What every store of buckets promises. */
export function bucketStoreContract(open: () => Promise<BucketStore>): void {
  let store: BucketStore;
  beforeAll(async () => {
    store = await open();
  });
  const granted = async (bucket: string, at: number, ask = one) => (await store.draw(bucket, policy, ask, at)).granted;

  describe('a bucket', () => {
    test('gives what it holds, then one at a time as it fills', async () => {
      const given = [];
      for (let i = 0; i < 9; i++) given.push(await granted('a', now));
      expect(given).toEqual([1, 1, 1, 1, 1, 1, 1, 0, 0]);
      expect(await granted('a', now + 8 * second)).toBe(0);
      expect(await granted('a', now + 9 * second)).toBe(1);
      expect(await granted('a', now + 9 * second)).toBe(0);
    });

    test('is another’s business in no way', async () => {
      expect(await granted('b', now)).toBe(1);
    });

    test('gives ahead only while half of it stays', async () => {
      expect(await granted('c', now, { waiting: 1, ahead: 2, returned: 0 })).toBe(3);
      expect(await granted('c', now, { waiting: 1, ahead: 2, returned: 0 })).toBe(1);
      expect(await granted('c', now, { waiting: 9, ahead: 2, returned: 0 })).toBe(3);
    });

    test('takes back what was not used, and never holds more than its quota', async () => {
      await granted('d', now, { waiting: 7, ahead: 0, returned: 0 });
      expect(await granted('d', now, { waiting: 7, ahead: 0, returned: 2 })).toBe(2);
      expect(await granted('d', now + 3600 * second, { waiting: 99, ahead: 0, returned: 5 })).toBe(7);
    });

    test('that was emptied by a clock that ran ahead is open again after a window', async () => {
      await granted('e', now + 24 * 3600 * second, { waiting: 7, ahead: 0, returned: 0 });
      expect(await granted('e', now)).toBe(0);
      expect(await granted('e', now + 9 * second)).toBe(1);
    });

    test('loses no draw of fifty at once', async () => {
      const given = await Promise.all(Array.from({ length: 50 }, () => granted('f', now)));
      expect(given.reduce((sum, each) => sum + each, 0)).toBe(7);
    });

    test('is dropped when it is full', async () => {
      await granted('g', now - 100_000 * second);
      expect(await store.removeFull(now - 90_000 * second)).toBe(1);
      expect(await granted('f', now)).toBe(0);
    });
  });
}
