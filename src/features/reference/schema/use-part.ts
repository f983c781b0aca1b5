import { useState } from 'react';
import type { SchemaView } from '../../../../contract/reference-page';
import { schemaFile, schemas } from '../data/files';
import { useRelease } from '../data/use-release';
import type { Place } from './tree-props';

type State = 'shut' | 'loading' | 'ready' | 'missing' | 'failed';

export interface Part {
  readonly state: State;
  readonly value: SchemaView | undefined;
  /** Fetches it, once. */
  readonly load: () => void;
  readonly href: string;
}

/** A part of a schema that is fetched when it is wanted. */
export function usePart(place: Place, file: string): Part {
  const release = useRelease();
  const href = schemaFile(place, file, release);
  const [{ state, value }, setPart] = useState<{ state: State; value?: SchemaView }>({ state: 'shut' });
  const load = () => {
    if (state === 'ready' || state === 'loading') return;
    setPart({ state: 'loading' });
    void schemas.get(href).then((fetched) => {
      setPart(fetched.kind === 'ready' ? { state: 'ready', value: fetched.value } : { state: fetched.kind });
    });
  };
  return { state, value, load, href };
}
