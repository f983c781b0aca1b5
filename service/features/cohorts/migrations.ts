import type { FeatureMigration } from '../../platform/database/index.ts';

/**
 * After those of accounts. Whoever leaves takes what names them along: the membership goes with the organization, an invitation with the
 * person who accepted it. What was announced, and to how many, stays.
 */
export const cohortsMigrations: readonly FeatureMigration[] = [
  {
    name: '2026-11-21-cohorts',
    async up(db) {
      await db.schema
        .createTable('cohorts')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('description', 'text', (column) => column.notNull())
        .addColumn('journey', 'text', (column) => column.notNull())
        .addColumn('starts_on', 'text')
        .addColumn('ends_on', 'text')
        .addColumn('launch_on', 'text')
        .addColumn('created_by', 'text', (column) => column.notNull())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('archived_at', 'text')
        .execute();
      await db.schema
        .createTable('cohort_members')
        .addColumn('cohort', 'text', (column) => column.notNull().references('cohorts.id').onDelete('cascade'))
        .addColumn('organization', 'text', (column) =>
          column.notNull().references('organizations.id').onDelete('cascade'),
        )
        .addColumn('joined_at', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('cohort_members_key', ['cohort', 'organization'])
        .execute();
      await db.schema
        .createIndex('cohort_members_by_organization')
        .on('cohort_members')
        .column('organization')
        .execute();
      await db.schema
        .createTable('cohort_invitations')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('cohort', 'text', (column) => column.notNull().references('cohorts.id').onDelete('cascade'))
        .addColumn('email', 'text', (column) => column.notNull())
        .addColumn('organization_name', 'text', (column) => column.notNull())
        .addColumn('person_name', 'text', (column) => column.notNull())
        .addColumn('token_hash', 'text', (column) => column.notNull().unique())
        .addColumn('token_sealed', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('invited_by', 'text', (column) => column.notNull())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('expires_at', 'text', (column) => column.notNull())
        .addColumn('opened_at', 'text')
        .addColumn('accepted_at', 'text')
        .addColumn('accepted_by', 'text', (column) => column.references('account_people.id').onDelete('cascade'))
        .addColumn('organization', 'text', (column) => column.references('organizations.id').onDelete('set null'))
        .addColumn('mail', 'text', (column) => column.notNull())
        .addColumn('mail_state', 'text', (column) => column.notNull())
        .addColumn('mail_error', 'text')
        .addUniqueConstraint('cohort_invitations_once', ['cohort', 'email'])
        .execute();
      await db.schema
        .createTable('cohort_announcements')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('cohort', 'text', (column) => column.notNull().references('cohorts.id').onDelete('cascade'))
        .addColumn('draft', 'text', (column) => column.notNull())
        .addColumn('subject', 'text', (column) => column.notNull())
        .addColumn('text', 'text', (column) => column.notNull())
        .addColumn('created_by', 'text', (column) => column.notNull())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addUniqueConstraint('cohort_announcements_once', ['cohort', 'draft'])
        .execute();
      await db.schema
        .createTable('cohort_announcement_mails')
        .addColumn('announcement', 'text', (column) =>
          column.notNull().references('cohort_announcements.id').onDelete('cascade'),
        )
        .addColumn('person', 'text', (column) => column.notNull())
        .addColumn('mail', 'text', (column) => column.notNull())
        .addColumn('mail_state', 'text', (column) => column.notNull())
        .addColumn('mail_error', 'text')
        .addPrimaryKeyConstraint('cohort_announcement_mails_key', ['announcement', 'person'])
        .execute();
      await db.schema
        .createTable('cohort_announcement_reads')
        .addColumn('announcement', 'text', (column) =>
          column.notNull().references('cohort_announcements.id').onDelete('cascade'),
        )
        .addColumn('person', 'text', (column) => column.notNull().references('account_people.id').onDelete('cascade'))
        .addColumn('read_at', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('cohort_announcement_reads_key', ['announcement', 'person'])
        .execute();
    },
  },
];
