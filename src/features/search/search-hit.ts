import { excerptParts, type ExcerptPart } from './excerpt';

/** What Pagefind says about a page that matches (`PagefindSearchFragment` in its documentation, "API reference"). */
export interface PagefindFragment {
  readonly url: string;
  readonly excerpt: string;
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

export function toHit(fragment: PagefindFragment, score: number): SearchHit {
  const { meta } = fragment;
  const isOperation = meta.kind === 'operation' || Boolean(meta.method);
  const section = isOperation ? undefined : bestSection(fragment);
  return {
    href: cleanUrl(section?.url ?? fragment.url),
    kind: isOperation ? 'operation' : 'guide',
    title: meta.title ?? fragment.url,
    section: section?.title,
    method: meta.method,
    path: meta.path,
    source: meta.api && meta.version ? `${meta.api} ${meta.version}` : undefined,
    deprecated: meta.deprecated === 'true',
    excerpt: excerptParts(section?.excerpt ?? fragment.excerpt),
    score,
  };
}

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
