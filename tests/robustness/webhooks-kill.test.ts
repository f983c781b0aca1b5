import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { developmentConfig } from '../support/development-config.ts';
import { startPostgres } from '../support/postgres-server.ts';
import { startServiceProcess } from './service-process.ts';

/** Enough that some wait, some are under way and some are done when the process is killed. */
const events = 60;
const rounds = Number(process.env.KILL_ROUNDS ?? 2);

/** Takes webhooks slowly, and tells when it has had every one of these. */
async function slowReceiver() {
  const had = new Map<string, number>();
  const heard = new Set<() => void>();
  const server = createServer((request, response) => {
    const id = String(request.headers['webhook-id']);
    request.resume().on('end', () => {
      had.set(id, (had.get(id) ?? 0) + 1);
      for (const hear of heard) hear();
      setTimeout(() => response.writeHead(204).end(), 30);
    });
    request.on('error', () => undefined);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const all = (ids: readonly string[]) =>
    new Promise<void>((resolve) => {
      const hear = () => ids.every((id) => had.has(id)) && resolve();
      heard.add(hear);
      hear();
    });
  const some = (count: number) =>
    new Promise<void>((resolve) => {
      const hear = () => had.size >= count && resolve();
      heard.add(hear);
      hear();
    });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    had,
    all,
    some,
    close: () => server.close(),
  };
}

async function neverForgets(databaseUrl?: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'portolan-webhooks-'));
  const environment = { PORTAL_CONFIG: await developmentConfig(folder) };
  const receiver = await slowReceiver();
  let service = await startServiceProcess(folder, databaseUrl, environment);
  const ask = async (method: string, path: string, body?: object, key?: string) => {
    const headers = {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
    };
    const answer = await fetch(`${service.origin}/api/v1${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} answers ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as { key: string; data: { message: string }[] };
  };
  const { key } = await ask('POST', '/guest-keys');
  await ask('PUT', '/webhooks/address', { url: receiver.url }, key);
  const acknowledged: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = receiver.had.size;
    const wanted = { api: 'cardea', version: 'v2', type: 'offer.declined' };
    for (let i = 0; i < events; i += 1) {
      const { data } = await ask('POST', '/webhooks/test-events', wanted, key);
      acknowledged.push(...data.map(({ message }) => message));
    }
    await receiver.some(before + 5);
    await service.kill('SIGKILL');
    service = await startServiceProcess(folder, databaseUrl, environment);
  }
  expect(new Set(acknowledged).size).toBe(rounds * events);
  await receiver.all(acknowledged);
  await service.kill('SIGTERM');
  receiver.close();
  await rm(folder, { recursive: true });
}

describe('kill -9 while webhooks are sent', () => {
  test('forgets none that was acknowledged on SQLite', () => neverForgets());

  test('forgets none that was acknowledged on PostgreSQL', async () => {
    const postgres = await startPostgres({ fsync: true });
    try {
      await postgres.createDatabase('webhooks');
      await neverForgets(postgres.url('webhooks'));
    } finally {
      await postgres.stop();
    }
  });
});
