import type { FeatureMigration } from '../../platform/database/index.ts';

/** Times are microseconds since 1970. */
export const limitsMigrations: readonly FeatureMigration[] = [
  {
    name: '2026-11-21-limits',
    up: async (db) => {
      await db.schema
        .createTable('limit_buckets')
        .addColumn('bucket', 'text', (column) => column.primaryKey())
        .addColumn('full_at', 'bigint', (column) => column.notNull())
        .addColumn('granted', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('limit_buckets_by_time').on('limit_buckets').column('full_at').execute();
    },
  },
  {
    name: '2026-11-21-limits-of-days',
    up: async (db) => {
      await db.schema
        .createTable('limit_days')
        .addColumn('sender', 'text', (column) => column.notNull())
        .addColumn('day', 'text', (column) => column.notNull())
        .addColumn('used', 'bigint', (column) => column.notNull())
        .addColumn('granted', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('limit_days_key', ['sender', 'day'])
        .execute();
      await db.schema.createIndex('limit_days_by_day').on('limit_days').column('day').execute();
    },
  },
];
