import { memo } from 'react';
import Bookmark from 'lucide-react/icons/bookmark';
import Star from 'lucide-react/icons/star';
import { MethodBadge, StatusBadge } from '../../../../ui';
import { titleOf, type HistoryEntry } from '../history-entry';
import styles from './EntryList.module.css';

export interface EntryRowProps {
  readonly id: string;
  readonly entry: HistoryEntry;
  readonly isChosen: boolean;
  readonly onChoose: (entry: HistoryEntry) => void;
  readonly onOpen: (entry: HistoryEntry) => void;
}

/** The clock's time: one formatter for all rows, since making one takes longer than using it. */
const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

/** One request in two lines: what it is, and what came of it. */
export const EntryRow = memo(function EntryRow({ id, entry, isChosen, onChoose, onOpen }: EntryRowProps) {
  const { operation, outcome, address, at, isFavourite, kind, request } = entry;
  return (
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      className={styles.row}
      onClick={() => onChoose(entry)}
      onDoubleClick={() => onOpen(entry)}
    >
      <span className={styles.first}>
        <span className={styles.title}>{titleOf(entry)}</span>
        {isFavourite && (
          <>
            <Star size={14} aria-hidden="true" className={styles.star} />
            <span className="pt-unseen">, favourite</span>
          </>
        )}
        <span className={styles.time}>{clock.format(at)}</span>
      </span>
      <span className={styles.second}>
        <MethodBadge method={operation.method} size="compact" />
        <span className={styles.address}>{address}</span>
        {request.environment !== undefined && <span className={styles.environment}>{request.environment}</span>}
        {kind === 'saved' && (
          <span className={styles.saved}>
            <Bookmark size={14} aria-hidden="true" /> Saved
          </span>
        )}
        {outcome?.kind === 'answered' && <StatusBadge status={outcome.status} />}
        {outcome?.kind === 'failed' && <span className={styles.failed}>No answer</span>}
      </span>
    </div>
  );
});
