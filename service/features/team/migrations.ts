import type { FeatureMigration } from '../../platform/database/index.ts';

/** Times are ISO 8601 in UTC with milliseconds: they sort as text, on both databases. */
export const teamMigrations: readonly FeatureMigration[] = [
  {
    name: '2026-11-21-team',
    up: async (db) => {
      await db.schema
        .createTable('team_standings')
        .addColumn('organization', 'text', (column) =>
          column.notNull().references('organizations.id').onDelete('cascade'),
        )
        .addColumn('journey', 'text', (column) => column.notNull())
        .addColumn('step', 'text')
        .addColumn('since', 'text', (column) => column.notNull())
        .addColumn('proven', 'integer', (column) => column.notNull())
        .addColumn('is_complete', 'integer', (column) => column.notNull())
        .addColumn('reviews', 'integer', (column) => column.notNull())
        .addColumn('missing', 'text')
        .addPrimaryKeyConstraint('team_standings_key', ['organization', 'journey'])
        .execute();
      // The board in its usual order.
      await db.schema
        .createIndex('team_standings_by_since')
        .on('team_standings')
        .columns(['journey', 'is_complete', 'since', 'organization'])
        .execute();
      await db.schema
        .createTable('team_first_calls')
        .addColumn('organization', 'text', (column) =>
          column.primaryKey().references('organizations.id').onDelete('cascade'),
        )
        .addColumn('at', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('team_notes')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('organization', 'text', (column) =>
          column.notNull().references('organizations.id').onDelete('cascade'),
        )
        .addColumn('text', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('author', 'text', (column) => column.notNull())
        .addColumn('author_name', 'text', (column) => column.notNull())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('edited_by', 'text')
        .addColumn('edited_at', 'text')
        .execute();
      await db.schema
        .createIndex('team_notes_by_organization')
        .on('team_notes')
        .columns(['organization', 'id'])
        .execute();
    },
  },
];
