import type { NavItem, ReferenceNav } from '../../../../../contract/reference-page';
import { excerpt, type ForeignRequest } from '../foreign-request';
import { longestUrl } from '../limits';
import { pathTemplate, steadyPath, type PathTemplate } from './path-template';
import { splitUrl } from './split-url';

export type Match =
  | {
      readonly kind: 'operation';
      readonly item: NavItem;
      /** What stands in the path for each of its variables, not decoded. */
      readonly path: ReadonlyMap<string, string>;
    }
  /** Why it is none of this API, in a sentence. */
  | { readonly kind: 'none'; readonly why: string };

export type Matcher = (request: ForeignRequest) => Match;

interface Candidate {
  readonly item: NavItem;
  readonly template: PathTemplate;
}

interface Found {
  readonly candidate: Candidate;
  readonly path: ReadonlyMap<string, string>;
  readonly dropped: number;
}

/** How many segments a server's address has before the path, at most: `/api/rest/v3`. */
const MOST_DROPPED = 5;

/**
 * Tells which operation of an API version a request is. An address at the gateway says it by itself; of any other, what a server's address may have
 * before the path is left away. Of several that fit, the one with more in common, then the one with less left away.
 */
export function operationMatcher({ api, version, title, groups }: ReferenceNav): Matcher {
  const operations = groups.flatMap(({ items }) => items).filter(({ method }) => method !== 'webhook');
  const unique = [...new Map(operations.map((item) => [`${item.method} ${item.path}`, item])).values()];
  const candidates = unique.map((item): Candidate => ({ item, template: pathTemplate(item.path) }));
  const bySegments = groupBy(candidates, ({ template }) => template.segments);
  const hasText = (one: Candidate): boolean => /[A-Za-z0-9]/.test(one.item.path.replace(/\{[^{}]*\}/g, ''));
  const long = candidates.filter((one) => one.template.matchLong !== null && hasText(one));
  const longByStart = groupBy(long, ({ template }) => template.start);
  const none = (why: string): Match => ({ kind: 'none', why });

  return ({ url, method }) => {
    if (url.length > longestUrl) return none('Its address is longer than any that is sent.');
    const path = steadyPath(splitUrl(url).path);
    const [, ownApi, ownVersion, rest] = /\/gateway\/([^/]+)\/([^/]+)(\/.*)$/.exec(path) ?? [];
    if (rest !== undefined && (ownApi !== api || ownVersion !== version)) {
      return none(`It is for ${ownApi ?? ''}/${ownVersion ?? ''}, and this page is of ${api}/${version}.`);
    }
    const most = rest === undefined ? MOST_DROPPED : 0;
    const whole = anywhere(rest ?? path, most, fitting);
    const found = whole.length > 0 ? whole : anywhere(rest ?? path, most, fittingLong);
    const fits = found.filter(({ candidate }) => candidate.item.method.toUpperCase() === method);
    const best = fits.toSorted(byFit)[0];
    if (best) return { kind: 'operation', item: best.candidate.item, path: best.path };
    const others = [...new Set(found.map(({ candidate }) => candidate.item.method.toUpperCase()))];
    if (others.length > 0) return none(`${title} has no ${method} there, only ${others.join(', ')}.`);
    return none(`No path of ${title} is like ${excerpt(rest ?? path, 60)}.`);
  };

  function anywhere(path: string, most: number, look: typeof fitting): readonly Found[] {
    const segments = path.replace(/(?<=.)\/$/, '').split('/');
    const found: Found[] = [];
    for (let dropped = 0; dropped <= most && dropped + 1 < Math.max(2, segments.length); dropped += 1) {
      found.push(...look(segments.slice(dropped + 1), dropped));
    }
    return found;
  }

  function fitting(segments: readonly string[], dropped: number): readonly Found[] {
    const path = `/${segments.join('/')}`;
    const same = bySegments.get(segments.length + 1) ?? [];
    return same.flatMap((candidate) => foundBy(candidate, candidate.template.match(path), dropped));
  }

  /** A last variable may have been written with slashes: the path of a file. */
  function fittingLong(segments: readonly string[], dropped: number): readonly Found[] {
    const path = `/${segments.join('/')}`;
    const near = Array.from(longByStart, ([start, list]) => (path.startsWith(start) ? list : [])).flat();
    return near.flatMap((candidate) => foundBy(candidate, candidate.template.matchLong?.(path) ?? null, dropped));
  }
}

function foundBy(candidate: Candidate, path: ReadonlyMap<string, string> | null, dropped: number): readonly Found[] {
  // Where something is left away, variables alone are no resemblance.
  const isLikely = dropped === 0 || candidate.template.literal > candidate.template.segments - 1;
  return path && isLikely ? [{ candidate, path, dropped }] : [];
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function byFit(one: Found, other: Found): number {
  return other.candidate.template.literal - one.candidate.template.literal || one.dropped - other.dropped;
}
