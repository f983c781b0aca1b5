import { useCallback, useEffect, useId, useMemo, useRef, type KeyboardEvent, type Ref } from 'react';
import { groupByDay } from '../group-by-day';
import type { HistoryEntry } from '../history-entry';
import type { HistoryLook } from '../use-history';
import { EntryRow } from './EntryRow.view';
import styles from './EntryList.module.css';

export interface EntryListProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly look: HistoryLook;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly onOpen: (entry: HistoryEntry) => void;
  /** One was chosen by hand. */
  readonly onLook: () => void;
  readonly onRemove: (entry: HistoryEntry) => void;
  readonly onFavourite: (entry: HistoryEntry) => void;
}

const pageRows = 10;

/** The requests by day, as a list box: arrows, Home and End choose, Enter opens, Delete deletes, F marks. */
export function EntryList({ ref, look, now, onOpen, onLook, onRemove, onFavourite }: EntryListProps) {
  const base = useId();
  const { found, chosen, choose, move } = look;
  const days = useMemo(() => groupByDay(found, now), [found, now]);
  const optionId = ({ id }: HistoryEntry) => `${base}-${id}`;
  const activeId = chosen ? optionId(chosen) : undefined;
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  // Stable, so that a step in a long list draws two rows and not all of them.
  const latest = useRef({ choose, onLook, onOpen });
  useEffect(() => {
    latest.current = { choose, onLook, onOpen };
  });
  const onRowChoose = useCallback(({ id }: HistoryEntry): void => {
    latest.current.choose(id);
    latest.current.onLook();
  }, []);
  const onRowOpen = useCallback((entry: HistoryEntry): void => latest.current.onOpen(entry), []);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || !chosen) return;
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      PageDown: () => move(pageRows),
      PageUp: () => move(-pageRows),
      Home: () => move(-found.length),
      End: () => move(found.length),
      Enter: () => onOpen(chosen),
      Delete: () => onRemove(chosen),
      Backspace: () => onRemove(chosen),
      f: () => onFavourite(chosen),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <div className={styles.side}>
      <div
        ref={ref}
        role="listbox"
        aria-label="Requests"
        tabIndex={0}
        aria-activedescendant={activeId}
        className={styles.list}
        onKeyDown={onKeyDown}
      >
        {days.map(({ day, entries }) => (
          <div key={day} role="group" aria-label={day} className={styles.day}>
            <p aria-hidden="true">{day}</p>
            {entries.map((entry) => (
              <EntryRow
                key={entry.id}
                id={optionId(entry)}
                entry={entry}
                isChosen={entry.id === chosen?.id}
                onChoose={onRowChoose}
                onOpen={onRowOpen}
              />
            ))}
          </div>
        ))}
      </div>
      {found.length > 0 && (
        <p className={styles.keys} aria-hidden="true">
          <kbd>↑</kbd> <kbd>↓</kbd> choose <kbd>↵</kbd> open <kbd>F</kbd> favourite <kbd>Del</kbd> delete
        </p>
      )}
    </div>
  );
}
