import type { KeyRowProps } from './KeyRow.view';
import { KeyRow } from './KeyRow.view';
import type { KeyEntry } from '../../portal-client';
import { Table } from '../../ui';
import styles from './Keys.module.css';

export interface KeyTableProps extends Omit<KeyRowProps, 'entry'> {
  readonly caption: string;
  readonly entries: readonly KeyEntry[];
}

export function KeyTable({ caption, entries, ...row }: KeyTableProps) {
  return (
    <Table caption={caption} columns={columns} className={styles.table}>
      {entries.map((entry) => (
        <KeyRow key={entry.id} entry={entry} {...row} />
      ))}
    </Table>
  );
}

const columns = [
  { name: 'Key' },
  { name: 'Environment' },
  { name: 'May do' },
  { name: 'Last used' },
  { name: 'Ends' },
  { name: 'Made' },
  { name: 'Actions', isUnseen: true },
];
