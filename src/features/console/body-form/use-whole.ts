import { useEffect, useState } from 'react';
import type { SchemaView } from '../../../../contract/reference-page';
import type { SchemaParts } from '../editor/schema-parts';
import { wholeOf } from './start-json';

/** A schema with what the page left out of it; null until that has been fetched. */
export function useWhole(view: SchemaView, parts: SchemaParts): SchemaView | null {
  const { more } = view;
  const isHere = more === undefined || parts.known.has(more);
  const [, setFetched] = useState<string | null>(null);
  useEffect(() => {
    if (isHere || more === undefined) return undefined;
    let isWanted = true;
    void parts.fetch(more).then(() => isWanted && setFetched(more));
    return () => {
      isWanted = false;
    };
  }, [isHere, more, parts]);
  return isHere ? wholeOf(view, parts.known) : null;
}
