import type { Kysely } from 'kysely';
import type { FeatureMigration } from '../../platform/database/index.ts';
import { spacesMigration } from './spaces-migration.ts';

export const sandboxMigrations: readonly FeatureMigration[] = [
  {
    name: '2026-11-21-sandbox',
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('sandbox_items')
        .addColumn('organization', 'text', (column) => column.notNull())
        .addColumn('api', 'text', (column) => column.notNull())
        .addColumn('version', 'text', (column) => column.notNull())
        .addColumn('collection', 'text', (column) => column.notNull())
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('position', 'bigint', (column) => column.notNull())
        .addColumn('value', 'text')
        .addColumn('changed_at', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('sandbox_items_key', ['organization', 'api', 'version', 'collection', 'id'])
        .execute();
      await db.schema
        .createIndex('sandbox_items_in_order')
        .on('sandbox_items')
        .columns(['organization', 'api', 'version', 'collection', 'position'])
        .execute();
      await db.schema
        .createTable('sandbox_answers')
        .addColumn('organization', 'text', (column) => column.notNull())
        .addColumn('api', 'text', (column) => column.notNull())
        .addColumn('version', 'text', (column) => column.notNull())
        .addColumn('key', 'text', (column) => column.notNull())
        .addColumn('fingerprint', 'text', (column) => column.notNull())
        .addColumn('status', 'integer', (column) => column.notNull())
        .addColumn('headers', 'text', (column) => column.notNull())
        .addColumn('body', 'text')
        .addColumn('answered_at', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('sandbox_answers_key', ['organization', 'api', 'version', 'key'])
        .execute();
      await db.schema.createIndex('sandbox_answers_by_age').on('sandbox_answers').column('answered_at').execute();
    },
  },
  spacesMigration,
];
