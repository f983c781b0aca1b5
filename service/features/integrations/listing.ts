/** What an integration is to the platform: see GLOSSARY.md. */
export const listingKinds = ['complementary', 'supplementary'] as const;
export type ListingKind = (typeof listingKinds)[number];

export const linkNames = ['website', 'docs', 'support'] as const;
export type LinkName = (typeof linkNames)[number];

/** What a listing says. Text is as its organization wrote it: plain, and untrusted. */
export interface ListingContent {
  readonly name: string;
  readonly summary: string;
  /** Paragraphs, with an empty line between them. */
  readonly description: string;
  readonly kind: ListingKind | null;
  /** https addresses. */
  readonly links: Readonly<Record<LinkName, string | null>>;
  /** Versions of the portal's APIs, `cardea/v2`. */
  readonly apis: readonly string[];
  /** Ids of categories of `portal.config.ts`. */
  readonly categories: readonly string[];
  /** The hash of the logo's bytes. */
  readonly logo: string | null;
}

export const emptyContent: ListingContent = {
  ...{ name: '', summary: '', description: '', kind: null, apis: [], categories: [], logo: null },
  links: { website: null, docs: null, support: null },
};

/**
 * Of the draft: `draft` while it is written, `in-review` from its submission until the staff has decided, `returned` with words, `approved`
 * while it is what was approved.
 */
export const draftStates = ['draft', 'in-review', 'returned', 'approved'] as const;
export type DraftState = (typeof draftStates)[number];

/** What was approved, and stays public while a changed draft waits. */
export interface ApprovedListing {
  readonly content: ListingContent;
  /** Of its APIs, those that the gateway had seen the organization use with success. */
  readonly seenApis: readonly string[];
  readonly at: Date;
}

/** An organization's entry of the directory. */
export interface Listing {
  readonly organization: string;
  /** Another one after each change: what the header `ETag` carries. */
  readonly tag: string;
  readonly state: DraftState;
  readonly draft: ListingContent;
  readonly approved: ApprovedListing | null;
  /** The last part of its address, from its first approval on. */
  readonly slug: string | null;
  /** What the staff said last. */
  readonly note: string | null;
  readonly changedAt: Date;
  readonly submittedAt: Date | null;
  /** When its organization was told that it is public. */
  readonly announcedAt: Date | null;
}

/** A listing that everybody sees: it is approved, and its organization has launched. */
export interface PublicListing {
  readonly slug: string;
  readonly content: ListingContent;
  readonly seenApis: readonly string[];
  readonly launchedAt: Date;
}
