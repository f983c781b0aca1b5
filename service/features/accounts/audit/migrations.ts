import type { FeatureMigration } from '../../../platform/database/index.ts';

/** The person is no foreign key: what an organization's former member did stays told. */
export const auditMigrations: readonly FeatureMigration[] = [
  {
    name: '2026-11-21-audit-events',
    up: async (db) => {
      await db.schema
        .createTable('audit_events')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('person', 'text')
        .addColumn('organization', 'text')
        .addColumn('subject', 'text')
        .addColumn('browser', 'text')
        .execute();
      await db.schema.createIndex('audit_events_by_person').on('audit_events').columns(['person', 'id']).execute();
      await db.schema
        .createIndex('audit_events_by_organization')
        .on('audit_events')
        .columns(['organization', 'id'])
        .execute();
    },
  },
];
