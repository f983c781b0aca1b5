import { beforeAll, describe, expect, test } from 'vitest';
import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import type { Database } from '../../platform/database/index.ts';
import { type CountRequest, limitsFeature, limitsMigrations } from './index.ts';

const log = { warn: () => undefined };
const operation = { api: 'cardea', version: 'v2', id: 'listOffers', method: 'get' };

describeOnBothDatabases('limits', (open) => {
  let database: Database;
  let now = Date.UTC(2026, 10, 21, 9);
  const clock = { now: () => new Date(now) };
  beforeAll(async () => {
    database = await open(limitsMigrations);
  });
  /** As a service that starts: nothing but the database is there from before. */
  const start = (requestsPerDay?: number): CountRequest =>
    limitsFeature({ database, limits: { burstSeconds: 60, classes: [], requestsPerDay }, log, clock }).count;
  const send = (count: CountRequest, who: string, requestsPerMinute = 60_000) =>
    count({ who, requestsPerMinute, hasQuota: true, operation });
  const howMany = async (counts: readonly CountRequest[], who: string, requests: number, perMinute?: number) => {
    const sent = Array.from({ length: requests }, (_, index) => counts[index % counts.length]);
    const answers = await Promise.all(sent.flatMap((count) => (count ? [send(count, who, perMinute)] : [])));
    return answers.filter(({ isTaken }) => isTaken).length;
  };

  test('a quota of a day is used once, by two instances at once and after a restart', async () => {
    const both = [start(200), start(200)];
    const first = await howMany(both, 'a', 300);
    // One may have what the other was refused.
    expect(first).toBeGreaterThanOrEqual(196);
    expect(first + (await howMany(both, 'a', 10))).toBe(200);
    expect(await howMany([start(200)], 'a', 10)).toBe(0);
  });

  test('a quota says how much is left of the day, and begins anew at midnight UTC', async () => {
    const count = start(2);
    await send(count, 'b');
    const second = await send(count, 'b');
    const left = { isTaken: true, remaining: 0, resetSeconds: 15 * 3600 };
    expect(second.standings[1]).toMatchObject({ ...left, policy: { name: 'day', quota: 2, windowSeconds: 86_400 } });
    expect((await send(count, 'b')).standings[1]).toMatchObject({ ...left, isTaken: false });
    now += 15 * 3600 * 1000;
    expect((await send(count, 'b')).standings[1]).toMatchObject({ isTaken: true, remaining: 1 });
  });

  test('without a quota, nothing is counted by the day', async () => {
    expect((await send(start(), 'c')).standings).toHaveLength(1);
  });

  test('what a bucket refuses, the day does not count', async () => {
    const count = start(100);
    expect(await howMany([count], 'd', 50, 5)).toBe(5);
    expect(await howMany([count], 'd', 200)).toBe(95);
  });

  describe('two instances', () => {
    test('share a bucket where they share the database', async () => {
      const taken = await howMany([start(), start()], 'e', 400, 100);
      const most = database.kind === 'postgres' ? 100 : 200;
      expect(taken).toBeLessThanOrEqual(most);
      expect(taken).toBeGreaterThanOrEqual(most - 20);
    });
  });
});
