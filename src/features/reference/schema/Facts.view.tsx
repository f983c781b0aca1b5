import type { SchemaView } from '../../../../contract/reference-page';
import { facts } from './schema-words';
import styles from './SchemaTree.module.css';

/** Constraints, values, default and example of a schema, a line each. */
export function Facts({ view }: { readonly view: SchemaView }) {
  return facts(view).map(({ name, values, isCode }) => (
    <p key={name} className={styles.fact}>
      {name === '' ? null : `${name} `}
      {isCode ? values.map((value) => <code key={value}>{value}</code>) : values.join(', ')}
    </p>
  ));
}
