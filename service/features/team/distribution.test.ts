import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distributionOf } from './distribution.ts';

const edges = [60, 3600];

test('of nothing there is nothing to tell', () => {
  expect(distributionOf([], edges)).toEqual({
    ...{ count: 0, medianSeconds: null, p75Seconds: null, p90Seconds: null },
    buckets: [60, 3600, null].map((upToSeconds) => ({ upToSeconds, count: 0 })),
  });
});

test('quantiles are times that occurred, and each falls into the bucket that it is no longer than', () => {
  const { medianSeconds, p75Seconds, p90Seconds, buckets } = distributionOf([7200, 60, 61, 10], edges);
  expect([medianSeconds, p75Seconds, p90Seconds]).toEqual([60, 61, 7200]);
  expect(buckets.map(({ count }) => count)).toEqual([2, 1, 1]);
});

test('a call before the sign-up, as a guest, took no time', () => {
  expect(distributionOf([-500], edges)).toMatchObject({
    medianSeconds: 0,
    buckets: [{ count: 1 }, { count: 0 }, { count: 0 }],
  });
});

test('whatever the times: each is in one bucket, and quantiles do not fall', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1000, max: 10_000 })), (seconds) => {
      const { count, medianSeconds, p75Seconds, p90Seconds, buckets } = distributionOf(seconds, edges);
      expect(buckets.reduce((sum, bucket) => sum + bucket.count, 0)).toBe(count);
      expect((medianSeconds ?? 0) <= (p75Seconds ?? 0) && (p75Seconds ?? 0) <= (p90Seconds ?? 0)).toBe(true);
    }),
  );
});
