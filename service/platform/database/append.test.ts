import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import type { FeatureMigration } from './index.ts';

const notes: FeatureMigration = {
  name: '2026-01-01-notes',
  up: async (db) => {
    await db.schema
      .createTable('notes')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('text', 'text')
      .addColumn('size', 'integer', (column) => column.notNull())
      .execute();
  },
};

const rows = (...values: readonly (readonly [string, string | null, number | null])[]) => ({
  table: 'notes',
  columns: ['id', 'text', 'size'],
  values,
});

describeOnBothDatabases('append', (open) => {
  const opened = async () => {
    const database = await open([notes]);
    const tables = database.db.withTables<{ notes: { id: string; text: string | null; size: number } }>();
    return { ...database, tables, all: () => tables.selectFrom('notes').selectAll().orderBy('id').execute() };
  };

  test('adds rows, and leaves one that is there already as it is', async () => {
    const { append, all } = await opened();
    await append(rows(['a', `it's "quoted"`, 1], ['b', null, 2]));
    await append(rows(['b', 'other', 3], ['c', '🚢', 4]));
    expect(await all()).toEqual([
      { id: 'a', text: `it's "quoted"`, size: 1 },
      { id: 'b', text: null, size: 2 },
      { id: 'c', text: '🚢', size: 4 },
    ]);
  });

  test('adds all or none, and works again after that', async () => {
    const { append, all } = await opened();
    await expect(append(rows(['a', 'x', 1], ['b', 'x', null]))).rejects.toThrow();
    expect(await all()).toEqual([]);
    await append(rows(['a', 'x', 1]));
    expect(await all()).toHaveLength(1);
  });

  test('takes none, and ten thousand', async () => {
    const { append, all } = await opened();
    await append(rows());
    await append(rows(...Array.from({ length: 10_000 }, (_, index) => [`n${index}`, 'x', index] as const)));
    expect(await all()).toHaveLength(10_000);
  });

  test('waits for the transactions of others, and is not part of them', async () => {
    const { append, all, tables } = await opened();
    const started = Promise.withResolvers<void>();
    const others = tables.transaction().execute(async (inside) => {
      await inside.insertInto('notes').values({ id: 'other', text: null, size: 0 }).execute();
      started.resolve();
      await new Promise((resolve) => setImmediate(resolve));
      throw new Error('on purpose');
    });
    await started.promise;
    const appended = append(rows(['a', 'x', 1]));
    await expect(others).rejects.toThrow('on purpose');
    await appended;
    expect((await all()).map(({ id }) => id)).toEqual(['a']);
  });

  test('leaves every other write as safe as it was', async () => {
    const { append, db, kind } = await opened();
    await append(rows(['a', 'x', 1]));
    await expect(append(rows(['b', 'x', null]))).rejects.toThrow();
    if (kind !== 'sqlite') return;
    // https://www.sqlite.org/pragma.html#pragma_synchronous: 2 is full.
    const { rows: found } = await sql<{ synchronous: number }>`pragma synchronous`.execute(db);
    expect(found[0]?.synchronous).toBe(2);
  });
});
