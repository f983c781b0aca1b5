import { createHash } from 'node:crypto';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import type { NewId } from '../../platform/ids.ts';
import { ProblemError } from '../../platform/problem.ts';
import { type Choices, readContent, type WrittenContent } from './check-content.ts';
import { decideReview, decideSubmission, missingOf, type ReviewWord, stateAfterEdit } from './decide.ts';
import { emptyContent, type Listing, type ListingContent } from './listing.ts';
import { changedMeanwhile, invalidListing, refusedNow } from './listing-problems.ts';
import type { News, PrepareNews } from './listing-news.ts';
import type { ListingStore, Within } from './listing-store.ts';
import { readLogo } from './logo/read-logo.ts';
import { slugOf } from './slug.ts';

/** Who does something, and to whose listing. */
export interface Actor {
  readonly person: string;
  readonly organization: { readonly id: string; readonly name: string };
  /** The request's header, for the audit log. */
  readonly userAgent: string | undefined;
  /** Where links of mails lead. */
  readonly site: string;
}

/** What the audit log hears. */
export type NoteListing = (
  kind: 'listing-submitted' | 'listing-removed' | `listing-${ReviewWord}`,
  actor: Actor,
  subject: string,
) => Promise<void>;

/** What people do with listings. `tag` is what they had before them: where it is another one meanwhile, `changed-meanwhile` is thrown. */
export interface ListingDesk {
  save(actor: Actor, tag: string, written: WrittenContent): Promise<Listing>;
  saveLogo(actor: Actor, tag: string, bytes: Buffer): Promise<Listing>;
  removeLogo(actor: Actor, tag: string): Promise<Listing>;
  submit(actor: Actor, tag: string): Promise<Listing>;
  remove(actor: Actor, tag: string): Promise<void>;
  /** By the staff. */
  review(actor: Actor, tag: string, word: ReviewWord, note: string): Promise<Listing>;
}

export interface ListingDeskDeps {
  readonly database: Pick<Database, 'db'>;
  readonly store: ListingStore;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly choices: Choices;
  readonly prepareNews: PrepareNews;
  readonly note: NoteListing;
  /** Throws `rate-limited` where an organization sends too many to review. */
  readonly countSubmission: (organization: string) => Promise<void>;
  /** Tells an organization once that its listing is public: see `announce.ts`. */
  readonly announce: (organization: string) => Promise<void>;
  /** The versions that the gateway saw the organization use with success. */
  readonly usedVersions: (organization: string) => Promise<readonly string[]>;
}

/** The tag of a listing that is not there yet. */
export const noTag = 'none';

type Changed = Omit<Listing, 'tag' | 'changedAt'>;

