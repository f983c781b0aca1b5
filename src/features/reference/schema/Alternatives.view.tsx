import type { ReactNode } from 'react';
import type { AlternativesView, SchemaView } from '../../../../contract/reference-page';
import { Facts } from './Facts.view';
import { Html } from './Html.view';
import { MoreSchema } from './MoreSchema';
import { alternativeLabel, hasSomethingToSay } from './schema-words';
import type { Place } from './tree-props';
import { TypeName } from './TypeName.view';
import styles from './SchemaTree.module.css';

export interface AlternativesProps {
  readonly set: AlternativesView;
  readonly id: string;
  readonly place: Place;
  readonly path: string;
  /** Whether it is the first set of its schema: its first alternative is open then. */
  readonly isFirst: boolean;
  /** What is inside one of them. */
  readonly children: (view: SchemaView, id: string) => ReactNode;
}

/** What a value may be one or any of, with what tells them apart. */
export function Alternatives({ set, id, place, isFirst, children }: AlternativesProps) {
  const { kind, discriminator, values = [], schemas } = set;
  return (
    <div className={styles.alternatives}>
      <p className={styles.kind}>
        {isFirst ? '' : 'And: '}
        {kind === 'oneOf' ? 'One of these' : 'Any of these'}
        {discriminator === undefined ? null : (
          <>
            , told by <code>{discriminator}</code>
          </>
        )}
      </p>
      {schemas.map((view, index) => {
        const at = `${id}.${index + 1}`;
        const label = (
          <>
            {alternativeLabel(view)}
            {values[index] ? <Told property={discriminator} value={values[index]} /> : null}
          </>
        );
        const body = (whole: SchemaView) => (
          <>
            {view.name === undefined ? null : (
              <p className={styles.kind}>
                <TypeName view={view} place={place} />
              </p>
            )}
            <Html html={whole.descriptionHtml} />
            <Facts view={whole} />
            {children(whole, at)}
          </>
        );
        if (!hasSomethingToSay(view)) {
          return (
            <p key={at} id={at} className={styles.alternative}>
              {values[index] || view.title ? label : <TypeName view={view} place={place} />}
            </p>
          );
        }
        if (view.more !== undefined && view.enumCount === undefined) {
          return (
            <MoreSchema key={at} file={view.more} view={view} label={label} id={at} place={place} isPlace>
              {body}
            </MoreSchema>
          );
        }
        return (
          <details key={at} id={at} open={isFirst && index === 0}>
            <summary>{label}</summary>
            <div>{body(view)}</div>
          </details>
        );
      })}
    </div>
  );
}

function Told({ property, value }: { readonly property: string | undefined; readonly value: string }) {
  return (
    <span className={styles.told}>
      <code>{property}</code> is <code>{value}</code>
    </span>
  );
}
