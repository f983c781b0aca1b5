import type { FactChange } from '../compare/compare-answers';
import styles from './Comparison.module.css';

/** Named values that are different. */
export function FactChanges({ changes }: { readonly changes: readonly FactChange[] }) {
  return (
    <ul className={styles.changes}>
      {changes.map(({ name, before, after }) => (
        <li key={name} data-kind={before === null ? 'added' : after === null ? 'removed' : 'changed'}>
          <code className={styles.pointer}>{name}</code>
          <span className={styles.values}>
            {before !== null && <del>{before}</del>}
            {after !== null && <ins>{after}</ins>}
          </span>
        </li>
      ))}
    </ul>
  );
}
