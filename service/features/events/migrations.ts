import type { FeatureMigration } from '../../platform/database/index.ts';

export const eventsMigrations: readonly FeatureMigration[] = [
  {
    name: '2026-11-21-events',
    up: async (db) => {
      await db.schema
        .createTable('events')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('description', 'text', (column) => column.notNull())
        .addColumn('time_zone', 'text', (column) => column.notNull())
        .addColumn('starts', 'text', (column) => column.notNull())
        .addColumn('minutes', 'integer', (column) => column.notNull())
        .addColumn('place', 'text', (column) => column.notNull())
        .addColumn('link', 'text', (column) => column.notNull())
        .addColumn('capacity', 'integer')
        .addColumn('audience', 'text', (column) => column.notNull())
        .addColumn('cohort', 'text')
        .addColumn('repeats', 'text', (column) => column.notNull())
        .addColumn('until', 'text')
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('created_by', 'text', (column) => column.notNull())
        .addColumn('updated_at', 'text', (column) => column.notNull())
        .addColumn('cancelled_at', 'text')
        .execute();
      await db.schema
        .createTable('event_dates')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('event', 'text', (column) => column.notNull().references('events.id').onDelete('cascade'))
        .addColumn('position', 'integer', (column) => column.notNull())
        .addColumn('starts_at', 'text', (column) => column.notNull())
        .addColumn('ends_at', 'text', (column) => column.notNull())
        .addColumn('sequence', 'integer', (column) => column.notNull())
        .addColumn('updated_at', 'text', (column) => column.notNull())
        .addColumn('cancelled_at', 'text')
        .addUniqueConstraint('event_dates_once', ['event', 'position'])
        .execute();
      await db.schema.createIndex('event_dates_by_end').on('event_dates').column('ends_at').execute();
      await db.schema
        .createTable('event_attendees')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('date', 'text', (column) => column.notNull().references('event_dates.id').onDelete('cascade'))
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('email', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('since', 'text', (column) => column.notNull())
        .addColumn('reminded_at', 'text')
        .addUniqueConstraint('event_attendees_once', ['date', 'email'])
        .execute();
      await db.schema.createIndex('event_attendees_by_email').on('event_attendees').column('email').execute();
    },
  },
];
