import { excerptParts } from './excerpt';
import { matchName, TIER } from './match-name';
import { plain } from './named-page';
import { readQuery } from './query';
import { ORIGIN, rankOf, type SearchHit } from './search-hit';

/** What Pagefind says about a page that matches (`PagefindSearchFragment` in its documentation, "API reference"). */
export interface PagefindFragment {
  readonly url: string;
  readonly excerpt: string;
  /** The page's text. */
  readonly content: string;
  readonly meta: Readonly<Record<string, string | undefined>>;
  readonly sub_results?: readonly PagefindSection[];
}

export interface PagefindSection {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
  readonly weighted_locations?: readonly { readonly weight: number }[];
}

/** The line for a guide. It leads to the section that matches best, unless the guide's own title is what was asked for. */
export function toHit(fragment: PagefindFragment, position: number, query: string): SearchHit {
  const title = fragment.meta.title ?? fragment.url;
  const named = matchName(plain('guide', fragment.url, title), readQuery(query));
  const section = hasAllWords(title, query) ? undefined : bestSection(fragment);
  const tier = section && hasAllWords(section.title, query) ? TIER.sectionWords : TIER.otherWords;
  return {
    href: cleanUrl(section?.url ?? fragment.url),
    kind: 'guide',
    title,
    section: section?.title,
    deprecated: false,
    excerpt: excerptParts(section?.excerpt ?? fragment.excerpt),
    rank: rankOf('guide', named ?? { tier, extra: position }, ORIGIN.here),
  };
}

/**
 * Where no word matches, Pagefind takes ever shorter beginnings of it, down to one letter. A page that has not even four
 * letters of a word is not about it.
 */
export function isAbout({ meta, content }: PagefindFragment, query: string): boolean {
  const text = `${Object.values(meta).join(' ')} ${content}`.toLowerCase();
  return wordsIn(query).some((word) => text.includes(word.slice(0, LEAST_LETTERS)));
}

const LEAST_LETTERS = 4;

function hasAllWords(text: string, query: string): boolean {
  const words = wordsIn(query);
  return words.length > 0 && words.every((word) => text.toLowerCase().includes(word));
}

const wordsIn = (query: string) => query.toLowerCase().split(/\s+/).filter(Boolean);

/** Pagefind names the files; the site's addresses have no `.html` (trailingSlash: false). */
export function cleanUrl(url: string): string {
  return url.replace(/(?:\/index)?\.html(?=$|[?#])/, '').replace(/\/(?=$|[?#])(?<!^\/)/, '') || '/';
}

function bestSection({ sub_results: sections = [] }: PagefindFragment): PagefindSection | undefined {
  const weight = (section: PagefindSection) =>
    (section.weighted_locations ?? []).reduce((sum, location) => sum + location.weight, 0);
  const [best] = sections.filter(({ url }) => url.includes('#')).toSorted((a, b) => weight(b) - weight(a));
  return best && weight(best) > 0 ? best : undefined;
}
