import { useState } from 'react';
import type { SchemaView } from '../../../../contract/reference-page';
import { Skeleton } from '../../../ui';
import { filterValues, FEW_VALUES, plainText } from './schema-words';
import type { Place } from './tree-props';
import { usePart } from './use-part';
import { Values } from './Values.view';
import styles from './SchemaTree.module.css';

/** Two megabytes of values are no reason for a page of two megabytes. */
const MOST_SHOWN = 100;

interface ValueListProps {
  readonly view: SchemaView;
  readonly label: string;
  readonly id: string;
  readonly place: Place;
}

/** A long list of values: folded, with a field to find one; what the page does not hold is fetched when it is unfolded. */
export function ValueList({ view, label, id, place }: ValueListProps) {
  const [query, setQuery] = useState('');
  const { more = '' } = view;
  const { state, value, load } = usePart(place, more);
  const { enum: values = [], enumTexts } = value ?? view;
  const found = filterValues(values, enumTexts, query);
  // The first ones stand above the fold.
  const above = query === '' ? Math.min(FEW_VALUES, view.enum?.length ?? 0) : 0;
  const shown = found.slice(above, above + MOST_SHOWN);
  const left = found.length - shown.length - above;
  const isMissing = state === 'missing' || state === 'failed';
  return (
    <details
      data-values
      data-state={more === '' ? undefined : state}
      onToggle={(event) => (event.currentTarget.open && more !== '' ? load() : undefined)}
    >
      <summary>{label}</summary>
      <div>
        <input
          type="search"
          className={styles.filter}
          aria-label={`Find one of the values of ${id}`}
          placeholder="Find a value"
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <Values
          values={shown.map((at) => plainText(values[at] ?? ''))}
          texts={enumTexts && shown.map((at) => enumTexts[at] ?? '')}
        />
        <p role="status" className={styles.kind}>
          {query !== '' ? `${found.length} of ${values.length} values. ` : ''}
          {left > 0 ? `${left} more; type to find one.` : ''}
          {isMissing ? 'The other values could not be loaded. Fold and unfold to try again.' : ''}
        </p>
        {state === 'loading' ? <Skeleton lines={2} /> : null}
      </div>
    </details>
  );
}
