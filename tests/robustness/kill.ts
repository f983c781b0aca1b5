import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readContract } from '../../contract/read/index.ts';
import { startPostgres } from '../support/postgres-server.ts';
import { lostWrites } from './lost-writes.ts';
import { startServiceProcess } from './service-process.ts';
import { type AcknowledgedWrites, noWrites, write } from './writers.ts';

export interface KillReport {
  readonly rounds: number;
  readonly feedback: number;
  readonly keys: number;
  readonly offers: number;
  readonly slowestReadyMs: number;
  /** Acknowledged writes that were not there after the restart, a sentence each. */
  readonly lost: readonly string[];
}

const writers = 12;
/** Not after a time: on a slow machine nothing would be written in it. */
const writesBeforeKill = [40, 200] as const;

/**
 * Fault D1: again and again, the service is started, many write at once, it is killed with SIGKILL in the midst of it and
 * started again; then every write that it acknowledged must be there.
 */
export async function killRounds(rounds: number, databaseUrl?: string): Promise<KillReport> {
  const folder = await mkdtemp(join(tmpdir(), 'portolan-kill-'));
  const place = { dataFolder: join(folder, 'data'), databaseUrl };
  const offer = await exampleOffer();
  const totals = { feedback: 0, keys: 0, offers: 0, slowestReadyMs: 0 };
  const lost: string[] = [];
  let service = await startServiceProcess(folder, databaseUrl);
  try {
    for (let round = 0; round < rounds; round += 1) {
      const writes = await writeAndKill(service, offer);
      service = await startServiceProcess(folder, databaseUrl);
      lost.push(...(await lostWrites(service.origin, place, writes)));
      totals.feedback += writes.feedback.length;
      totals.keys += writes.keys.length;
      totals.offers += writes.offers.length;
      totals.slowestReadyMs = Math.max(totals.slowestReadyMs, service.readyAfterMs);
    }
  } finally {
    await service.kill('SIGKILL');
    await rm(folder, { recursive: true });
  }
  return { rounds, ...totals, lost };
}

async function writeAndKill(
  service: { origin: string; kill(signal: NodeJS.Signals): Promise<void> },
  offer: unknown,
): Promise<AcknowledgedWrites> {
  const writes = noWrites();
  const enough = Promise.withResolvers<void>();
  const killAt = randomInt(...writesBeforeKill);
  const count = () => {
    if (writes.feedback.length + writes.keys.length + writes.offers.length >= killAt) enough.resolve();
  };
  const writing = Promise.all(Array.from({ length: writers }, () => write(service.origin, offer, writes, count)));
  // A fault of the service is told at once, not after the kill.
  await Promise.race([writing, enough.promise]);
  await service.kill('SIGKILL');
  await writing;
  return writes;
}

async function exampleOffer(): Promise<unknown> {
  const file = resolve(import.meta.dirname, '../../openapi/cardea/v2.yaml');
  const contract = await readContract({ api: 'cardea', version: 'v2', file });
  const create = contract.operations.find(({ id }) => id === 'createCredentialOffer');
  return create?.requestBody?.content[0]?.examples[0]?.value;
}

/** `node tests/robustness/kill.ts [rounds]`: on both databases. */
if (import.meta.main) {
  const rounds = Number(process.argv[2] ?? 60);
  const postgres = await startPostgres({ fsync: true });
  await postgres.createDatabase('kill');
  const reports = { sqlite: await killRounds(rounds), postgres: await killRounds(rounds, postgres.url('kill')) };
  await postgres.stop();
  console.log(JSON.stringify(reports, null, 2));
  process.exitCode = reports.sqlite.lost.length + reports.postgres.lost.length === 0 ? 0 : 1;
}
