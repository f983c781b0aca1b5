import { type Kysely, sql } from 'kysely';
import type { PublicListing } from './listing.ts';
import { contentOf, namesOf, searched, toListing } from './listing-row.ts';
import type { ListingStore } from './listing-store.ts';
import type { ListingTables } from './tables.ts';

/** What is asked of many listings. Launches are looked up each time: that of an organization makes its approved listing public. */
export function directoryQueries(
  db: Kysely<ListingTables>,
): Pick<ListingStore, 'listPublic' | 'findPublic' | 'listForReview'> {
  const shown = db
    .selectFrom('listings')
    .innerJoin('key_launches', 'key_launches.organization', 'listings.organization')
    .where('slug', 'is not', null)
    .where('approved', 'is not', null)
    .select(['slug', 'approved', 'seen_apis', 'launched_at']);
  return {
    async listPublic({ words, kind, api, category, after, limit }) {
      let query = shown.orderBy('slug').limit(limit);
      for (const word of words) query = query.where(holds('words', searched(word)));
      if (kind !== null) query = query.where('kind', '=', kind);
      if (api !== null) query = query.where(holds('apis', api.includes('/') ? ` ${api} ` : ` ${api}/`));
      if (category !== null) query = query.where(holds('categories', ` ${category} `));
      if (after !== null) query = query.where('slug', '>', after);
      return (await query.execute()).flatMap(toPublic);
    },
    async findPublic(slug) {
      const row = await shown.where('slug', '=', slug).executeTakeFirst();
      return row ? (toPublic(row)[0] ?? null) : null;
    },
    async listForReview({ state, after, limit }) {
      let query = db
        .selectFrom('listings')
        .innerJoin('organizations', 'organizations.id', 'listings.organization')
        .leftJoin('key_launches', 'key_launches.organization', 'listings.organization')
        .selectAll('listings')
        .select(['organizations.name as organization_name', 'launched_at'])
        .orderBy('changed_at')
        .orderBy('listings.organization')
        .limit(limit);
      if (state === 'public') query = query.where('approved', 'is not', null).where('launched_at', 'is not', null);
      else if (state !== null) query = query.where('state', '=', state);
      if (after !== null) {
        query = query.where((row) =>
          row.or([
            row('changed_at', '>', after.changedAt),
            row.and([row('changed_at', '=', after.changedAt), row('listings.organization', '>', after.organization)]),
          ]),
        );
      }
      return (await query.execute()).map(
        ({ organization_name: organizationName, launched_at: launchedAt, ...row }) => ({
          listing: toListing(row),
          organizationName,
          launchedAt: launchedAt === null ? null : new Date(launchedAt),
        }),
      );
    },
  };
}

/** Whether the column holds the text. `like` has three signs of its own; case is that of the text on both databases, where it is lower. */
function holds(column: 'words' | 'apis' | 'categories', text: string) {
  const pattern = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return sql<boolean>`${sql.ref(`listings.${column}`)} like ${pattern} escape '\\'`;
}

interface ShownRow {
  readonly slug: string | null;
  readonly approved: string | null;
  readonly seen_apis: string;
  readonly launched_at: string;
}

function toPublic({ slug, approved, seen_apis, launched_at }: ShownRow): PublicListing[] {
  if (slug === null || approved === null) return [];
  return [{ slug, content: contentOf(approved), seenApis: namesOf(seen_apis), launchedAt: new Date(launched_at) }];
}
