import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { describeOnBothDatabases, newPostgres, newSqlite } from '../../../tests/support/databases.ts';
import { StartError } from '../start-error.ts';
import { type FeatureMigration, migrate, openDatabase } from './index.ts';

const makes = (table: string): FeatureMigration => ({
  name: `2026-01-01-${table}`,
  up: async (db) => {
    await db.schema.createTable(table).addColumn('id', 'text').execute();
  },
});

describeOnBothDatabases('migrations', (open) => {
  test('run once, and later ones are added', async () => {
    const database = await open([makes('a')]);
    await migrate(database, [makes('a'), makes('b')]);
    const tables = await database.db.introspection.getTables();
    expect(tables.map((table) => table.name).toSorted()).toEqual(['a', 'b']);
  });

  test('leave nothing behind where one of them fails, and say so', async () => {
    const database = await open([]);
    const failing = { name: '2026-01-02-bad', up: () => Promise.reject(new Error('no such type')) };
    const failure = await migrate(database, [makes('a'), failing]).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StartError);
    expect(String(failure)).toContain('cannot be brought up to date (no such type). Nothing was changed.');
    expect(await database.db.introspection.getTables()).toEqual([]);
  });

  test('refuse a database that is newer than the program', async () => {
    const database = await open([makes('a'), makes('b')]);
    await expect(migrate(database, [makes('a')])).rejects.toThrow(
      /is newer than this program: it has the migration 2026-01-01-b, .* Start the newer version/,
    );
  });
});

describe('processes that start at once', () => {
  const program = fileURLToPath(new URL('../../../tests/support/migrate-in-a-process.ts', import.meta.url));
  const run = promisify(execFile);

  test.each([
    ['SQLite', newSqlite],
    ['PostgreSQL', newPostgres],
  ])('all find %s migrated', async (_, newPlace) => {
    const place = await newPlace();
    const start = () => run(process.execPath, [program, place.dataFolder, place.databaseUrl ?? '']);
    await Promise.all(Array.from({ length: 5 }, start));
    const database = await openDatabase(place);
    expect(await database.db.introspection.getTables()).toHaveLength(4);
    await database.close();
    await place.remove();
  });
});
