import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type DatabasePlace, newSqlite } from '../../../tests/support/databases.ts';
import { StartError } from '../start-error.ts';
import { openDatabase } from './index.ts';

let place: DatabasePlace;
beforeAll(async () => {
  place = await newSqlite();
});
afterAll(() => place.remove());

async function refusal(options: { dataFolder?: string; databaseUrl?: string }): Promise<string> {
  const failure = await openDatabase({ dataFolder: place.dataFolder, databaseUrl: undefined, ...options }).catch(
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(StartError);
  return (failure as StartError).message;
}

describe('the data folder', () => {
  test('is a file', async () => {
    const file = join(place.dataFolder, 'a-file');
    writeFileSync(file, '');
    expect(await refusal({ dataFolder: file })).toContain('is, or lies below, a file. Set PORTAL_DATA to a folder');
    expect(await refusal({ dataFolder: join(file, 'below') })).toContain('is, or lies below, a file.');
  });

  test('cannot be made', async () => {
    expect(await refusal({ dataFolder: '/proc/portolan' })).toMatch(/cannot be made \(\w+\)\. Make it and give/);
  });

  test('holds something else than a database', async () => {
    const folder = join(place.dataFolder, 'damaged');
    mkdirSync(folder);
    writeFileSync(join(folder, 'portal.db'), 'x'.repeat(5000));
    expect(await refusal({ dataFolder: folder })).toContain('is not a SQLite database, or is damaged. Put a backup');
  });

  test('holds a database that cannot be opened', async () => {
    const folder = join(place.dataFolder, 'unreadable');
    mkdirSync(join(folder, 'portal.db'), { recursive: true });
    expect(await refusal({ dataFolder: folder })).toContain('cannot be opened for reading and writing');
  });
});

describe('DATABASE_URL', () => {
  const changed = (change: Partial<URL>) => Object.assign(new URL(inject('postgresUrl')), change).href;

  test.each([
    ['is no URL', () => 'localhost', 'DATABASE_URL is not a URL. Set it like postgres://'],
    ['names another database', () => 'mysql://root@localhost/x', 'starts with mysql:, which is not PostgreSQL'],
    ['has a wrong password', () => changed({ password: 'guess' }), 'refused the user postgres'],
    ['names no database', () => changed({ pathname: '/nowhere' }), 'has no database nowhere. Create it'],
    ['names a closed port', () => changed({ port: '1' }), 'cannot be reached'],
  ])('%s', async (_, url, sentence) => {
    const message = await refusal({ databaseUrl: url() });
    expect(message).toContain(sentence);
    expect(message).not.toContain('guess');
  });
});
