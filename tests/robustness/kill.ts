import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readContract } from '../../contract/read/index.ts';
import { startPostgres } from '../support/postgres-server.ts';
import { lostWrites, revivedKeys } from './lost-writes.ts';
import { type Place, revokeSome } from './revoke-some.ts';
import { type RollingPartner, rollingPartner } from './rolling-partner.ts';
import { startServiceProcess } from './service-process.ts';
import { type AcknowledgedWrites, noWrites, write } from './writers.ts';

export interface KillReport {
  readonly rounds: number;
  readonly feedback: number;
  readonly keys: number;
  readonly offers: number;
  /** Steps that were acknowledged as proven. */
  readonly proofs: number;
  /** Of a partner's key, one after the other. */
  readonly rolls: number;
  /** Keys that were revoked while the service ran. */
  readonly revoked: number;
  readonly slowestReadyMs: number;
  /** Acknowledged writes that were not there after the restart, a sentence each. */
  readonly lost: readonly string[];
  /** Revoked keys that opened something after the restart, a sentence each. */
  readonly revived: readonly string[];
}

const writers = 50;
/** Not after a time: on a slow machine nothing would be written in it. */
const writesBeforeKill = [80, 300] as const;

/**
 * Fault D1: again and again, the service is started, many write at once, it is killed with SIGKILL in the midst of it and
 * started again; then every write that it acknowledged must be there, and every key that was revoked meanwhile opens nothing.
 */
export async function killRounds(rounds: number, databaseUrl?: string): Promise<KillReport> {
  const folder = await mkdtemp(join(tmpdir(), 'portolan-kill-'));
  const place = { dataFolder: join(folder, 'data'), databaseUrl };
  const offer = await exampleOffer();
  const totals = { feedback: 0, keys: 0, offers: 0, proofs: 0, rolls: 0, revoked: 0, slowestReadyMs: 0 };
  const lost: string[] = [];
  const revived: string[] = [];
  let service = await startServiceProcess(folder, databaseUrl);
  try {
    const partner = await rollingPartner(service.origin, place);
    for (let round = 0; round < rounds; round += 1) {
      const { writes, revoked } = await writeAndKill(service, offer, place, partner);
      service = await startServiceProcess(folder, databaseUrl);
      lost.push(...(await lostWrites(service.origin, place, withoutThoseOf(writes, revoked))));
      lost.push(...(await partner.faults(service.origin)));
      revived.push(...(await revivedKeys(service.origin, revoked)));
      totals.feedback += writes.feedback.length;
      totals.keys += writes.keys.length;
      totals.offers += writes.offers.length;
      totals.proofs += writes.proofs.length;
      totals.rolls = partner.rolls();
      totals.revoked += revoked.length;
      totals.slowestReadyMs = Math.max(totals.slowestReadyMs, service.readyAfterMs);
    }
  } finally {
    await service.kill('SIGKILL');
    await rm(folder, { recursive: true });
  }
  return { rounds, ...totals, lost, revived };
}

async function writeAndKill(
  service: { origin: string; kill(signal: NodeJS.Signals): Promise<void> },
  offer: unknown,
  place: Place,
  partner: RollingPartner,
): Promise<{ writes: AcknowledgedWrites; revoked: readonly string[] }> {
  const writes = noWrites();
  const enough = Promise.withResolvers<void>();
  const killAt = randomInt(...writesBeforeKill);
  const count = () => {
    if (writes.feedback.length + writes.keys.length + writes.offers.length >= killAt) enough.resolve();
  };
  const writing = Promise.all([
    partner.roll(service.origin),
    ...Array.from({ length: writers }, () => write(service.origin, offer, writes, count)),
  ]);
  // A fault of the service is told at once, not after the kill.
  await Promise.race([writing, enough.promise]);
  const revoked = await revokeSome(place, writes.keys);
  await service.kill('SIGKILL');
  await writing;
  return { writes, revoked };
}

/** What a revoked key made cannot be asked for with it. */
function withoutThoseOf(writes: AcknowledgedWrites, revoked: readonly string[]): AcknowledgedWrites {
  return {
    ...writes,
    keys: writes.keys.filter((key) => !revoked.includes(key)),
    offers: writes.offers.filter(({ key }) => !revoked.includes(key)),
    proofs: writes.proofs.filter(({ key }) => !revoked.includes(key)),
  };
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
  const wrong = [reports.sqlite, reports.postgres].flatMap(({ lost, revived }) => [...lost, ...revived]);
  process.exitCode = wrong.length === 0 ? 0 : 1;
}
