import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draw, type FullAt, tokensIn, untilNext } from './bucket.ts';
import { policyOf } from './policy.ts';

const start = Date.UTC(2026, 10, 21, 9) * 1000;
const policies = fc
  .tuple(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 600 }))
  .map(([perMinute, burstSeconds]) => policyOf('default', perMinute, burstSeconds));
const asks = fc.array(
  fc.record({
    waitMs: fc.integer({ min: 0, max: 20_000 }),
    waiting: fc.integer({ min: 0, max: 300 }),
    ahead: fc.integer({ min: 0, max: 50 }),
  }),
  { minLength: 1, maxLength: 40 },
);

describe('a policy', () => {
  test('holds what comes in its burst, and says the window in whole seconds', () => {
    expect(policyOf('default', 120, 60)).toMatchObject({ quota: 120, windowSeconds: 60 });
    expect(policyOf('default', 120, 10)).toMatchObject({ quota: 20, windowSeconds: 10 });
    expect(policyOf('default', 1, 1)).toMatchObject({ quota: 1, windowSeconds: 60 });
  });
});

describe('a bucket, whatever is asked of it', () => {
  test('lets through no more than its quota and what the time between adds, from any moment on', () => {
    fc.assert(
      fc.property(policies, asks, (policy, steps) => {
        let [now, fullAt]: [number, FullAt] = [start, 0];
        const drawn: { at: number; granted: number }[] = [];
        for (const { waitMs, waiting, ahead } of steps) {
          now += waitMs * 1000;
          const { granted, fullAt: next } = draw(fullAt, policy, { waiting, ahead, returned: 0 }, now);
          fullAt = next;
          drawn.push({ at: now, granted });
          for (let from = drawn.length - 1, sum = 0; from >= 0; from--) {
            const { at, granted: then } = drawn[from] ?? { at: now, granted: 0 };
            sum += then;
            expect(sum * policy.microsecondsPerRequest).toBeLessThanOrEqual(
              policy.quota * policy.microsecondsPerRequest + (now - at),
            );
          }
        }
      }),
    );
  });

  test('never holds less than none nor more than its quota, and gives no more than was asked', () => {
    fc.assert(
      fc.property(policies, asks, fc.integer({ min: 0, max: 500 }), (policy, steps, returned) => {
        let [now, fullAt]: [number, FullAt] = [start, 0];
        for (const { waitMs, waiting, ahead } of steps) {
          now += waitMs * 1000;
          const drawn = draw(fullAt, policy, { waiting, ahead, returned }, now);
          expect(drawn.granted).toBeGreaterThanOrEqual(0);
          expect(drawn.granted).toBeLessThanOrEqual(waiting + ahead);
          fullAt = drawn.fullAt;
          const tokens = tokensIn(fullAt, policy, now);
          expect(tokens).toBeGreaterThanOrEqual(0);
          expect(tokens).toBeLessThanOrEqual(policy.quota);
        }
      }),
    );
  });

  test('has a token when it said that it would, and not a microsecond earlier', () => {
    fc.assert(
      fc.property(policies, fc.integer({ min: 0, max: 300 }), (policy, waiting) => {
        const { fullAt } = draw(0, policy, { waiting: policy.quota + waiting, ahead: 0, returned: 0 }, start);
        const wait = untilNext(fullAt, policy, start);
        expect(tokensIn(fullAt, policy, start + wait - 1)).toBe(0);
        expect(tokensIn(fullAt, policy, start + wait)).toBe(1);
      }),
    );
  });
});
