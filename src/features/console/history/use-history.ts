import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { findEntries, type HistoryFilter } from './find-entries';
import type { HistoryEntry } from './history-entry';
import type { HistoryState, HistoryStore } from './store/history-store';

export interface HistoryLook {
  readonly state: HistoryState;
  readonly words: string;
  readonly filter: HistoryFilter;
  /** What is found, the newest first. */
  readonly found: readonly HistoryEntry[];
  /** The one that is looked at; null where there is none. */
  readonly chosen: HistoryEntry | null;
  readonly search: (words: string) => void;
  readonly show: (filter: HistoryFilter) => void;
  readonly choose: (id: string) => void;
  /** Chooses another, by its place from the chosen one. */
  readonly move: (by: number) => void;
}

/** Looks through the history from an operation's page. */
export function useHistoryLook(store: HistoryStore, operation: string): HistoryLook {
  const state = useSyncExternalStore(store.subscribe, store.read, store.read);
  const [words, search] = useState('');
  const [filter, show] = useState<HistoryFilter>('all');
  const [chosenId, choose] = useState<string | null>(null);
  const [lastPlace, setLastPlace] = useState(0);
  useEffect(() => void store.load(), [store]);
  const { entries } = state;
  const found = useMemo(() => findEntries(entries, { words, filter, operation }), [entries, words, filter, operation]);
  const place = found.findIndex(({ id }) => id === chosenId);
  // Where the chosen one is gone, the one that took its place is next.
  const at = place === -1 ? Math.min(chosenId === null ? 0 : lastPlace, found.length - 1) : place;
  const chooseAt = (next: number): void => {
    const entry = found[Math.max(0, Math.min(found.length - 1, next))];
    if (!entry) return;
    choose(entry.id);
    setLastPlace(found.indexOf(entry));
  };
  return {
    ...{ state, words, filter, found, search, show },
    chosen: found[at] ?? null,
    choose: (id) => chooseAt(found.findIndex((entry) => entry.id === id)),
    move: (by) => chooseAt(at + by),
  };
}
