import type { FeatureMigration } from '../../platform/database/index.ts';

export const driftMigrations: readonly FeatureMigration[] = [
  {
    name: '2026-11-21-drift',
    async up(db) {
      await db.schema
        .createTable('drift_entries')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('fingerprint', 'text', (column) => column.notNull().unique())
        .addColumn('api', 'text', (column) => column.notNull())
        .addColumn('version', 'text', (column) => column.notNull())
        .addColumn('operation', 'text', (column) => column.notNull())
        .addColumn('environment', 'text', (column) => column.notNull())
        .addColumn('status', 'integer', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('place', 'text', (column) => column.notNull())
        .addColumn('message', 'text', (column) => column.notNull())
        .addColumn('first_seen', 'text', (column) => column.notNull())
        .addColumn('last_seen', 'text', (column) => column.notNull())
        .addColumn('count', 'bigint', (column) => column.notNull())
        .addColumn('clean_answers', 'bigint', (column) => column.notNull())
        .addColumn('example', 'text')
        .addColumn('exchanges', 'text', (column) => column.notNull())
        .addColumn('resolved_at', 'text')
        .addColumn('resolved_by', 'text')
        .execute();
      await db.schema
        .createIndex('drift_entries_by_group')
        .on('drift_entries')
        .columns(['api', 'version', 'operation', 'environment', 'status'])
        .execute();
      await db.schema.createIndex('drift_entries_by_resolution').on('drift_entries').column('resolved_at').execute();
    },
  },
];
