import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startPostgres } from '../support/postgres-server.ts';
import { lostWrites } from './lost-writes.ts';
import { startServiceProcess } from './service-process.ts';
import { killRounds, type KillReport } from './kill.ts';

/** ROBUSTNESS asks for 200: `node tests/robustness/kill.ts 200`, or `KILL_ROUNDS=200 npx vitest run --project robustness tests/robustness/kill.test.ts`. */
const rounds = Number(process.env.KILL_ROUNDS ?? 3);
/** How long a start takes is asked where somebody asks for rounds, on a machine of theirs; beside other tests it says nothing. */
const slowestMs = process.env.KILL_ROUNDS === undefined ? Infinity : 5000;

function expectNothingLost(report: KillReport): void {
  expect(report.lost).toEqual([]);
  expect(report.revived).toEqual([]);
  expect(report.slowestReadyMs).toBeLessThan(slowestMs);
  // The rounds were worth something.
  expect(report.rolls).toBeGreaterThan(0);
  expect(Math.min(report.feedback, report.keys, report.offers, report.proofs, report.revoked)).toBeGreaterThan(rounds);
}

test('a write that is not there is noticed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'portolan-lost-'));
  const service = await startServiceProcess(folder, undefined);
  const invented = {
    feedback: ['fbk_invented'],
    keys: ['ptl_test_invented'],
    offers: [{ key: 'ptl_test_invented', id: 'off_invented' }],
    proofs: [{ key: 'ptl_test_invented', exchange: 'exc_invented' }],
  };
  const place = { dataFolder: join(folder, 'data'), databaseUrl: undefined };
  expect(await lostWrites(service.origin, place, invented)).toEqual([
    'the feedback fbk_invented',
    'a guest key, which answers 401',
    'the credential offer off_invented, which answers 401',
    'the proof of a first offer by exc_invented, which is not proven',
  ]);
  await service.kill('SIGTERM');
  await rm(folder, { recursive: true });
});

describe('kill -9 while many write', () => {
  test('loses nothing that was acknowledged on SQLite', async () => {
    expectNothingLost(await killRounds(rounds));
  });

  test('loses nothing that was acknowledged on PostgreSQL', async () => {
    const postgres = await startPostgres({ fsync: true });
    try {
      await postgres.createDatabase('kill');
      expectNothingLost(await killRounds(rounds, postgres.url('kill')));
    } finally {
      await postgres.stop();
    }
  });
});