export function listingDesk(deps: ListingDeskDeps): ListingDesk {
  const { database, store, clock, choices, prepareNews, note } = deps;
  const inTransaction = <T>(work: (within: Within) => Promise<T>) => database.db.transaction().execute(work);

  async function at(organization: string, tag: string): Promise<Listing | null> {
    const found = await store.find(organization);
    if ((found?.tag ?? noTag) !== tag) throw changedMeanwhile();
    return found;
  }
  async function existing({ organization: { id } }: Actor, tag: string): Promise<Listing> {
    const found = await at(id, tag);
    if (found === null)
      throw new ProblemError('resource-not-found', { detail: 'There is no listing yet. Write one first.' });
    return found;
  }

  /** Puts a listing in the place of the one before it, or throws. */
  async function put(before: Listing | null, changed: Changed, within: Within): Promise<Listing> {
    const listing = { ...changed, tag: deps.newId('tag'), changedAt: clock.now() };
    if (await store.write(listing, before?.tag ?? null, within)) return listing;
    throw changedMeanwhile();
  }
  const news = (kind: News['kind'], { organization, site }: Actor, listing: Changed) =>
    prepareNews({ kind, listing, organizationName: organization.name, note: listing.note, site });

  return {
    async save({ organization: { id } }, tag, written) {
      const reading = readContent(written, choices);
      if (reading.kind === 'refused') throw invalidListing('Some of the listing cannot be taken.', reading.places);
      const before = await at(id, tag);
      return inTransaction((within) => put(before, edited(id, before, reading.content), within));
    },

    async saveLogo({ organization: { id } }, tag, bytes) {
      const reading = await readLogo(bytes);
      if (reading.kind === 'refused') throw invalidListing(reading.why, [{ at: '', message: reading.why }]);
      const logo = createHash('sha256').update(reading.logo.bytes).digest('hex');
      const before = await at(id, tag);
      return inTransaction(async (within) => {
        await store.addLogo(id, logo, reading.logo, within);
        return put(before, edited(id, before, { logo }), within);
      });
    },

    async removeLogo(actor, tag) {
      const before = await existing(actor, tag);
      return inTransaction((within) => put(before, edited(before.organization, before, { logo: null }), within));
    },

    async submit(actor, tag) {
      const before = await existing(actor, tag);
      const decision = decideSubmission(before);
      if (decision.kind === 'refused') throw refusedNow(decision.why);
      const missing = missingOf(before.draft);
      if (missing.length > 0) throw invalidListing('The listing is not whole yet.', missing);
      await deps.countSubmission(before.organization);
      const changed = { ...before, state: decision.change, note: null, submittedAt: clock.now() };
      const tell = await news('submitted', actor, changed);
      const listing = await inTransaction(async (within) => {
        await tell(within, before.slug);
        return put(before, changed, within);
      });
      await note('listing-submitted', actor, listing.draft.name);
      return listing;
    },

    async remove(actor, tag) {
      const before = await existing(actor, tag);
      const isPublic = before.approved !== null && (await store.launchedAt(before.organization)) !== null;
      const tell = isPublic ? await news('removed', actor, before) : null;
      const isRemoved = await inTransaction(async (within) => {
        const isGone = await store.remove(before.organization, tag, within);
        if (isGone) await tell?.(within, before.slug);
        return isGone;
      });
      if (!isRemoved) throw changedMeanwhile();
      await note('listing-removed', actor, (before.approved?.content ?? before.draft).name);
    },

    async review(actor, tag, word, words) {
      const before = await existing(actor, tag);
      const decision = decideReview(before, word, words);
      if (decision.kind === 'refused') throw refusedNow(decision.why);
      const { state, approved: becomes } = decision.change;
      const { organization, draft } = before;
      const used = becomes === 'draft' ? await deps.usedVersions(organization) : [];
      const seenApis = draft.apis.filter((api) => used.includes(api));
      const approved = { draft: { content: draft, seenApis, at: clock.now() }, stays: before.approved, none: null }[
        becomes
      ];
      const hasLaunched = (await store.launchedAt(organization)) !== null;
      const fallback = `integration-${organization.slice(-6).toLowerCase()}`;
      const isPublished = word === 'approved' && hasLaunched;
      const announcedAt = word === 'returned' ? before.announcedAt : isPublished ? clock.now() : null;
      const changed = { ...before, state, approved, announcedAt, note: words === '' ? null : words };
      const tell = await news(isPublished ? 'published' : word, actor, {
        ...changed,
        approved: approved ?? before.approved,
      });
      const listing = await inTransaction(async (within) => {
        const slug =
          before.slug ??
          (approved && (await store.freeSlug((nth) => slugOf(approved.content.name, fallback, nth), within)));
        await tell(within, slug);
        return put(before, { ...changed, slug }, within);
      });
      await note(`listing-${word}`, actor, listing.draft.name);
      // It may have launched between the look and the change.
      if (word === 'approved') await deps.announce(organization);
      return listing;
    },
  };
}

function edited(organization: string, before: Listing | null, change: Partial<ListingContent>): Changed {
  const draft = { ...(before?.draft ?? emptyContent), ...change };
  if (before !== null) return { ...before, draft, state: stateAfterEdit(before.state) };
  return {
    ...{ organization, draft, state: 'draft' },
    ...{ approved: null, slug: null, note: null, submittedAt: null, announcedAt: null },
  };
}
