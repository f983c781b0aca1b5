import type { JsonChange } from '../compare/compare-json';
import { writeJson } from '../compare/read-json';
import styles from './Comparison.module.css';

export interface JsonChangesProps {
  readonly changes: readonly JsonChange[];
  readonly isCut: boolean;
}

const mostCharacters = 2_000;

/** Changes of a document by their places. */
export function JsonChanges({ changes, isCut }: JsonChangesProps) {
  return (
    <>
      <p className={styles.words}>{countWords(changes)}</p>
      <ul className={styles.changes}>
        {changes.map((change) => (
          <li key={`${change.kind} ${change.pointer}`} data-kind={change.kind}>
            <code className={styles.pointer}>{change.pointer === '' ? 'the whole' : change.pointer}</code>
            <span className="pt-unseen">{change.kind}</span>
            <span className={styles.values}>
              {'before' in change && <del>{valueText(change.before)}</del>}
              {'after' in change && <ins>{valueText(change.after)}</ins>}
            </span>
          </li>
        ))}
      </ul>
      {isCut && <p className={styles.words}>There are more; these are the first.</p>}
    </>
  );
}

function valueText(value: unknown): string {
  const text = writeJson(value);
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;
}

/** `2 added, 1 changed.` */
function countWords(changes: readonly JsonChange[]): string {
  const counts = (['added', 'removed', 'changed'] as const)
    .map((kind) => [changes.filter((change) => change.kind === kind).length, kind] as const)
    .filter(([count]) => count > 0);
  return `${counts.map(([count, kind]) => `${count} ${kind}`).join(', ')}.`;
}
