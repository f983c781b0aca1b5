import { hasAllWords, type SearchHit } from './search-hit';

export interface HitGroup {
  readonly kind: SearchHit['kind'];
  readonly title: string;
  readonly items: readonly SearchHit[];
}

const TITLES = { guide: 'Guides', operation: 'API reference' };
/** What fits a screen; who needs more types one more word. */
const MOST_IN_A_GROUP = 7;

/** Best hits first, in groups by kind, the group with the best hit first. */
export function groupHits(hits: readonly SearchHit[], query: string): HitGroup[] {
  const ranked = hits
    .map((hit) => ({ hit, rank: rankHit(hit, query) }))
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ hit }) => hit);
  const kinds = [...new Set(ranked.map(({ kind }) => kind))];
  return kinds.map((kind) => ({
    kind,
    title: TITLES[kind],
    items: ranked.filter((hit) => hit.kind === kind).slice(0, MOST_IN_A_GROUP),
  }));
}

/**
 * Pagefind weighs words in the text; a reader who types words of a title, or a path, means that page. A deprecated
 * operation gives way to its successor.
 */
export function rankHit(hit: SearchHit, query: string): number {
  const wanted = normalize(query);
  const title = normalize(hit.title);
  const path = normalize(`${hit.method ?? ''} ${hit.path ?? ''}`);
  let factor = 1;
  if (wanted !== '' && (title === wanted || path.endsWith(` ${wanted}`) || path === wanted)) factor = 4;
  else if (wanted !== '' && title.startsWith(wanted)) factor = 3;
  else if (hasAllWords(title, wanted)) factor = 2;
  return hit.score * factor * (hit.deprecated ? 0.5 : 1);
}

function normalize(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
