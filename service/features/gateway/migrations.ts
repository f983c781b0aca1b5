import type { FeatureMigration } from '../../platform/database/index.ts';

/** Times are ISO 8601 in UTC. A body is base64. */
export const gatewayMigrations: readonly FeatureMigration[] = [
  {
    name: '2026-11-21-gateway-answers',
    up: async (db) => {
      await db.schema
        .createTable('gateway_answers')
        .addColumn('organization', 'text', (column) => column.notNull())
        .addColumn('api', 'text', (column) => column.notNull())
        .addColumn('version', 'text', (column) => column.notNull())
        .addColumn('key', 'text', (column) => column.notNull())
        .addColumn('fingerprint', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('holder', 'text', (column) => column.notNull())
        .addColumn('held_until', 'text', (column) => column.notNull())
        .addColumn('first_at', 'text', (column) => column.notNull())
        .addColumn('status', 'integer')
        .addColumn('headers', 'text')
        .addColumn('body', 'text')
        .addPrimaryKeyConstraint('gateway_answers_key', ['organization', 'api', 'version', 'key'])
        .execute();
      await db.schema.createIndex('gateway_answers_by_age').on('gateway_answers').column('first_at').execute();
    },
  },
];
