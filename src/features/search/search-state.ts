import { groupHits, type HitGroup } from './group-hits';
import type { SearchHit } from './search-hit';

/** What the dialog shows. While a search runs, the last results stay, so that the list does not flicker. */
export type SearchState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'searching'; readonly query: string; readonly groups: readonly HitGroup[] }
  | { readonly kind: 'found'; readonly query: string; readonly groups: readonly HitGroup[] }
  | { readonly kind: 'nothing'; readonly query: string }
  | { readonly kind: 'failed'; readonly query: string };

export type SearchEvent =
  | { readonly kind: 'typed'; readonly query: string }
  | { readonly kind: 'answered'; readonly query: string; readonly hits: readonly SearchHit[] }
  | { readonly kind: 'failed'; readonly query: string };

export const START: SearchState = { kind: 'empty' };

/** An answer to a query that is no longer in the field is dropped: answers may arrive out of order. */
export function nextState(state: SearchState, event: SearchEvent): SearchState {
  if (event.kind === 'typed') {
    if (event.query.trim() === '') return START;
    return { kind: 'searching', query: event.query, groups: 'groups' in state ? state.groups : [] };
  }
  if (state.kind === 'empty' || state.query !== event.query) return state;
  if (event.kind === 'failed') return { kind: 'failed', query: event.query };
  const groups = groupHits(event.hits, event.query);
  return groups.length > 0 ? { kind: 'found', query: event.query, groups } : { kind: 'nothing', query: event.query };
}
