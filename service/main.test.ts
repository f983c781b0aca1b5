import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from './platform/database/index.ts';

/** The service as a process of its own, as an operator runs it. */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-main-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function start() {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    cwd: join(import.meta.dirname, '..'),
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: '0',
      PORTAL_DATA: folder,
      PORTAL_BUILD: join(folder, 'build'),
      DATABASE_URL: '',
      LOG_LEVEL: 'error',
    },
  });
  const ended = once(child, 'exit') as Promise<[code: number | null, signal: string | null]>;
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, ended, line: line.toString(), origin: /http:\S+/.exec(line.toString())?.[0] ?? '' };
}

async function guestKey(origin: string): Promise<Record<string, string>> {
  const answer = await fetch(`${origin}/api/v1/guest-keys`, { method: 'POST' });
  const { key } = (await answer.json()) as { key: string };
  return { authorization: `Bearer ${key}` };
}

describe('the service', () => {
  test('prints one line with its address, and answers there', async () => {
    const { child, ended, line, origin } = await start();
    expect(line).toMatch(/^Cardea's portal is at http:\/\/localhost:\d+\n$/);
    expect((await fetch(`${origin}/readyz`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('at %s ends streams and ends with 0', async (signal) => {
    const { child, ended, origin } = await start();
    const headers = await guestKey(origin);
    const stream = await fetch(`${origin}/api/v1/journeys/first-call/progress/events`, { headers });
    const reader = stream.body?.getReader();
    await reader?.read();
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
  });

  test('lets a request that is under way finish before it ends', async () => {
    const { child, ended, origin } = await start();
    const body = JSON.stringify({ page: '/docs', helpful: true });
    const socket = connect(Number(new URL(origin).port), 'localhost');
    const head = `POST /api/v1/feedback HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
    socket.write(head + body.slice(0, 5));
    await fetch(`${origin}/healthz`); // The service has the head by now.
    child.kill('SIGTERM');
    await expect.poll(() => fetch(`${origin}/healthz`).catch(() => 'refused')).toBe('refused');
    socket.write(body.slice(5));
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 201 /);
    expect(await ended).toEqual([0, null]);
  });

  test('writes what the gateway saw before it ends', async () => {
    const { child, ended, origin } = await start();
    const headers = await guestKey(origin);
    expect((await fetch(`${origin}/gateway/cardea/v2/credential-offers`, { headers })).status).toBe(200);
    child.kill('SIGTERM');
    await ended;
    const database = await openDatabase({ dataFolder: folder, databaseUrl: undefined });
    const tables = database.db.withTables<{ exchanges: { operation: string } }>();
    const rows = await tables.selectFrom('exchanges').select('operation').execute();
    await database.close();
    expect(rows.map(({ operation }) => operation)).toEqual(['listCredentialOffers']);
  });
});
