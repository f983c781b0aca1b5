import type { Kysely } from 'kysely';
import type { DraftState, Listing, ListingKind, PublicListing } from './listing.ts';
import type { Logo } from './logo/logo.ts';

/** Within a transaction of the portal's database. */
export type Within = Kysely<unknown>;

export interface DirectoryQuery {
  /** All of which a listing has, in its texts. */
  readonly words: readonly string[];
  readonly kind: ListingKind | null;
  /** `cardea` or `cardea/v2`. */
  readonly api: string | null;
  readonly category: string | null;
  /** Only those behind this one. */
  readonly after: string | null;
  readonly limit: number;
}

export interface ReviewQuery {
  /** `public`: those that everybody sees. Null: all. */
  readonly state: DraftState | 'public' | null;
  /** Only those behind this one. */
  readonly after: { readonly changedAt: string; readonly organization: string } | null;
  readonly limit: number;
}

/** A listing as the staff sees it. */
export interface ReviewedListing {
  readonly listing: Listing;
  readonly organizationName: string;
  readonly launchedAt: Date | null;
}

/** Where listings and their logos are kept. They go with their organization. */
export interface ListingStore {
  find(organization: string): Promise<Listing | null>;
  /**
   * Puts the listing in the place of the one with the tag, null: of none; and removes logos that it does not name any more. False: it is
   * another one meanwhile, and nothing was written.
   */
  write(listing: Listing, tag: string | null, within: Within): Promise<boolean>;
  addLogo(organization: string, hash: string, logo: Logo, within: Within): Promise<void>;
  /** With its logos. False: it is another one meanwhile. */
  remove(organization: string, tag: string, within: Within): Promise<boolean>;
  /** The first of these that no listing has; until the transaction ends nobody else gets it. */
  freeSlug(candidate: (nth: number) => string, within: Within): Promise<string>;
  /** Says that the organization was told that it is public, once; false: it was before, or it is not. */
  announce(organization: string, at: Date, within: Within): Promise<boolean>;
  launchedAt(organization: string): Promise<Date | null>;
  /** What everybody sees, by address. */
  listPublic(query: DirectoryQuery): Promise<readonly PublicListing[]>;
  findPublic(slug: string): Promise<PublicListing | null>;
  /** A logo that everybody sees. */
  publicLogo(hash: string): Promise<Logo | null>;
  /** A logo of the organization, also where only its draft has it; null as organization: of any. */
  heldLogo(hash: string, organization: string | null): Promise<Logo | null>;
  /** Those that changed longest ago first. */
  listForReview(query: ReviewQuery): Promise<readonly ReviewedListing[]>;
}
