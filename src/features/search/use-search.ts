import { useEffect, useReducer, useRef, useState } from 'react';
import { openIndex, type SearchIndex } from './search-index';
import { nextState, START, type SearchState } from './search-state';

/** Typing faster than this asks once. */
const PAUSE_MILLISECONDS = 90;

export interface Search {
  readonly query: string;
  readonly state: SearchState;
  readonly ask: (query: string) => void;
}

/** Searches while one types. The index is opened with the dialog, and again after it could not be. */
export function useSearch(open: () => Promise<SearchIndex> = openIndex): Search {
  const [query, setQuery] = useState('');
  const [state, dispatch] = useReducer(nextState, START);
  const index = useRef<Promise<SearchIndex> | null>(null);

  useEffect(() => {
    index.current ??= open();
    index.current.catch(() => (index.current = null));
    if (query.trim() === '') return;
    const timer = setTimeout(() => {
      index.current ??= open();
      index.current
        .then(({ find }) => find(query))
        .then(
          (hits) => dispatch({ kind: 'answered', query, hits }),
          () => dispatch({ kind: 'failed', query }),
        );
    }, PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [query, open]);

  return {
    query,
    state,
    ask: (next) => {
      setQuery(next);
      dispatch({ kind: 'typed', query: next });
    },
  };
}
