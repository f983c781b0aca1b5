import type { FeatureMigration } from '../../platform/database/index.ts';

/** After those of accounts and of cohorts. What is kept of an organization or a cohort goes with it. */
export const earlyAccessMigrations: readonly FeatureMigration[] = [
  {
    name: '2026-11-21-early-access',
    async up(db) {
      await db.schema
        .createTable('early_access_organizations')
        .addColumn('access_group', 'text', (column) => column.notNull())
        .addColumn('organization', 'text', (column) =>
          column.notNull().references('organizations.id').onDelete('cascade'),
        )
        .addColumn('added_at', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('early_access_organizations_key', ['organization', 'access_group'])
        .execute();
      await db.schema
        .createTable('early_access_cohorts')
        .addColumn('access_group', 'text', (column) => column.notNull())
        .addColumn('cohort', 'text', (column) => column.notNull().references('cohorts.id').onDelete('cascade'))
        .addColumn('added_at', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('early_access_cohorts_key', ['cohort', 'access_group'])
        .execute();
      await db.schema
        .createTable('early_access_requests')
        .addColumn('access_group', 'text', (column) => column.notNull())
        .addColumn('organization', 'text', (column) =>
          column.notNull().references('organizations.id').onDelete('cascade'),
        )
        .addColumn('asked_by', 'text', (column) => column.notNull())
        .addColumn('asked_at', 'text', (column) => column.notNull())
        .addColumn('note', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('early_access_requests_key', ['organization', 'access_group'])
        .execute();
    },
  },
];
