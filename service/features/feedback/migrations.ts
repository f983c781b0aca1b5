import { sql } from 'kysely';
import type { FeatureMigration } from '../../platform/database/index.ts';

export const feedbackMigrations: readonly FeatureMigration[] = [
  {
    name: '2026-11-21-feedback',
    up: async (db) => {
      await db.schema
        .createTable('feedback')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('received_at', 'text', (column) => column.notNull())
        .addColumn('page', 'text', (column) => column.notNull())
        .addColumn('helpful', 'integer', (column) => column.notNull())
        .addColumn('reason', 'text')
        .addColumn('comment', 'text')
        .execute();
      await db.schema.createIndex('feedback_by_page').on('feedback').columns(['page', 'id']).execute();
    },
  },
  {
    name: '2026-11-21-feedback-items',
    up: async (db) => {
      await db.schema
        .createTable('feedback_items')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('received_at', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('page', 'text', (column) => column.notNull())
        .addColumn('page_text', 'text')
        .addColumn('helpful', 'integer')
        .addColumn('reason', 'text')
        .addColumn('comment', 'text')
        .addColumn('context', 'text', (column) => column.notNull())
        .addColumn('api', 'text')
        .addColumn('version', 'text')
        .addColumn('operation', 'text')
        .addColumn('journey', 'text')
        .addColumn('step', 'text')
        .addColumn('email', 'text')
        .addColumn('person', 'text')
        .addColumn('organization', 'text')
        .addColumn('exchange', 'text')
        .addColumn('has_excerpt', 'integer', (column) => column.notNull())
        .addColumn('held', 'text')
        .execute();
      const columns = ['id', 'received_at', 'page', 'helpful', 'reason', 'comment'] as const;
      await db
        .withTables<{ feedback: Record<string, unknown>; feedback_items: Record<string, unknown> }>()
        .insertInto('feedback_items')
        .columns([...columns, 'kind', 'context', 'has_excerpt'])
        .expression((from) =>
          from
            .selectFrom('feedback')
            .select([
              ...columns,
              sql.lit('page').as('kind'),
              sql.lit('{}').as('context'),
              sql.lit(0).as('has_excerpt'),
            ]),
        )
        .execute();
      await db.schema.dropTable('feedback').execute();
      for (const by of ['page', 'person', 'operation'])
        await db.schema.createIndex(`feedback_items_by_${by}`).on('feedback_items').columns([by, 'id']).execute();
      await db.schema
        .createIndex('feedback_items_by_excerpt')
        .on('feedback_items')
        .columns(['has_excerpt', 'received_at'])
        .execute();
      await db.schema
        .createTable('feedback_proofs')
        .addColumn('signature', 'text', (column) => column.primaryKey())
        .addColumn('expires', 'text', (column) => column.notNull())
        .execute();
    },
  },
  {
    name: '2026-11-21-feedback-triage',
    up: async (db) => {
      const table = () => db.schema.alterTable('feedback_items');
      await table()
        .addColumn('state', 'text', (column) => column.notNull().defaultTo('new'))
        .execute();
      await table()
        .addColumn('revision', 'integer', (column) => column.notNull().defaultTo(1))
        .execute();
      await table().addColumn('changed_by', 'text').execute();
      await table().addColumn('changed_at', 'text').execute();
      await db.schema.createIndex('feedback_items_by_state').on('feedback_items').columns(['state', 'id']).execute();
      await db.schema.createIndex('feedback_items_by_held').on('feedback_items').columns(['held', 'id']).execute();
    },
  },
];
