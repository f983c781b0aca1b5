import type { ExcerptPart } from './excerpt';
import type { RecentPage } from './recent-pages';
import type { SearchState } from './search-state';

/** A line to choose: a result, or a page that was found before. */
export interface ResultRow {
  readonly href: string;
  readonly title: string;
  readonly section?: string;
  readonly method?: string;
  readonly path?: string;
  readonly source?: string;
  readonly deprecated?: boolean;
  readonly excerpt?: readonly ExcerptPart[];
}

export interface RowGroup {
  readonly title: string;
  readonly items: readonly ResultRow[];
}

/** What can be chosen in a state: results, or, before anything is typed, pages found before. */
export function listFor(state: SearchState, recent: readonly RecentPage[]): RowGroup[] {
  switch (state.kind) {
    case 'empty':
      return recent.length > 0 ? [{ title: 'Found before', items: recent }] : [];
    case 'searching':
    case 'found':
      return [...state.groups];
    case 'nothing':
    case 'failed':
      return [];
  }
}
