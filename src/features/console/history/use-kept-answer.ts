import { useEffect, useState } from 'react';
import type { HistoryEntry, KeptAnswer } from './history-entry';
import type { HistoryStore } from './store/history-store';

/** The answer of an entry: undefined until it has been read, null where there is none. */
export function useKeptAnswer(store: HistoryStore, entry: HistoryEntry | null): KeptAnswer | null | undefined {
  const [read, setRead] = useState<{ readonly id: string; readonly answer: KeptAnswer | null } | null>(null);
  const id = entry?.id;
  useEffect(() => {
    if (id === undefined) return;
    let isLate = false;
    void store.answerOf(id).then((answer) => {
      if (!isLate) setRead({ id, answer });
    });
    return () => {
      isLate = true;
    };
  }, [store, id]);
  return read && read.id === id ? read.answer : undefined;
}
