import type { ListingDraft, OwnListing } from '../../../portal-client';

export const limits = { name: 60, summary: 140, description: 4000, categories: 5, logoBytes: 256 * 1024 } as const;

/** What the form begins with. */
export function draftOf({ draft }: Pick<OwnListing, 'draft'>): ListingDraft {
  const { name, summary, description, kind, links, apis, categories } = draft;
  return { name, summary, description, kind, links: { ...links }, apis: [...apis], categories: [...categories] };
}

export function isSameDraft(one: ListingDraft, other: ListingDraft): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

/** An empty field and none are the same. */
function sorted({ links, apis, categories, ...rest }: ListingDraft) {
  const { website, docs, support } = links;
  return {
    ...rest,
    links: [website, docs, support].map((link) => (link === '' ? null : link)),
    apis: [...apis].sort(),
    categories: [...categories].sort(),
  };
}

/** The list with the one in it, or without where it was. */
export function toggled(list: readonly string[], one: string): string[] {
  return list.includes(one) ? list.filter((each) => each !== one) : [...list, one];
}

/** What the service said about places of the draft, in the words of the form; by the field. */
export function wordsByField(
  places: readonly { readonly at: string; readonly message: string }[],
): ReadonlyMap<string, string> {
  return new Map(
    places.map(({ at, message }) => [
      at
        .split('/')
        .slice(1, at.startsWith('/links/') ? 3 : 2)
        .join('.'),
      message,
    ]),
  );
}

/** Why a file cannot be the logo, before it is sent. The service looks at what is in it. */
export function logoFault(file: Pick<File, 'size' | 'type'>): string | null {
  if (file.type === 'image/svg+xml') return 'An SVG can hold scripts. Export it as PNG or WebP.';
  if (!/^image\/(?:png|jpeg|webp)$/.test(file.type)) return 'Choose a PNG, JPEG or WebP file.';
  if (file.size > limits.logoBytes)
    return 'The file has more than 256 KB. Make it smaller: 512 × 512 pixels are plenty.';
  return null;
}
