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
];
