import { createElement, useState, type ReactNode } from 'react';
import type { SchemaView } from '../../../../contract/reference-page';
import { Button, Skeleton } from '../../../ui';
import { schemaFile, schemas } from '../data/files';
import { useReferenceSite } from '../data/reference-site';
import { Facts } from './Facts.view';
import type { Place } from './SchemaTree.view';
import styles from './SchemaTree.module.css';

export interface MoreSchemaProps {
  /** The schema's file. */
  readonly name: string;
  readonly label: string;
  readonly place: Place;
  /** Shows what was fetched. */
  readonly children: (view: SchemaView) => ReactNode;
}

type Opening =
  { readonly kind: 'shut' | 'loading' | 'missing' | 'failed' } | { readonly kind: 'ready'; readonly value: SchemaView };

/** A schema that is too deep for the page: fetched when it is unfolded. Without JavaScript it leads to the data. */
export function MoreSchema({ name, label, place, children }: MoreSchemaProps) {
  const { release } = useReferenceSite();
  const file = schemaFile(place, name, release);
  const [opening, setOpening] = useState<Opening>({ kind: 'shut' });
  const load = () => {
    setOpening({ kind: 'loading' });
    void schemas.get(file).then(setOpening);
  };
  return (
    <details className={styles.fold} onToggle={(event) => (event.currentTarget.open ? load() : undefined)}>
      <summary>{label}</summary>
      <div className={styles.inside}>
        {opening.kind === 'ready' ? (
          <>
            <Facts view={opening.value} />
            {children(opening.value)}
          </>
        ) : null}
        {opening.kind === 'shut' ? <noscript>{createElement('a', { href: file }, `${name} as JSON`)}</noscript> : null}
        {opening.kind === 'loading' ? <Skeleton lines={3} /> : null}
        {opening.kind === 'missing' || opening.kind === 'failed' ? (
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
