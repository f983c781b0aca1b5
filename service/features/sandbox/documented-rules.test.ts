import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readSandboxRules } from '../../../contract/x-sandbox/index.ts';
import { newSqlite } from '../../../tests/support/databases.ts';
import { migrate, openDatabase } from '../../platform/database/index.ts';
import { sandboxMigrations } from './migrations.ts';
import { playedSandbox } from './played.fixture.ts';
import type { Item } from './state.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'portolan-documented-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the example of the guide does what the guide says', async () => {
  const guide = readFileSync('docs/portal/sandbox.md', 'utf8');
  const file = path.join(folder, 'tickets.yaml');
  writeFileSync(file, /```yaml title="openapi\/tickets.yaml"\n(.*?)```/s.exec(guide)?.[1] ?? '');
  const place = await newSqlite();
  const database = await openDatabase(place);
  await migrate(database, sandboxMigrations);
  const { contract, call, clock } = await playedSandbox(database, file);
  expect(readSandboxRules(contract).findings).toEqual([]);

  const { body: seat } = await call('post', '/seats', { row: 'B', number: 12 });
  expect(seat).toMatchObject({ row: 'B', number: 12, status: 'free' });
  expect((await call('post', '/seats', { row: 'B', number: 12 })).status).toBe(409);
  expect((await call('post', '/seats', { row: 'C', number: 12 })).status).toBe(201);
  const hold = `/seats/${String(seat.id)}/hold`;
  expect((await call('post', hold, { held_by: 'Ada' })).body).toMatchObject({
    status: 'held',
    held_until: '2026-11-21T12:15:00Z',
  });
  expect((await call('post', hold, {})).status).toBe(409);
  clock.advance(15 * 60);
  expect((await call('get', `/seats/${String(seat.id)}`)).body.status).toBe('free');
  expect((await call('post', hold, {})).status).toBe(200);
  const told = (await call('get', '/events')).body as unknown as readonly Item[];
  expect(told.slice(0, 3)).toMatchObject([
    { type: 'seat.held', seat_id: seat.id, held_by: 'nobody', at: '2026-11-21T12:15:00Z' },
    { type: 'seat.released', seat_id: seat.id, at: '2026-11-21T12:15:00Z' },
    { type: 'seat.held', seat_id: seat.id, held_by: 'Ada', at: '2026-11-21T12:00:00Z' },
  ]);
  await database.close();
  await place.remove();
});
