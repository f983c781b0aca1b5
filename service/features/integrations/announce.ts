import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import type { PrepareNews } from './listing-news.ts';
import type { ListingStore } from './listing-store.ts';

/**
 * Tells an organization and the staff that its listing is public, once: to be called when it has launched or was approved, as often as one
 * likes. Nothing is told where it is not public.
 */
export function announcer(deps: {
  readonly database: Pick<Database, 'db'>;
  readonly store: ListingStore;
  readonly clock: Clock;
  readonly prepareNews: PrepareNews;
  readonly nameOf: (organization: string) => Promise<string>;
  readonly site: string;
}): (organization: string) => Promise<void> {
  const { database, store, clock, site } = deps;
  return async (organization) => {
    const listing = await store.find(organization);
    if (!listing?.approved || listing.announcedAt !== null) return;
    const organizationName = await deps.nameOf(organization);
    const tell = await deps.prepareNews({ kind: 'launched', listing, organizationName, note: null, site });
    await database.db.transaction().execute(async (within) => {
      if (await store.announce(organization, clock.now(), within)) await tell(within, listing.slug);
    });
  };
}
