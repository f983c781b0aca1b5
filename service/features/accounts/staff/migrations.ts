import type { FeatureMigration } from '../../../platform/database/index.ts';

export const staffMigrations: readonly FeatureMigration[] = [
  {
    name: '2026-11-21-accounts-staff-links',
    up: async (db) => {
      await db.schema
        .createTable('account_staff_links')
        .addColumn('hash', 'text', (column) => column.primaryKey())
        .addColumn('ends_at', 'text', (column) => column.notNull())
        .execute();
    },
  },
];
