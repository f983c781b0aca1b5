import { useState } from 'react';
import Link from '@docusaurus/Link';
import type { SchemaView } from '../../../../contract/reference-page';
import { Button, Skeleton } from '../../../ui';
import type { Fetched } from '../data/fetch-json';
import { schemaFile, schemas } from '../data/files';
import { useReferenceSite } from '../data/reference-site';
import { Facts } from './Facts.view';
import { SchemaTree, type Place } from './SchemaTree.view';
import styles from './SchemaTree.module.css';

export interface MoreSchemaProps {
  /** The schema's file. */
  readonly name: string;
  readonly label: string;
  readonly id: string;
  readonly place: Place;
}

/** A schema that is too deep for the page: fetched when it is unfolded. Without JavaScript it leads to the data. */
export function MoreSchema({ name, label, id, place }: MoreSchemaProps) {
  const { release } = useReferenceSite();
  const file = schemaFile(place, name, release);
  const [fetched, setFetched] = useState<Fetched<SchemaView>>();
  const load = () => {
    setFetched(undefined);
    void schemas.get(file).then(setFetched);
  };
  return (
    <details className={styles.fold} onToggle={(event) => (event.currentTarget.open ? load() : undefined)}>
      <summary>{label}</summary>
      <div className={styles.inside}>
        {fetched?.kind === 'ready' ? (
          <>
            <Facts view={fetched.value} />
            <SchemaTree view={fetched.value} id={id} place={place} />
          </>
        ) : null}
        {fetched === undefined ? (
          <>
            <Skeleton lines={3} />
            <noscript>
              <Link to={`pathname://${file}`}>{name} as JSON</Link>
            </noscript>
          </>
        ) : null}
        {fetched && fetched.kind !== 'ready' ? (
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
