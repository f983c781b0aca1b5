import { type Kysely, sql } from 'kysely';
import type { Database } from '../../platform/database/index.ts';
import { toListing, toRow } from './listing-row.ts';
import type { ListingStore, Within } from './listing-store.ts';
import { type Logo, logoTypes } from './logo/logo.ts';
import { directoryQueries } from './sql-directory.ts';
import type { ListingTables } from './tables.ts';

export function sqlListingStore(database: Database): ListingStore {
  const db = database.db.withTables<ListingTables>();
  const inside = (within: Within): Kysely<ListingTables> => within.withTables<ListingTables>();
  return {
    ...directoryQueries(db),

    async find(organization) {
      const row = await db
        .selectFrom('listings')
        .selectAll()
        .where('organization', '=', organization)
        .executeTakeFirst();
      return row ? toListing(row) : null;
    },

    async write(listing, tag, within) {
      const row = toRow(listing);
      const one = inside(within);
      const written =
        tag === null
          ? await one
              .insertInto('listings')
              .values(row)
              .onConflict((conflict) => conflict.column('organization').doNothing())
              .executeTakeFirst()
          : await one
              .updateTable('listings')
              .set(row)
              .where('organization', '=', listing.organization)
              .where('tag', '=', tag)
              .executeTakeFirst();
      const count = 'numUpdatedRows' in written ? written.numUpdatedRows : written.numInsertedOrUpdatedRows;
      if (count !== 1n) return false;
      await keepLogos(one, listing.organization, listing.draft.logo, listing.approved?.content.logo ?? null);
      return true;
    },

    async addLogo(organization, hash, { bytes, ...logo }, within) {
      await inside(within)
        .insertInto('listing_logos')
        .values({ organization, hash, ...logo, bytes: bytes.toString('base64'), is_approved: 0 })
        .onConflict((conflict) => conflict.columns(['organization', 'hash']).doNothing())
        .execute();
    },

    async remove(organization, tag, within) {
      const { numDeletedRows } = await inside(within)
        .deleteFrom('listings')
        .where('organization', '=', organization)
        .where('tag', '=', tag)
        .executeTakeFirst();
      if (numDeletedRows !== 1n) return false;
      await inside(within).deleteFrom('listing_logos').where('organization', '=', organization).execute();
      return true;
    },

    async freeSlug(candidate, within) {
      // SQLite's transactions take turns by themselves.
      if (database.kind === 'postgres') {
        await sql`select pg_advisory_xact_lock(hashtextextended('listings/slugs', 0))`.execute(within);
      }
      for (let nth = 1; ; nth += 1) {
        const slug = candidate(nth);
        const taken = await inside(within)
          .selectFrom('listings')
          .select('slug')
          .where('slug', '=', slug)
          .executeTakeFirst();
        if (taken === undefined) return slug;
      }
    },

    async announce(organization, at, within) {
      const { numUpdatedRows } = await inside(within)
        .updateTable('listings')
        .set({ announced_at: at.toISOString() })
        .where('organization', '=', organization)
        .where('approved', 'is not', null)
        .where('announced_at', 'is', null)
        .where('organization', 'in', (launches) => launches.selectFrom('key_launches').select('organization'))
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    async launchedAt(organization) {
      const row = await db
        .selectFrom('key_launches')
        .select('launched_at')
        .where('organization', '=', organization)
        .executeTakeFirst();
      return row ? new Date(row.launched_at) : null;
    },

    async publicLogo(hash) {
      const row = await db
        .selectFrom('listing_logos')
        .innerJoin('key_launches', 'key_launches.organization', 'listing_logos.organization')
        .where('hash', '=', hash)
        .where('is_approved', '=', 1)
        .select(['type', 'width', 'height', 'bytes'])
        .executeTakeFirst();
      return row ? toLogo(row) : null;
    },

    async heldLogo(hash, organization) {
      const found = db
        .selectFrom('listing_logos')
        .select(['type', 'width', 'height', 'bytes'])
        .where('hash', '=', hash);
      const row = await (
        organization === null ? found : found.where('organization', '=', organization)
      ).executeTakeFirst();
      return row ? toLogo(row) : null;
    },
  };
}

async function keepLogos(
  db: Kysely<ListingTables>,
  organization: string,
  draft: string | null,
  approved: string | null,
) {
  const named = [draft, approved].filter((hash) => hash !== null);
  const own = db.deleteFrom('listing_logos').where('organization', '=', organization);
  await (named.length === 0 ? own : own.where('hash', 'not in', named)).execute();
  await db
    .updateTable('listing_logos')
    .set((logo) => ({
      is_approved: logo
        .case()
        .when('hash', '=', approved ?? '')
        .then(1)
        .else(0)
        .end(),
    }))
    .where('organization', '=', organization)
    .execute();
}

function toLogo({ type, bytes, ...sides }: { type: string; width: number; height: number; bytes: string }): Logo {
  return { ...sides, type: logoTypes.find((one) => one === type) ?? 'image/png', bytes: Buffer.from(bytes, 'base64') };
}
