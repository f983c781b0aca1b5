import type { HitKind, SearchHit } from './search-hit';

export interface HitGroup {
  readonly kind: HitKind;
  readonly title: string;
  readonly items: readonly SearchHit[];
  /** How many there are; `items` has the best. */
  readonly total: number;
}

const TITLES: Readonly<Record<HitKind, string>> = {
  operation: 'Operations',
  webhook: 'Webhooks',
  schema: 'Schemas',
  field: 'Parameters and properties',
  section: 'Sections',
  guide: 'Guides',
};

/** What fits a screen; who needs more types one more word. */
const MOST: Readonly<Record<HitKind, number>> = { operation: 7, webhook: 3, schema: 4, field: 5, section: 3, guide: 5 };

/** Best hits first, in groups by kind, the group with the best hit first. */
export function groupHits(hits: readonly SearchHit[]): HitGroup[] {
  const byKind = Map.groupBy(
    hits.toSorted((a, b) => a.rank - b.rank),
    ({ kind }) => kind,
  );
  return [...byKind].map(([kind, all]) => ({
    kind,
    title: TITLES[kind],
    items: all.slice(0, MOST[kind]),
    total: all.length,
  }));
}
