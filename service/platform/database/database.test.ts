import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import type { FeatureMigration } from './index.ts';

interface NoteRow {
  id: string;
  made_at: number;
  done: number;
}

const notes: FeatureMigration = {
  name: '2026-01-01-notes',
  up: async (db) => {
    await db.schema
      .createTable('notes')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('made_at', 'bigint', (column) => column.notNull())
      .addColumn('done', 'integer', (column) => column.notNull())
      .execute();
  },
};

describeOnBothDatabases('the database', (open) => {
  test('gives 64-bit integers, counts and sums back as numbers', async () => {
    const { db } = await open([notes]);
    const tables = db.withTables<{ notes: NoteRow }>();
    await tables.insertInto('notes').values({ id: 'a', made_at: 1_795_252_000_000, done: 1 }).execute();
    await tables.insertInto('notes').values({ id: 'b', made_at: 2, done: 0 }).execute();
    const found = await tables
      .selectFrom('notes')
      .select((row) => [
        row.fn.max('made_at').as('latest'),
        row.fn.countAll().as('count'),
        row.fn.sum('done').as('done'),
      ])
      .executeTakeFirstOrThrow();
    expect({ ...found }).toEqual({ latest: 1_795_252_000_000, count: 2, done: 1 });
  });

  test('takes back what a failed transaction wrote', async () => {
    const { db } = await open([notes]);
    const tables = db.withTables<{ notes: NoteRow }>();
    const failing = tables.transaction().execute(async (inside) => {
      await inside.insertInto('notes').values({ id: 'a', made_at: 1, done: 0 }).execute();
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(await tables.selectFrom('notes').selectAll().execute()).toEqual([]);
  });

  test('runs concurrent transactions one by one or side by side, and loses none', async () => {
    const { db } = await open([notes]);
    const tables = db.withTables<{ notes: NoteRow }>();
    const ids = Array.from({ length: 40 }, (_, index) => `n${index}`);
    const write = (id: string) =>
      tables
        .transaction()
        .execute((inside) => inside.insertInto('notes').values({ id, made_at: 1, done: 0 }).execute());
    await Promise.all(ids.map(write));
    expect(await tables.selectFrom('notes').select('id').execute()).toHaveLength(40);
  });

  test('answers the health check, and rejects it once closed', async () => {
    const database = await open([]);
    await database.check();
    await database.close();
    await expect(database.check()).rejects.toThrow();
  });

  test('keeps text with quotes, line ends and characters beyond the basic plane as it is', async () => {
    const { db } = await open([notes]);
    const text = `it's "quoted"\n\t– 🚢 \\ $1 ?`;
    const { rows } = await sql<{ text: string }>`select cast(${text} as text) as text`.execute(db);
    expect(rows[0]?.text).toBe(text);
  });
});
