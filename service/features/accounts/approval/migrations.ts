import type { FeatureMigration } from '../../../platform/database/index.ts';

/** `account_approval_since` has one row while sign-up is by approval: whoever had an account before needs none. */
export const approvalMigrations: readonly FeatureMigration[] = [
  {
    name: '2026-11-21-accounts-approvals',
    up: async (db) => {
      await db.schema
        .createTable('account_approvals')
        .addColumn('person', 'text', (column) =>
          column.primaryKey().references('account_people.id').onDelete('cascade'),
        )
        .addColumn('asked_at', 'text', (column) => column.notNull())
        .addColumn('approved_at', 'text')
        .execute();
      await db.schema
        .createTable('account_approval_since')
        .addColumn('id', 'integer', (column) => column.primaryKey())
        .addColumn('since', 'text', (column) => column.notNull())
        .execute();
    },
  },
];
