import type { ListingKind } from '../../portal-client';

/** What the two kinds are called, and what they mean: see GLOSSARY.md. */
export const kinds: readonly { readonly id: ListingKind; readonly name: string; readonly means: string }[] = [
  { id: 'complementary', name: 'Complementary', means: 'Does what the platform does not, and the two work as one.' },
  { id: 'supplementary', name: 'Supplementary', means: 'Adds to what the platform does already.' },
];

export function kindName(kind: ListingKind | null): string {
  return kinds.find(({ id }) => id === kind)?.name ?? '';
}
