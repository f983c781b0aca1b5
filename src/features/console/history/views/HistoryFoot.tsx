import { useRef, useState, useSyncExternalStore } from 'react';
import { Button } from '../../../../ui';
import { formatBytes } from '../../answer/format-figures';
import { exportHistory, importHistory } from '../file/export-import';
import { isKeptOnPurpose } from '../history-entry';
import type { HistoryStore } from '../store/history-store';
import type { HistorySaying } from '../use-history-actions';
import styles from './HistoryFoot.module.css';

export interface HistoryFootProps {
  readonly store: HistoryStore;
  readonly said: HistorySaying;
  readonly onSay: (said: HistorySaying) => void;
}

/** How much is kept, what has just happened, and what concerns all of it: to a file, from a file, away with it. */
export function HistoryFoot({ store, said, onSay }: HistoryFootProps) {
  const { entries } = useSyncExternalStore(store.subscribe, store.read, store.read);
  const [isClearing, setClearing] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const loose = entries.filter((entry) => !isKeptOnPurpose(entry)).length;
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const clear = (which: 'all' | 'loose'): void => {
    setClearing(false);
    void store
      .clear(which)
      .then(() =>
        onSay({ text: which === 'all' ? 'Everything is deleted.' : 'Deleted; favourites and saved ones stay.' }),
      );
  };
  if (isClearing) {
    return (
      <footer
        className={styles.foot}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          setClearing(false);
        }}
      >
        <p className={styles.words}>Delete it from this device? That cannot be undone.</p>
        <span className={styles.buttons}>
          {loose < entries.length && loose > 0 && (
            <Button size="small" onClick={() => clear('loose')}>
              All but favourites and saved ({loose})
            </Button>
          )}
          <Button size="small" onClick={() => clear('all')}>
            Everything ({entries.length})
          </Button>
          <Button size="small" variant="quiet" autoFocus onClick={() => setClearing(false)}>
            Keep it
          </Button>
        </span>
      </footer>
    );
  }
  return (
    <footer className={styles.foot}>
      <p role="status" className={styles.words}>
        {said.text ||
          `${entries.length === 1 ? '1 request' : `${entries.length} requests`}, ${formatBytes(bytes)}, on this device only`}
        {said.removed && (
          <Button
            size="small"
            variant="quiet"
            onClick={() => void store.add(said.removed ?? []).then(() => onSay({ text: 'It is back.' }))}
          >
            Undo
          </Button>
        )}
      </p>
      <span className={styles.buttons} data-quiet>
        <Button
          size="small"
          variant="quiet"
          disabled={entries.length === 0}
          onClick={() => void exportHistory(store, Date.now())}
        >
          Export
        </Button>
        <Button size="small" variant="quiet" onClick={() => file.current?.click()}>
          Import
        </Button>
        <input
          ref={file}
          type="file"
          hidden
          accept="application/json,.json"
          aria-label="A history that was exported"
          onChange={({ currentTarget }) => {
            const [chosen] = currentTarget.files ?? [];
            currentTarget.value = '';
            if (chosen) void importHistory(store, chosen).then((text) => onSay({ text }));
          }}
        />
        <Button size="small" variant="quiet" disabled={entries.length === 0} onClick={() => setClearing(true)}>
          Clear all
        </Button>
      </span>
    </footer>
  );
}
