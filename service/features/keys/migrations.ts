import type { FeatureMigration } from '../../platform/database/index.ts';

/** Times are ISO 8601 in UTC with milliseconds: they sort as text, on both databases. */
export const keysMigrations: readonly FeatureMigration[] = [
  {
    name: '2026-11-21-keys',
    up: async (db) => {
      await db.schema
        .createTable('keys')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('hash', 'text', (column) => column.notNull().unique())
        .addColumn('organization', 'text', (column) => column.notNull())
        .addColumn('environment', 'text', (column) => column.notNull())
        .addColumn('requests_per_minute', 'integer', (column) => column.notNull())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('expires_at', 'text')
        .addColumn('revoked_at', 'text')
        .execute();
      await db.schema.createIndex('keys_by_organization').on('keys').columns(['organization', 'created_at']).execute();
      await db.schema.createIndex('keys_by_end').on('keys').column('expires_at').execute();
    },
  },
  {
    name: '2026-11-21-keys-scopes',
    up: async (db) => {
      // Separated by spaces, as RFC 6749 §3.3 writes them.
      await db.schema.alterTable('keys').addColumn('scopes', 'text').execute();
    },
  },
  {
    name: '2026-11-21-keys-of-people',
    up: async (db) => {
      for (const column of ['label', 'hint', 'only_scopes', 'made_by', 'last_used_at', 'replaced_by']) {
        await db.schema.alterTable('keys').addColumn(column, 'text').execute();
      }
      await db.schema
        .createTable('key_launches')
        .addColumn('organization', 'text', (column) => column.primaryKey())
        .addColumn('launched_at', 'text', (column) => column.notNull())
        .execute();
    },
  },
];
