import { type DraftState, draftStates, type Listing, type ListingContent } from './listing.ts';
import type { ListingRow } from './tables.ts';

export function toRow({ approved, ...listing }: Listing): ListingRow {
  const content = approved?.content;
  return {
    organization: listing.organization,
    tag: listing.tag,
    state: listing.state,
    draft: JSON.stringify(listing.draft),
    approved: content === undefined ? null : JSON.stringify(content),
    approved_at: approved?.at.toISOString() ?? null,
    seen_apis: JSON.stringify(approved?.seenApis ?? []),
    slug: listing.slug,
    note: listing.note,
    changed_at: listing.changedAt.toISOString(),
    submitted_at: listing.submittedAt?.toISOString() ?? null,
    announced_at: listing.announcedAt?.toISOString() ?? null,
    kind: content?.kind ?? null,
    apis: inSpaces(content?.apis ?? []),
    categories: inSpaces(content?.categories ?? []),
    words: content === undefined ? '' : searched([content.name, content.summary, content.description].join('\n')),
  };
}

export function toListing(row: ListingRow): Listing {
  return {
    organization: row.organization,
    tag: row.tag,
    state: stateOf(row.state),
    draft: contentOf(row.draft),
    approved:
      row.approved === null || row.approved_at === null
        ? null
        : { content: contentOf(row.approved), seenApis: namesOf(row.seen_apis), at: new Date(row.approved_at) },
    slug: row.slug,
    note: row.note,
    changedAt: new Date(row.changed_at),
    submittedAt: row.submitted_at === null ? null : new Date(row.submitted_at),
    announcedAt: row.announced_at === null ? null : new Date(row.announced_at),
  };
}

export const contentOf = (text: string) => JSON.parse(text) as ListingContent;
export const namesOf = (text: string) => JSON.parse(text) as readonly string[];

/** Text as it is searched: without case, and without the forms of one character that look alike. */
export function searched(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** ` cardea/v1 cardea/v2 `: each can be found as a word. */
function inSpaces(names: readonly string[]): string {
  return names.length === 0 ? '' : ` ${names.join(' ')} `;
}

function stateOf(text: string): DraftState {
  return draftStates.find((state) => state === text) ?? 'draft';
}
