import { type Kysely, sql } from 'kysely';
import type { FeatureMigration } from '../../platform/database/index.ts';

/**
 * A space points to the generation of rows that it consists of: to reset or restore it is to point it to another one.
 * A snapshot is a generation that a space points to no more, or a copy of one. What each collection counts is kept beside
 * its rows.
 */
export const spacesMigration: FeatureMigration = {
  name: '2026-11-21-sandbox-spaces',
  async up(db) {
    await makeTables(db);
    await takeOver(db);
    await db.schema.dropTable('sandbox_items').execute();
  },
};

async function makeTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sandbox_spaces')
    .addColumn('organization', 'text', (column) => column.notNull())
    .addColumn('api', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('generation', 'text', (column) => column.notNull())
    .addColumn('has_examples', 'integer', (column) => column.notNull())
    .addColumn('clock_offset_ms', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('sandbox_spaces_key', ['organization', 'api', 'version'])
    .execute();
  await db.schema
    .createTable('sandbox_rows')
    .addColumn('generation', 'text', (column) => column.notNull())
    .addColumn('collection', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('value', 'text')
    .addPrimaryKeyConstraint('sandbox_rows_key', ['generation', 'collection', 'id'])
    .execute();
  await db.schema
    .createIndex('sandbox_rows_in_order')
    .on('sandbox_rows')
    .columns(['generation', 'collection', 'position'])
    .execute();
  await db.schema
    .createTable('sandbox_collections')
    .addColumn('generation', 'text', (column) => column.notNull())
    .addColumn('collection', 'text', (column) => column.notNull())
    .addColumn('created', 'bigint', (column) => column.notNull())
    .addColumn('removed', 'bigint', (column) => column.notNull())
    .addColumn('last_position', 'bigint', (column) => column.notNull())
    .addColumn('bytes', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('sandbox_collections_key', ['generation', 'collection'])
    .execute();
  await db.schema
    .createTable('sandbox_snapshots')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('organization', 'text', (column) => column.notNull())
    .addColumn('api', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('generation', 'text', (column) => column.notNull())
    .addColumn('has_examples', 'integer', (column) => column.notNull())
    .addColumn('clock_offset_ms', 'bigint', (column) => column.notNull())
    .addColumn('items', 'bigint', (column) => column.notNull())
    .addColumn('bytes', 'bigint', (column) => column.notNull())
    .addColumn('taken_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('sandbox_snapshots_of_space')
    .on('sandbox_snapshots')
    .columns(['organization', 'api', 'version'])
    .execute();
  await db.schema
    .createTable('sandbox_leftovers')
    .addColumn('generation', 'text', (column) => column.primaryKey())
    .addColumn('since', 'text', (column) => column.notNull())
    .execute();
}

/** What the sandboxes held before there were generations. */
async function takeOver(db: Kysely<unknown>): Promise<void> {
  const generation = sql.raw(`organization || '/' || api || '/' || version`);
  await sql`
    insert into sandbox_spaces (organization, api, version, generation, has_examples, clock_offset_ms, changed_at)
    select organization, api, version, ${generation}, 1, 0, max(changed_at)
    from sandbox_items group by organization, api, version`.execute(db);
  await sql`
    insert into sandbox_rows (generation, collection, id, position, value)
    select ${generation}, collection, id, position, value from sandbox_items`.execute(db);
  await sql`
    insert into sandbox_collections (generation, collection, created, removed, last_position, bytes, changed_at)
    select ${generation}, collection, sum(case when position > 0 and value is not null then 1 else 0 end),
      sum(case when position = 0 and value is null then 1 else 0 end),
      max(position), sum(coalesce(length(value), 0)), max(changed_at)
    from sandbox_items group by organization, api, version, collection`.execute(db);
}
