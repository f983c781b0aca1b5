import { cleanLine, cleanParagraphs } from './clean-text.ts';
import { readLink } from './check-link.ts';
import { type LinkName, linkNames, type ListingContent } from './listing.ts';

/** What a draft can choose from. */
export interface Choices {
  /** Versions of the portal's APIs. */
  readonly apis: readonly Choice[];
  readonly categories: readonly Choice[];
}

export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** A draft as it is sent: of the right shape by the contract. Its logo is sent by itself. */
export type WrittenContent = Omit<ListingContent, 'logo'>;

export type ContentReading =
  | { readonly kind: 'content'; readonly content: WrittenContent }
  | { readonly kind: 'refused'; readonly places: readonly { readonly at: string; readonly message: string }[] };

/** What a draft says as it is stored, or each place where it cannot be taken. Empty texts and links are taken: a draft grows. */
export function readContent(written: WrittenContent, choices: Choices): ContentReading {
  const places: { at: string; message: string }[] = [];
  const links = {} as Record<LinkName, string | null>;
  for (const name of linkNames) {
    const text = (written.links[name] ?? '').trim();
    const reading = text === '' ? null : readLink(text);
    links[name] = reading?.kind === 'link' ? reading.href : null;
    if (reading?.kind === 'refused') places.push({ at: `/links/${name}`, message: reading.message });
  }
  const chosen = (member: 'apis' | 'categories'): readonly string[] => {
    const known = choices[member].map(({ id }) => id);
    written[member].forEach((id, index) => {
      if (!known.includes(id))
        places.push({ at: `/${member}/${index}`, message: `must be one of ${known.join(', ') || 'none'}` });
    });
    // In the order of the portal, each once.
    return known.filter((id) => written[member].includes(id));
  };
  const content: WrittenContent = {
    name: cleanLine(written.name),
    summary: cleanLine(written.summary),
    description: cleanParagraphs(written.description),
    kind: written.kind,
    links,
    apis: chosen('apis'),
    categories: chosen('categories'),
  };
  return places.length > 0 ? { kind: 'refused', places } : { kind: 'content', content };
}
