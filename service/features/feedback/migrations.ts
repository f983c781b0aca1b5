import type { FeatureMigration } from '../../platform/database/index.ts';

export const feedbackMigrations: readonly FeatureMigration[] = [
  {
    name: '2026-11-21-feedback',
    up: async (db) => {
      await db.schema
        .createTable('feedback')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('received_at', 'text', (column) => column.notNull())
        .addColumn('page', 'text', (column) => column.notNull())
        .addColumn('helpful', 'integer', (column) => column.notNull())
        .addColumn('reason', 'text')
        .addColumn('comment', 'text')
        .execute();
      await db.schema.createIndex('feedback_by_page').on('feedback').columns(['page', 'id']).execute();
    },
  },
];
