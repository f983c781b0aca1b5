import type { SchemaView } from '../../../../contract/reference-page';
import { schemaHref } from '../data/page-address';
import { QuietLink } from '../layout/QuietLink';
import type { Place } from './tree-props';
import styles from './SchemaTree.module.css';

/** Which component by which value of a property. */
export function Family({
  family: { property, values },
  place,
}: {
  readonly family: NonNullable<SchemaView['discriminator']>;
  readonly place: Place;
}) {
  return (
    <div className={styles.alternatives}>
      <p className={styles.kind}>
        <code>{property}</code> tells which kind it is{values.length > 0 ? ':' : '.'}
      </p>
      {values.length > 0 ? (
        <ul className={styles.values}>
          {values.map(({ value, name, slug = name }) => (
            <li key={value}>
              <code>{value}</code> <QuietLink to={schemaHref(place, slug)}>{name}</QuietLink>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
