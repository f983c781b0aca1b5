import type { FeatureMigration } from '../../platform/database/index.ts';

/** They refer to `organizations`: theirs come before. */
export const integrationsMigrations: readonly FeatureMigration[] = [
  {
    name: '2026-11-21-integrations',
    async up(db) {
      await db.schema
        .createTable('listings')
        .addColumn('organization', 'text', (column) =>
          column.primaryKey().references('organizations.id').onDelete('cascade'),
        )
        .addColumn('tag', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('draft', 'text', (column) => column.notNull())
        .addColumn('approved', 'text')
        .addColumn('approved_at', 'text')
        .addColumn('seen_apis', 'text', (column) => column.notNull())
        .addColumn('slug', 'text', (column) => column.unique())
        .addColumn('note', 'text')
        .addColumn('changed_at', 'text', (column) => column.notNull())
        .addColumn('submitted_at', 'text')
        .addColumn('announced_at', 'text')
        // Of what is approved, for the directory's search.
        .addColumn('kind', 'text')
        .addColumn('apis', 'text', (column) => column.notNull())
        .addColumn('categories', 'text', (column) => column.notNull())
        .addColumn('words', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createIndex('listings_by_change')
        .on('listings')
        .columns(['changed_at', 'organization'])
        .execute();
      await db.schema
        .createTable('listing_logos')
        .addColumn('organization', 'text', (column) =>
          column.notNull().references('organizations.id').onDelete('cascade'),
        )
        .addColumn('hash', 'text', (column) => column.notNull())
        .addColumn('type', 'text', (column) => column.notNull())
        .addColumn('width', 'integer', (column) => column.notNull())
        .addColumn('height', 'integer', (column) => column.notNull())
        // Base64: the same on both databases.
        .addColumn('bytes', 'text', (column) => column.notNull())
        // Whether it is that of an approved listing.
        .addColumn('is_approved', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('listing_logos_key', ['organization', 'hash'])
        .execute();
      await db.schema.createIndex('listing_logos_by_hash').on('listing_logos').column('hash').execute();
    },
  },
];
