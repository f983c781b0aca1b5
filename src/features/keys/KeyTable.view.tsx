import type { KeyRowProps } from './KeyRow.view';
import { KeyRow } from './KeyRow.view';
import type { KeyEntry } from '../../portal-client';
import styles from './Keys.module.css';

export interface KeyTableProps extends Omit<KeyRowProps, 'entry'> {
  readonly caption: string;
  readonly entries: readonly KeyEntry[];
}

export function KeyTable({ caption, entries, ...row }: KeyTableProps) {
  return (
    <table className={styles.table}>
      <caption className="pt-unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Key</th>
          <th scope="col">Environment</th>
          <th scope="col">May do</th>
          <th scope="col">Last used</th>
          <th scope="col">Ends</th>
          <th scope="col">Made</th>
          <th scope="col">
            <span className="pt-unseen">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <KeyRow key={entry.id} entry={entry} {...row} />
        ))}
      </tbody>
    </table>
  );
}
