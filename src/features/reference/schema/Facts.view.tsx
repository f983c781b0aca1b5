import type { SchemaView } from '../../../../contract/reference-page';
import { facts } from './schema-words';
import styles from './SchemaTree.module.css';

/** Constraints, values, default and example of a schema, a line each. */
export function Facts({ view }: { readonly view: SchemaView }) {
  const lines = facts(view);
  if (lines.length === 0) return null;
  return (
    <div className={styles.facts}>
      {lines.map(({ name, values, isCode }) => (
        <p key={name}>
          <span>{name}</span> {isCode ? values.map((value) => <code key={value}>{value}</code>) : values.join(', ')}
        </p>
      ))}
    </div>
  );
}
