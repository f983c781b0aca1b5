import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPostgres } from '../support/postgres-server.ts';
import { trafficWindow } from './traffic-window.ts';

/** What `docs/portal/observability.md` states: the records of answers younger than this can be lost to a `kill -9`. */
const statedWindowMs = 500;

describe('records of exchanges', () => {
  let postgres: Awaited<ReturnType<typeof startPostgres>>;
  beforeAll(async () => {
    postgres = await startPostgres({ fsync: true });
    await postgres.createDatabase('killed');
    await postgres.createDatabase('stopped');
  });
  afterAll(() => postgres.stop());

  test.each(['SQLite', 'PostgreSQL'])('a kill -9 takes none older than the stated window, on %s', async (kind) => {
    const report = await trafficWindow('SIGKILL', 1500, kind === 'SQLite' ? undefined : postgres.url('killed'));
    console.log(kind, report);
    expect(report.answered).toBeGreaterThanOrEqual(1500);
    expect(report.lostUpToMs).toBeLessThan(statedWindowMs);
    expect(report.answered - report.lost).toBeGreaterThan(500);
  });

  test.each(['SQLite', 'PostgreSQL'])('a SIGTERM takes none at all, on %s', async (kind) => {
    const report = await trafficWindow('SIGTERM', 300, kind === 'SQLite' ? undefined : postgres.url('stopped'));
    expect(report).toMatchObject({ lost: 0 });
  });
});
