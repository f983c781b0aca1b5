import { isPlaceAsked, matchField, type FieldName, type FieldPlace } from './match-field';
import { matchName, TIER, type Match } from './match-name';
import type { NamedPage } from './named-page';
import type { Query } from './query';
import { ORIGIN, rankOf, type SearchHit } from './search-hit';

/** What is loaded of an API version, seen from where the reader is. */
export interface LoadedVersion {
  readonly origin: (typeof ORIGIN)[keyof typeof ORIGIN];
  /** Which API and version it is, in words; undefined for the one that the reader is in. */
  readonly source?: string;
  readonly pages: readonly NamedPage[];
  /** None until they are loaded. */
  readonly fields: readonly FieldName[];
}

/** Pages by name, best first. */
export function searchPages({ pages, ...from }: LoadedVersion, query: Query): SearchHit[] {
  return pages.flatMap((page) => {
    const match = matchName(page, query);
    return match ? [pageHit(page, match, from)] : [];
  });
}

/** Pages by their position, which their descriptions brought up. */
export function describedHits({ pages, ...from }: LoadedVersion, positions: Iterable<number>): SearchHit[] {
  return [...positions].flatMap((position) => {
    const page = pages[position];
    return page ? [pageHit(page, { tier: TIER.text, extra: page.words.length }, from)] : [];
  });
}

/** The pages that lead to others: the API's overview first, then its tags. */
export function sectionsOf({ pages, ...from }: LoadedVersion): SearchHit[] {
  return pages
    .filter(({ kind }) => kind === 'section')
    .map((page) => pageHit(page, { tier: TIER.exact, extra: 0 }, from));
}

type From = Pick<LoadedVersion, 'origin' | 'source'>;

function pageHit(page: NamedPage, match: Match, { origin, source }: From): SearchHit {
  const { kind, href, title, method, path, isDeprecated } = page;
  const deprecated = isDeprecated || origin === ORIGIN.deprecated;
  const rank = rankOf(kind, match, origin, isDeprecated);
  // An overview has the API's title; to say it twice is too much.
  const other = source?.startsWith(`${title} `) ? source.slice(title.length + 1) : source;
  return { kind, href, title, method, path, source: other, deprecated, excerpt: [], rank };
}

/** Places of one name that are told apart by the page that they are on; nobody reads more of them. */
const MOST_PLACES = 12;

/** Parameters and properties by name; components' own first, then those high up in short pages. */
export function searchFields({ fields, origin, source }: LoadedVersion, query: Query): SearchHit[] {
  return fields.flatMap((field) => {
    const match = matchField(field, query);
    if (!match) return [];
    return field.places
      .filter((place) => isPlaceAsked(place, query, match.of))
      .map((place) => ({ place, depth: depthOf(place, query) }))
      .toSorted((a, b) => a.depth - b.depth)
      .slice(0, MOST_PLACES)
      .map(({ place: { page, path, where, href }, depth }) => ({
        kind: 'field' as const,
        href,
        title: path,
        method: page.method,
        where: where ? `${where}, ${page.title}` : page.title,
        source,
        deprecated: page.isDeprecated || origin === ORIGIN.deprecated,
        excerpt: [],
        rank: rankOf('field', { tier: match.tier, extra: match.extra + depth }, origin, page.isDeprecated),
      }));
  });
}

/** A path that was typed as it is written is as near as it can be. */
function depthOf({ path, page }: FieldPlace, { text }: Query): number {
  const ofSchema = page.kind === 'schema' ? 0 : 1;
  if (text.includes('.') && path.toLowerCase().endsWith(text)) return ofSchema;
  return (path.split('.').length - 1) * 4 + page.words.length / 8 + ofSchema + (text.includes('.') ? 2 : 0);
}
