import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueKey, sqlKeyStore } from '../../service/features/keys/index.ts';
import { systemClock } from '../../service/platform/clock.ts';
import { type Database, openDatabase } from '../../service/platform/database/index.ts';
import { newId } from '../../service/platform/ids.ts';
import { type PostgresServer, startPostgres } from '../support/postgres-server.ts';
import { fiftyAtOnce } from './fifty-at-once.ts';
import { type ServiceProcess, startServiceProcess } from './service-process.ts';

const path = '/gateway/cardea/v2/credentials';

async function issue(database: Database, requestsPerMinute: number): Promise<{ id: string; text: string }> {
  const wanted = { organization: 'org_a', environment: 'sandbox', requestsPerMinute, lifetimeDays: null } as const;
  const store = sqlKeyStore(database);
  const { key, text } = await issueKey(wanted, { store, clock: systemClock, newId, random: randomBytes });
  return { id: key.id, text };
}

async function statusAt(service: ServiceProcess, key: string, headers: Record<string, string> = {}): Promise<number> {
  const answer = await fetch(service.origin + path, { headers: { authorization: `Bearer ${key}`, ...headers } });
  await answer.arrayBuffer();
  return answer.status;
}

/** Uses a key everywhere without a pause, revokes it, and gives after how many milliseconds the last instance refused it. */
async function revocationLatency(database: Database, services: readonly ServiceProcess[]): Promise<number> {
  const key = await issue(database, 600_000);
  for (const service of services) expect(await statusAt(service, key.text)).toBe(200);
  const inUse = services.map(async (service) => {
    while ((await statusAt(service, key.text)) !== 401) await pause(2);
    return performance.now();
  });
  await pause(100);
  await sqlKeyStore(database).revoke(key.id, new Date());
  const revokedAt = performance.now();
  const refusedAt = await Promise.all(inUse);
  // Once refused, it stays so.
  for (const service of services) expect(await statusAt(service, key.text)).toBe(401);
  return Math.max(...refusedAt) - revokedAt;
}

async function latencies(rounds: number, measure: () => Promise<number>): Promise<number[]> {
  const found: number[] = [];
  for (let round = 0; round < rounds; round += 1) found.push(await measure());
  console.log(`revocation, in ms: ${found.map(Math.round).join(' ')}`);
  return found;
}

describe('one instance on SQLite', () => {
  let folder: string;
  let service: ServiceProcess;
  let database: Database;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portolan-one-'));
    service = await startServiceProcess(folder, undefined);
    database = await openDatabase({ dataFolder: join(folder, 'data'), databaseUrl: undefined });
  });
  afterAll(async () => {
    await database.close();
    await service.kill('SIGTERM');
    await rm(folder, { recursive: true });
  });

  test('refuses a key within a second after another process revoked it', async () => {
    const found = await latencies(6, () => revocationLatency(database, [service]));
    expect(Math.max(...found)).toBeLessThanOrEqual(1000);
  });

  test('one idempotency key that is sent fifty times at once has one effect and one answer', async () => {
    const key = await issue(database, 600_000);
    const sent = await fiftyAtOnce([service], key.text);
    expect(sent).toEqual({ statuses: [201], ids: new Set([expect.any(String)]), replayed: 49, stored: 1, others: 422 });
  });
});

describe('two instances on PostgreSQL', () => {
  let folder: string;
  let postgres: PostgresServer;
  let database: Database;
  let services: readonly [ServiceProcess, ServiceProcess];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portolan-two-'));
    postgres = await startPostgres({ fsync: false });
    await postgres.createDatabase('two');
    const url = postgres.url('two');
    const shared = { PORTAL_SECRET: 'what one of them seals, the other one opens' };
    const first = await startServiceProcess(join(folder, 'a'), url, shared);
    services = [first, await startServiceProcess(join(folder, 'b'), url, shared)];
    database = await openDatabase({ dataFolder: folder, databaseUrl: url });
  });
  afterAll(async () => {
    await database.close();
    await Promise.all(services.map((service) => service.kill('SIGTERM')));
    await postgres.stop();
    await rm(folder, { recursive: true });
  });
  const inTurn = async (requests: number, send: (service: ServiceProcess) => Promise<number>) =>
    Promise.all(Array.from({ length: requests }, (_, index) => send(services[index % 2] ?? services[0])));

  test('both take a key that one of them has just issued', async () => {
    const answer = await fetch(`${services[0].origin}/api/v1/guest-keys`, { method: 'POST' });
    const { key } = (await answer.json()) as { key: string };
    for (const service of services) expect(await statusAt(service, key)).toBe(200);
  });

  test('both refuse a key within five seconds after it was revoked', async () => {
    const found = await latencies(6, () => revocationLatency(database, services));
    expect(Math.max(...found)).toBeLessThanOrEqual(5000);
  });

  test('one idempotency key that is sent fifty times at once has one effect and one answer', async () => {
    const key = await issue(database, 600_000);
    const sent = await fiftyAtOnce(services, key.text);
    expect(sent).toEqual({ statuses: [201], ids: new Set([expect.any(String)]), replayed: 49, stored: 1, others: 422 });
  });

  test('count the requests of a key together: what one took, the other has not', async () => {
    const perMinute = 60;
    const key = await issue(database, perMinute);
    const from = performance.now();
    const statuses = await inTurn(200, (service) => statusAt(service, key.text));
    const taken = statuses.filter((status) => status === 200).length;
    const cameBack = Math.ceil(((performance.now() - from) / 60_000) * perMinute);
    // Each may have had up to a tenth in hand that it drew before.
    expect(taken).toBeLessThanOrEqual(perMinute + cameBack);
    expect(taken).toBeGreaterThanOrEqual(perMinute * 0.8);
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
  });

  test('count what comes from one network together, also without a key', async () => {
    const headers = { 'x-forwarded-for': '198.51.100.7' };
    const issueAt = async ({ origin }: ServiceProcess) => {
      const answer = await fetch(`${origin}/api/v1/guest-keys`, { method: 'POST', headers });
      await answer.arrayBuffer();
      return answer.status;
    };
    const from = performance.now();
    const statuses = await inTurn(150, issueAt);
    const issued = statuses.filter((status) => status === 201).length;
    expect(issued).toBeLessThanOrEqual(60 + Math.ceil((performance.now() - from) / 1000));
    expect(issued).toBeGreaterThanOrEqual(48);
  });

  test('count guesses together', async () => {
    const headers = { 'x-forwarded-for': '198.51.100.8' };
    const guess = `ptl_test_${'0'.repeat(36)}`;
    const from = performance.now();
    const statuses = await inTurn(150, (service) => statusAt(service, guess, headers));
    const looked = statuses.filter((status) => status === 401).length;
    expect(looked).toBeLessThanOrEqual(60 + Math.ceil((performance.now() - from) / 1000));
    expect(looked).toBeGreaterThanOrEqual(48);
  });
});
