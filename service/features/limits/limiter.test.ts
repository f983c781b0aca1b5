import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BucketStore } from './bucket-store.ts';
import type { DayStore } from './day-store.ts';
import { type Limiter, limiter } from './limiter.ts';
import { memoryBucketStore } from './memory-bucket-store.ts';
import { type Policy, policyOf } from './policy.ts';

const start = Date.UTC(2026, 10, 21, 9);
const log = { warn: () => undefined };
const days: DayStore = { draw: () => Promise.reject(new Error('no day is counted')), removeBefore: async () => 0 };
const aTenth = ({ quota }: Policy) => Math.floor(quota / 10);

/** Instances that share a store and a clock which stands until it is moved. */
function instances(count: number, aheadOf = aTenth) {
  let now = start;
  let draws = 0;
  const shared = memoryBucketStore();
  const store: BucketStore = {
    ...shared,
    draw: (...asked) => {
      draws += 1;
      return shared.draw(...asked);
    },
  };
  const clock = { now: () => new Date(now) };
  const limiters: Limiter[] = Array.from({ length: count }, () =>
    limiter({ buckets: store, days, clock, aheadOf, log }),
  );
  const takeAt = (index: number, who: string, policy: Policy) => {
    const chosen = limiters[index];
    if (chosen === undefined) throw new Error(`there is no instance ${index}`);
    return chosen.take(who, policy);
  };
  return { take: takeAt, draws: () => draws, pass: (ms: number) => (now += ms) };
}

describe('one instance', () => {
  const policy = policyOf('default', 60, 60);

  test('takes as many of a thousand at once as the bucket holds: the first ones, in their order', async () => {
    const { take } = instances(1);
    const order: number[] = [];
    const answers = await Promise.all(
      Array.from({ length: 1000 }, async (_, index) => {
        const allowance = await take(0, 'a', policy);
        if (allowance.isTaken) order.push(index);
        return allowance;
      }),
    );
    expect(order).toEqual(Array.from({ length: 60 }, (_, index) => index));
    expect(answers.at(-1)).toMatchObject({ isTaken: false, remaining: 0, resetSeconds: 1 });
  });

  test('counts down, and says when the bucket is full', async () => {
    const { take, pass } = instances(1);
    expect(await take(0, 'a', policy)).toMatchObject({ isTaken: true, remaining: 59, resetSeconds: 1 });
    expect(await take(0, 'a', policy)).toMatchObject({ isTaken: true, remaining: 58, resetSeconds: 2 });
    pass(1000);
    expect(await take(0, 'a', policy)).toMatchObject({ isTaken: true, remaining: 58, resetSeconds: 2 });
  });

  test('does not ask the store for each request while plenty is left, nor while there is nothing', async () => {
    const { take, draws } = instances(1);
    for (let i = 0; i < 25; i++) await take(0, 'a', policy);
    expect(draws()).toBeLessThan(10);
    for (let i = 0; i < 40; i++) await take(0, 'a', policy);
    const soFar = draws();
    for (let i = 0; i < 1000; i++) expect((await take(0, 'a', policy)).isTaken).toBe(false);
    expect(draws()).toBe(soFar);
  });

  test('gives back what it had in hand and did not use', async () => {
    const { take, pass } = instances(1);
    for (let i = 0; i < 200; i++) {
      expect((await take(0, 'a', policy)).isTaken).toBe(true);
      pass(1000);
    }
  });

  test('refuses nobody for a store that did not answer once', async () => {
    const shared = memoryBucketStore();
    let isDown = true;
    const store: BucketStore = {
      ...shared,
      draw: (...asked) => (isDown ? Promise.reject(new Error('down')) : shared.draw(...asked)),
    };
    const { take } = limiter({ buckets: store, days, clock: { now: () => new Date(start) }, aheadOf: aTenth, log });
    await expect(Promise.all([take('a', policy), take('a', policy)])).rejects.toThrow('down');
    isDown = false;
    expect((await take('a', policy)).isTaken).toBe(true);
  });
});

describe('several instances', () => {
  const steps = fc.array(
    fc.record({ instance: fc.nat(2), waitMs: fc.constantFrom(0, 0, 0, 10, 300, 1100, 9000), count: fc.nat(40) }),
    { minLength: 1, maxLength: 30 },
  );

  test('let through together what one would, and at most what each has in hand beyond it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 3000 }), steps, async (perMinute, sent) => {
        const policy = policyOf('default', perMinute, 10);
        const { take, pass } = instances(3);
        const taken: { at: number; count: number }[] = [];
        let at = 0;
        for (const { instance, waitMs, count } of sent) {
          pass(waitMs);
          at += waitMs;
          const answers = await Promise.all(Array.from({ length: count }, () => take(instance, 'a', policy)));
          taken.push({ at, count: answers.filter(({ isTaken }) => isTaken).length });
          for (let from = taken.length - 1, sum = 0; from >= 0; from--) {
            sum += taken[from]?.count ?? 0;
            const refilled = ((at - (taken[from]?.at ?? at)) * 1000) / policy.microsecondsPerRequest;
            expect(sum).toBeLessThanOrEqual(policy.quota + refilled + 3 * aTenth(policy));
          }
        }
      }),
    );
  });

  test('without tokens in hand are exact', async () => {
    const policy = policyOf('default', 30, 60);
    const { take } = instances(3, () => 0);
    const answers = await Promise.all(Array.from({ length: 90 }, (_, index) => take(index % 3, 'a', policy)));
    expect(answers.filter(({ isTaken }) => isTaken)).toHaveLength(30);
  });
});
