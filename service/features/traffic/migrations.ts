import { type Kysely, sql } from 'kysely';
import type { FeatureMigration } from '../../platform/database/index.ts';

export const trafficMigrations: readonly FeatureMigration[] = [
  {
    name: '2026-11-21-traffic',
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('exchanges')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('request_id', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('api', 'text', (column) => column.notNull())
        .addColumn('version', 'text', (column) => column.notNull())
        .addColumn('operation', 'text')
        .addColumn('key_id', 'text')
        .addColumn('organization', 'text')
        .addColumn('environment', 'text')
        .addColumn('method', 'text', (column) => column.notNull())
        .addColumn('path', 'text', (column) => column.notNull())
        .addColumn('status', 'integer', (column) => column.notNull())
        .addColumn('duration_ms', 'double precision', (column) => column.notNull())
        .addColumn('upstream_ms', 'double precision')
        .addColumn('request_bytes', 'bigint', (column) => column.notNull())
        .addColumn('response_bytes', 'bigint', (column) => column.notNull())
        .addColumn('problem', 'text')
        .addColumn('findings', 'text', (column) => column.notNull())
        .addColumn('resource', 'text')
        .execute();
      // The list of one organization, newest first, and the search for evidence within one operation.
      await db.schema
        .createIndex('exchanges_by_organization')
        .on('exchanges')
        .columns(['organization', 'id'])
        .execute();
      await db.schema
        .createIndex('exchanges_by_operation')
        .on('exchanges')
        .columns(['organization', 'operation', 'id'])
        .execute();
      // The search for two exchanges about one resource.
      await db.schema
        .createIndex('exchanges_by_resource')
        .on('exchanges')
        .columns(['organization', 'resource'])
        .execute();
    },
  },
  {
    name: '2026-11-21-traffic-trace-and-excerpt',
    async up(db: Kysely<unknown>) {
      // One column a statement: SQLite adds no more at once.
      await db.schema.alterTable('exchanges').addColumn('trace_id', 'text').execute();
      await db.schema.alterTable('exchanges').addColumn('excerpt', 'text').execute();
      await db.schema.alterTable('exchanges').addColumn('upstream_status', 'integer').execute();
      for (const flag of ['is_compared', 'is_kept']) {
        const withFlag = db.schema.alterTable('exchanges');
        await withFlag.addColumn(flag, 'integer', (column) => column.notNull().defaultTo(0)).execute();
      }
    },
  },
  {
    name: '2026-11-21-traffic-marks',
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('exchanges').addColumn('marks', 'text').execute();
    },
  },
  {
    name: '2026-11-21-traffic-failures',
    async up(db: Kysely<unknown>) {
      // Of what failed only: what goes well costs nothing for it.
      await db.schema
        .createIndex('exchanges_failed')
        .on('exchanges')
        .columns(['organization', 'id'])
        .where(sql<boolean>`status >= 400`)
        .execute();
    },
  },
];
