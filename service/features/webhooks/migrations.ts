import type { Kysely } from 'kysely';
import type { FeatureMigration } from '../../platform/database/index.ts';

export const webhooksMigrations: readonly FeatureMigration[] = [
  {
    name: '2026-11-21-webhooks',
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('webhook_deliveries')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('organization', 'text', (column) => column.notNull())
        .addColumn('api', 'text', (column) => column.notNull())
        .addColumn('version', 'text', (column) => column.notNull())
        .addColumn('endpoint', 'text', (column) => column.notNull())
        .addColumn('lane', 'text', (column) => column.notNull())
        .addColumn('url', 'text', (column) => column.notNull())
        .addColumn('for_inbox', 'integer', (column) => column.notNull())
        .addColumn('message', 'text', (column) => column.notNull())
        .addColumn('type', 'text', (column) => column.notNull())
        .addColumn('cause', 'text', (column) => column.notNull())
        .addColumn('body', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('attempts', 'integer', (column) => column.notNull())
        .addColumn('last_status', 'integer')
        .addColumn('note', 'text')
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('next_at', 'text')
        .addColumn('leased_until', 'text')
        .execute();
      await db.schema
        .createIndex('webhook_deliveries_by_organization')
        .on('webhook_deliveries')
        .columns(['organization', 'id'])
        .execute();
      await db.schema
        .createIndex('webhook_deliveries_due')
        .on('webhook_deliveries')
        .columns(['state', 'next_at'])
        .execute();
      await db.schema
        .createIndex('webhook_deliveries_by_lane')
        .on('webhook_deliveries')
        .columns(['lane', 'state'])
        .execute();
      await db.schema
        .createTable('webhook_attempts')
        .addColumn('delivery', 'text', (column) => column.notNull())
        .addColumn('number', 'integer', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('duration_ms', 'double precision', (column) => column.notNull())
        .addColumn('request_headers', 'text', (column) => column.notNull())
        .addColumn('checks', 'text', (column) => column.notNull())
        .addColumn('status', 'integer')
        .addColumn('error', 'text')
        .addColumn('response_headers', 'text')
        .addColumn('response_body', 'text')
        .addPrimaryKeyConstraint('webhook_attempts_key', ['delivery', 'number'])
        .execute();
      await db.schema
        .createTable('webhook_lanes')
        .addColumn('lane', 'text', (column) => column.primaryKey())
        .addColumn('organization', 'text', (column) => column.notNull())
        .addColumn('secret', 'text', (column) => column.notNull())
        .addColumn('previous_secret', 'text')
        .addColumn('previous_until', 'text')
        .addColumn('url', 'text')
        .addColumn('failing_since', 'text')
        .addColumn('created_at', 'text', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('webhook_lanes_by_organization').on('webhook_lanes').column('organization').execute();
    },
  },
  {
    name: '2026-11-21-webhooks-sealed',
    async up(db: Kysely<unknown>) {
      await db.schema
        .alterTable('webhook_lanes')
        .addColumn('sealed', 'integer', (column) => column.notNull().defaultTo(0))
        .execute();
    },
  },
];
