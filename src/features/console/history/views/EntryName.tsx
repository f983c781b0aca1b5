import { useRef, useState } from 'react';
import Pencil from 'lucide-react/icons/pencil';
import { IconButton } from '../../../../ui';
import { mostNameCharacters } from '../bounds';
import { titleOf, type HistoryEntry } from '../history-entry';
import styles from './EntryDetail.module.css';

export interface EntryNameProps {
  readonly entry: HistoryEntry;
  readonly onName: (name: string) => void;
}

/** The name of a request, which is a field as soon as one wants to change it: Enter keeps it, Escape does not. */
export function EntryName({ entry, onName }: EntryNameProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const title = titleOf(entry);
  const end = (name: string | null): void => {
    if (typed === null) return;
    setTyped(null);
    if (name !== null && name.trim() !== entry.name) onName(name);
    requestAnimationFrame(() => button.current?.focus());
  };
  if (typed !== null) {
    return (
      <input
        aria-label="Name of the request"
        value={typed}
        maxLength={mostNameCharacters}
        autoComplete="off"
        autoFocus
        placeholder={entry.operation.title}
        className={styles.rename}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={() => end(typed)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') end(typed);
          if (event.key !== 'Escape') return;
          // It ends the naming only, not the drawer.
          event.preventDefault();
          end(null);
        }}
      />
    );
  }
  return (
    <div className={styles.name}>
      <h3>{title}</h3>
      <IconButton ref={button} label={`Rename ${title}`} title="Rename" onClick={() => setTyped(title)}>
        <Pencil size={16} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
