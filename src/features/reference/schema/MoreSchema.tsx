import { createElement, type ReactNode } from 'react';
import type { SchemaView } from '../../../../contract/reference-page';
import { Button, Skeleton } from '../../../ui';
import { schemaHref } from '../data/page-address';
import type { Place } from './tree-props';
import { usePart } from './use-part';
import styles from './SchemaTree.module.css';

export interface MoreSchemaProps {
  /** The part's file. */
  readonly file: string;
  /** What the page knows of it. */
  readonly view: SchemaView;
  readonly label: ReactNode;
  /** Where it is; what is inside has ids that begin with it. */
  readonly id: string;
  readonly place: Place;
  /** Whether the id is its own, and not that of the line above it. */
  readonly isPlace?: boolean;
  /** Shows what was fetched. */
  readonly children: (view: SchemaView) => ReactNode;
}

/**
 * A schema that is too deep for the page: fetched when it is unfolded. Without JavaScript it leads to the component's page, or to
 * the data. `data-part` and `data-at` are for whoever unfolds from outside (`open-place.ts`, `expand-folds.ts`).
 */
export function MoreSchema({ file, view, label, id, place, isPlace = false, children }: MoreSchemaProps) {
  const { state, value, load, href } = usePart(place, file);
  const page = view.name === undefined ? href : schemaHref(place, view.slug ?? view.name);
  return (
    <details
      id={isPlace ? id : undefined}

      data-part={file}
      data-at={id}
      data-state={state}
      onToggle={(event) => (event.currentTarget.open ? load() : undefined)}
    >
      <summary>{label}</summary>
      <div>
        {value ? children(value) : null}
        {state === 'shut' ? (
          <noscript>{createElement('a', { href: page }, view.name ?? `${file} as JSON`)}</noscript>
        ) : null}
        {state === 'loading' ? <Skeleton lines={3} /> : null}
        {state === 'missing' || state === 'failed' ? (
          <p className={styles.failed}>
            This schema could not be loaded.{' '}
            <Button size="small" onClick={load}>
              Try again
            </Button>
          </p>
        ) : null}
      </div>
    </details>
  );
}
