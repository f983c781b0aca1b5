import { useEffect, useState } from 'react';
import type { Reading } from '../body/use-reading';
import { inSlices } from '../in-slices';
import { ByteFinder } from './find-bytes';
import { needleInJson, nodesOf, rowsOf } from './found-places';

/** Where in a body a text stands. */
export interface FoundPlaces {
  readonly query: string;
  /** Nodes of the JSON, or rows of the text; in order. */
  readonly places: Uint32Array;
  /** False where there are more. */
  readonly isAll: boolean;
}

export const nothingFound: FoundPlaces = { query: '', places: new Uint32Array(), isAll: true };

/** Searches a body without keeping the page busy. What was found last stays until the next is there. */
export function useFind(reading: Reading | null, query: string): FoundPlaces {
  const [found, setFound] = useState(nothingFound);
  useEffect(() => {
    if (!reading || query === '') return;
    const stop = new AbortController();
    const { json, bytes, lines } = reading;
    const finder = new ByteFinder(bytes, json ? needleInJson(query) : query);
    void inSlices(finder, stop.signal).then((hits) => {
      if (!hits) return;
      const places = json ? nodesOf(json, hits.offsets) : rowsOf(lines.starts, hits.offsets);
      setFound({ query, places, isAll: hits.isAll });
    });
    return () => stop.abort();
  }, [reading, query]);
  return query === '' ? nothingFound : found;
}
