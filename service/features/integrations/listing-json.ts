import type { Choices } from './check-content.ts';
import { missingOf } from './decide.ts';
import { noTag } from './listing-desk.ts';
import { emptyContent, type Listing, type ListingContent, type PublicListing } from './listing.ts';
import type { ReviewedListing } from './listing-store.ts';

/** What the portal offers and calls things: versions that it no longer has are left out of what everybody sees. */
export type Labels = Choices;

const logoPath = (hash: string | null) => (hash === null ? null : `/api/v1/integration-logos/${hash}`);

/** A listing in a list of the directory. */
export function entryJson({ slug, content, seenApis, launchedAt }: PublicListing, labels: Labels) {
  return {
    slug,
    name: content.name,
    summary: content.summary,
    kind: content.kind,
    logo: logoPath(content.logo),
    apis: labels.apis
      .filter(({ id }) => content.apis.includes(id))
      .map(({ id, label }) => ({ id, label, seen: seenApis.includes(id) })),
    categories: labels.categories.filter(({ id }) => content.categories.includes(id)),
    launched_at: launchedAt.toISOString(),
  };
}

export function publicJson(listing: PublicListing, labels: Labels) {
  const { description, links } = listing.content;
  return { ...entryJson(listing, labels), description, links };
}

/** As its organization and the staff see it. Null: there is none yet. */
export function listingJson(organization: string, listing: Listing | null, launchedAt: Date | null) {
  const draft = listing?.draft ?? emptyContent;
  return {
    organization,
    etag: etagOf(listing?.tag ?? noTag),
    state: listing?.state ?? 'draft',
    draft: contentJson(draft),
    approved: listing?.approved ? contentJson(listing.approved.content) : null,
    slug: listing?.slug ?? null,
    note: listing?.note ?? null,
    missing: missingOf(draft),
    changed_at: listing?.changedAt.toISOString() ?? null,
    submitted_at: listing?.submittedAt?.toISOString() ?? null,
    approved_at: listing?.approved?.at.toISOString() ?? null,
    launched_at: launchedAt?.toISOString() ?? null,
    is_public: Boolean(listing?.approved) && launchedAt !== null,
  };
}

export function reviewedJson({ listing, organizationName, launchedAt }: ReviewedListing) {
  return { ...listingJson(listing.organization, listing, launchedAt), organization_name: organizationName };
}

function contentJson({ logo, ...content }: ListingContent) {
  return { ...content, logo: logoPath(logo) };
}

/** A strong validator (RFC 9110 §8.8.3). */
function etagOf(tag: string): string {
  return `"${tag}"`;
}
