import type { FeatureMigration } from '../../platform/database/index.ts';

/** Times are ISO 8601 in UTC with milliseconds: they sort as text, on both databases. */
export const oauthMigrations: readonly FeatureMigration[] = [
  {
    name: '2026-11-21-oauth-records',
    up: async (db) => {
      await db.schema
        .createTable('oauth_records')
        .addColumn('model', 'text', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull())
        .addColumn('payload', 'text', (column) => column.notNull())
        .addColumn('consent', 'text')
        .addColumn('alias', 'text')
        .addColumn('expires_at', 'text', (column) => column.notNull())
        .addColumn('consumed_at', 'text')
        .addPrimaryKeyConstraint('oauth_records_key', ['model', 'hash'])
        .execute();
      await db.schema.createIndex('oauth_records_by_consent').on('oauth_records').column('consent').execute();
      await db.schema.createIndex('oauth_records_by_alias').on('oauth_records').columns(['model', 'alias']).execute();
      await db.schema.createIndex('oauth_records_by_end').on('oauth_records').column('expires_at').execute();
    },
  },
];
