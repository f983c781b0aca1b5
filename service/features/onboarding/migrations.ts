import type { FeatureMigration } from '../../platform/database/index.ts';

export const onboardingMigrations: readonly FeatureMigration[] = [
  {
    name: '2026-11-21-journeys',
    async up(db) {
      await db.schema
        .createTable('journey_records')
        .addColumn('organization', 'text', (column) => column.notNull())
        .addColumn('journey', 'text', (column) => column.notNull())
        .addColumn('step', 'text', (column) => column.notNull())
        .addColumn('definition', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('is_proven', 'integer', (column) => column.notNull())
        .addColumn('evidence', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('journey_records_key', ['organization', 'journey', 'step'])
        .execute();
      await db.schema
        .createIndex('journey_records_by_step')
        .on('journey_records')
        .columns(['journey', 'step'])
        .execute();
      await db.schema
        .createTable('journey_looks')
        .addColumn('organization', 'text', (column) => column.notNull())
        .addColumn('journey', 'text', (column) => column.notNull())
        .addColumn('definitions', 'text', (column) => column.notNull())
        .addColumn('exchange', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('journey_looks_key', ['organization', 'journey'])
        .execute();
      await db.schema
        .createTable('journey_definitions')
        .addColumn('journey', 'text', (column) => column.notNull())
        .addColumn('step', 'text', (column) => column.notNull())
        .addColumn('definition', 'text', (column) => column.notNull())
        .addColumn('since', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('journey_definitions_key', ['journey', 'step', 'definition'])
        .execute();
    },
  },
  {
    name: '2026-11-22-titles-of-steps',
    async up(db) {
      await db.schema.alterTable('journey_records').addColumn('title', 'text').execute();
    },
  },
];
