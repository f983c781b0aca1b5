import { useEffect, useReducer, useRef, useState } from 'react';
import { openIndex, type SearchIndex } from './search-index';
import type { ReaderPlace } from './reference-index';
import type { SearchHit } from './search-hit';
import { nextState, START, type SearchState } from './search-state';

export interface Search {
  readonly query: string;
  readonly state: SearchState;
  /** Pages to begin with, while nothing is typed. */
  readonly suggestions: readonly SearchHit[];
  readonly ask: (query: string) => void;
}

/** Opens the index for a reader at a place. */
export type OpenIndex = (here: ReaderPlace) => Promise<SearchIndex>;

const openHere: OpenIndex = (here) => openIndex({ here });

/** Searches while one types. The index is opened with the dialog, and again after it could not be. */
export function useSearch(here: ReaderPlace, open: OpenIndex = openHere): Search {
  const [query, setQuery] = useState('');
  const [state, dispatch] = useReducer(nextState, START);
  const [suggestions, setSuggestions] = useState<readonly SearchHit[]>([]);
  // The first is kept: a minifier may make a new function of a default at each call.
  const opener = useRef(open);
  const index = useRef<Promise<SearchIndex> | null>(null);
  const { api, version } = here ?? {};

  useEffect(() => {
    const place = api && version ? { api, version } : undefined;
    index.current ??= opener.current(place);
    const current = index.current;
    current.catch(() => (index.current = null));
    if (query.trim() === '') {
      current.then(({ suggest }) => setSuggestions(suggest(place))).catch(() => undefined);
      return;
    }
    const typedOn = new AbortController();
    current
      .then(({ find }) =>
        find({ query, here: place }, (answer) => dispatch({ kind: 'answered', query, ...answer }), typedOn.signal),
      )
      .catch(() => dispatch({ kind: 'failed', query }));
    return () => typedOn.abort();
  }, [query, api, version]);

  return {
    query,
    state,
    suggestions,
    ask: (next) => {
      setQuery(next);
      dispatch({ kind: 'typed', query: next });
    },
  };
}
