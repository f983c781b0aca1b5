import { groupHits, type HitGroup } from './group-hits';
import type { Answer } from './search-index';

/** What the dialog shows. While a search runs, the last results stay, so that the list does not flicker. */
export type SearchState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'searching'; readonly query: string; readonly groups: readonly HitGroup[] }
  | {
      readonly kind: 'found';
      readonly query: string;
      readonly groups: readonly HitGroup[];
      readonly isPartial: boolean;
    }
  | { readonly kind: 'nothing'; readonly query: string }
  | { readonly kind: 'failed'; readonly query: string };

export type SearchEvent =
  | { readonly kind: 'typed'; readonly query: string }
  | ({ readonly kind: 'answered'; readonly query: string } & Answer)
  | { readonly kind: 'failed'; readonly query: string };

export const START: SearchState = { kind: 'empty' };

/** An answer to a query that is no longer in the field is dropped: answers may arrive out of order. */
export function nextState(state: SearchState, event: SearchEvent): SearchState {
  if (event.kind === 'typed') {
    if (event.query.trim() === '') return START;
    return { kind: 'searching', query: event.query, groups: 'groups' in state ? state.groups : [] };
  }
  if (state.kind === 'empty' || state.query !== event.query) return state;
  const { query } = event;
  if (event.kind === 'failed') return { kind: 'failed', query };
  const groups = groupHits(event.hits);
  // More may come: what is there is shown, and that there is nothing is not said yet.
  if (!event.isComplete) return groups.length > 0 ? { kind: 'searching', query, groups } : state;
  if (groups.length > 0) return { kind: 'found', query, groups, isPartial: event.isPartial === true };
  return event.isPartial ? { kind: 'failed', query } : { kind: 'nothing', query };
}
