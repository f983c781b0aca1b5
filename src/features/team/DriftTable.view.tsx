import { Fragment, type KeyboardEvent, type ReactNode } from 'react';
import ChevronRight from 'lucide-react/icons/chevron-right';
import type { DriftEntry } from '../../portal-client';
import { StatusBadge, Table } from '../../ui';
import { versionOf } from './drift-filters';
import { elapsed } from './elapsed';
import styles from './DriftTable.module.css';

export interface DriftTableProps {
  readonly entries: readonly DriftEntry[];
  /** When they were read. */
  readonly now: number;
  /** The id of the entry that is open. */
  readonly open: string | null;
  readonly onToggle: (id: string) => void;
  readonly detail: (entry: DriftEntry) => ReactNode;
}

/** A row an entry. The button of a row opens it; the arrow keys go from row to row. */
export function DriftTable({ entries, now, open, onToggle, detail }: DriftTableProps) {
  return (
    <Table caption="Drift" columns={columns} className={styles.table} onKeyDown={goToNeighbour}>
      {entries.map((entry) => (
        <Fragment key={entry.id}>
          <tr
            className={styles.row}
            data-open={open === entry.id || undefined}
            data-resolved={entry.resolved !== null || undefined}
          >
            <th scope="row" className={styles.operation}>
              <button
                type="button"
                data-row
                aria-expanded={open === entry.id}
                aria-controls={open === entry.id ? `entry-${entry.id}` : undefined}
                onClick={() => onToggle(entry.id)}
              >
                <ChevronRight size={14} aria-hidden="true" className={styles.mark} />
                {entry.operation}
              </button>
              <span className={styles.where}>
                {versionOf(entry)} · {entry.environment}
              </span>
            </th>
            <td className={styles.status}>
              <StatusBadge status={entry.status} />
            </td>
            <td className={styles.place}>{entry.place === '' ? kinds[entry.kind] : <code>{entry.place}</code>}</td>
            <td className={styles.message}>{entry.message}</td>
            <td data-number className={styles.number}>
              {entry.count.toLocaleString('en')}
            </td>
            <td className={styles.seen}>
              <time dateTime={entry.last_seen} title={entry.last_seen}>
                {elapsed(entry.last_seen, now)}
              </time>
              {entry.resolved ? <span className={styles.resolved}>Resolved</span> : null}
            </td>
          </tr>
          {open === entry.id ? (
            <tr id={`entry-${entry.id}`} className={styles.opened}>
              <td colSpan={6}>{detail(entry)}</td>
            </tr>
          ) : null}
        </Fragment>
      ))}
    </Table>
  );
}

const columns = [
  { name: 'Operation' },
  { name: 'Status' },
  { name: 'Place' },
  { name: 'The contract says' },
  { name: 'Count', isNumber: true },
  { name: 'Last seen' },
];

const kinds: Readonly<Record<DriftEntry['kind'], string>> = {
  status: 'status',
  header: 'header',
  'media-type': 'media type',
  body: 'body',
  schema: 'body',
};

function goToNeighbour(event: KeyboardEvent<HTMLTableElement>): void {
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
  const isRow = event.target instanceof HTMLElement && event.target.dataset.row !== undefined;
  if (step === undefined || !isRow || event.altKey || event.ctrlKey || event.metaKey) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  rows[rows.indexOf(event.target as HTMLElement) + step]?.focus();
  event.preventDefault();
}
