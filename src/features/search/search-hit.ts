import { excerptParts, type ExcerptPart } from './excerpt';

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

/** One line in the list of results. */
export interface SearchHit {
  readonly href: string;
  readonly kind: 'guide' | 'operation';
  readonly title: string;
  /** The section of a guide that matches best. */
  readonly section?: string;
  readonly method?: string;
  /** An operation's path. */
  readonly path?: string;
  /** Which API and version an operation is of. */
  readonly source?: string;
  readonly deprecated: boolean;
  readonly excerpt: readonly ExcerptPart[];
  readonly score: number;
}

/** The line for a page. It leads to the section that matches best, unless the page's own title is what was asked for. */
export function toHit(fragment: PagefindFragment, score: number, query: string): SearchHit {
  const { meta } = fragment;
  const title = meta.title ?? fragment.url;
  const isGuide = !meta.method;
  const section = isGuide && !hasAllWords(title, query) ? bestSection(fragment) : undefined;
  return {
    href: cleanUrl(section?.url ?? fragment.url),
    kind: isGuide ? 'guide' : 'operation',
    title,
    section: section?.title,
    method: meta.kind === 'webhook' ? 'webhook' : meta.method,
    path: meta.path,
    source: meta.api && meta.version ? `${meta.api} ${meta.version}` : undefined,
    deprecated: meta.deprecated === 'true',
    excerpt: excerptParts(section?.excerpt ?? fragment.excerpt),
    score,
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

export function hasAllWords(text: string, query: string): boolean {
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
