import type { FeatureMigration } from '../database/index.ts';

/** `sealed` is the whole mail, as a sign-in link is as good as a password; it is emptied when the mail is sent. */
export const mailMigrations: readonly FeatureMigration[] = [
  {
    name: '2026-11-21-mail',
    up: async (db) => {
      await db.schema
        .createTable('mail_outbox')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('sealed', 'text', (column) => column.notNull())
        .addColumn('attempts', 'integer', (column) => column.notNull())
        .addColumn('next_at', 'text', (column) => column.notNull())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('error', 'text')
        .execute();
      await db.schema.createIndex('mail_outbox_due').on('mail_outbox').columns(['state', 'next_at']).execute();
    },
  },
];
