import type { ListingContent } from '../../../portal-client';

export interface Change {
  readonly what: string;
  readonly before: string;
  readonly now: string;
}

/** What a draft says otherwise than what is approved: what a reviewer has to look at. */
export function changesOf(approved: ListingContent, draft: ListingContent): readonly Change[] {
  const says = (content: ListingContent): Readonly<Record<string, string>> => ({
    Name: content.name,
    Summary: content.summary,
    Description: content.description,
    Kind: content.kind ?? '',
    APIs: content.apis.join(', '),
    Categories: content.categories.join(', '),
    Website: content.links.website ?? '',
    Documentation: content.links.docs ?? '',
    Support: content.links.support ?? '',
    Logo: content.logo ?? 'none',
  });
  const [before, now] = [says(approved), says(draft)];
  return Object.keys(now)
    .filter((what) => before[what] !== now[what])
    .map((what) =>
      what === 'Logo'
        ? { what, before: 'another', now: draft.logo === null ? 'none' : 'as shown' }
        : { what, before: before[what] ?? '', now: now[what] ?? '' },
    );
}
