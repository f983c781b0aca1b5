import { emptyContent, type Listing, type ListingContent } from './listing.ts';

export const halden: ListingContent = {
  name: 'Halden Campus',
  summary: 'Diplomas from the student system, into the wallet on the day they are earned.',
  description: 'Halden Campus watches the register.\n\nIt offers each diploma to its holder.',
  kind: 'complementary',
  links: { website: 'https://campus.halden.example/', docs: null, support: null },
  apis: ['cardea/v2'],
  categories: ['student-systems'],
  logo: null,
};

const at = new Date('2026-11-21T10:00:00.123Z');

/** A draft that nobody has looked at. */
export function aListing(difference: Partial<Listing> = {}): Listing {
  return {
    ...{ organization: 'org_1', tag: 'tag_1', state: 'draft', draft: { ...emptyContent }, approved: null },
    ...{ slug: null, note: null, changedAt: at, submittedAt: null, announcedAt: null },
    ...difference,
  };
}

/** One that was approved as it is. */
export function anApproved(organization: string, slug: string, content: Partial<ListingContent> = {}): Listing {
  const draft = { ...halden, ...content };
  return aListing({
    ...{ organization, slug, draft, tag: `tag_${organization}`, state: 'approved' },
    approved: { content: draft, seenApis: ['cardea/v2'], at },
  });
}
