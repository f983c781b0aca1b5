import type { RecentPage } from './recent-pages';
import type { SearchHit } from './search-hit';
import type { SearchState } from './search-state';

/** A line to choose: a result, or a page that was found before. */
export type ResultRow = Pick<SearchHit, 'href' | 'title'> & Partial<Omit<SearchHit, 'rank'>>;

export interface RowGroup {
  readonly title: string;
  readonly items: readonly ResultRow[];
  readonly total: number;
}

/** What can be chosen in a state: results, or, before anything is typed, pages found before and where to begin. */
export function listFor(
  state: SearchState,
  recent: readonly RecentPage[],
  suggestions: readonly SearchHit[],
): RowGroup[] {
  switch (state.kind) {
    case 'empty': {
      const others = suggestions.filter(({ href }) => recent.every((page) => page.href !== href));
      return [group('Found before', recent), group('Begin here', others)].filter(({ total }) => total > 0);
    }
    case 'searching':
    case 'found':
      return [...state.groups];
    case 'nothing':
    case 'failed':
      return [];
  }
}

function group(title: string, items: readonly ResultRow[]): RowGroup {
  return { title, items, total: items.length };
}
