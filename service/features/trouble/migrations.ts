import type { FeatureMigration } from '../../platform/database/index.ts';

export const troubleMigrations: readonly FeatureMigration[] = [
  {
    name: '2026-11-21-trouble',
    async up(db) {
      await db.schema
        .createTable('sandbox_trouble')
        .addColumn('organization', 'text', (column) => column.notNull())
        .addColumn('key_id', 'text', (column) => column.notNull())
        .addColumn('scenario', 'text', (column) => column.notNull())
        .addColumn('settings', 'text', (column) => column.notNull())
        .addColumn('seed', 'integer', (column) => column.notNull())
        .addColumn('started_at', 'text', (column) => column.notNull())
        .addColumn('ends_at', 'text', (column) => column.notNull())
        .addColumn('progress', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('sandbox_trouble_key', ['organization', 'key_id', 'scenario'])
        .execute();
      await db.schema.createIndex('sandbox_trouble_by_end').on('sandbox_trouble').column('ends_at').execute();
    },
  },
];
