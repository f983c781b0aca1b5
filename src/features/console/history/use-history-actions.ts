import { useState } from 'react';
import { useHistory } from '@docusaurus/router';
import { arrivalHash } from '../share/arrival-hash';
import { sendAhead } from '../share/arrivals';
import { arrivalOf } from '../share/read-arrival';
import { operationKey } from '../memory';
import { pageOf, titleOf, type HistoryEntry } from './history-entry';
import type { HistoryToolProps } from './HistoryTool';
import type { NewEntry } from './make-entry';
import type { HistoryStore } from './store/history-store';

/** What is said below the list, and what can be taken back. */
export interface HistorySaying {
  readonly text: string;
  readonly removed?: readonly NewEntry[];
}

export interface HistoryActions {
  readonly said: HistorySaying;
  readonly say: (said: HistorySaying) => void;
  /** Fills the form; on another operation's page where the entry is of that. Sends nothing. */
  readonly open: (entry: HistoryEntry) => void;
  /** Sends the same once more, on this operation's page; where something is missing of it, or it went to another environment, the form is filled and says so. */
  readonly repeat: (entry: HistoryEntry) => void;
  readonly remove: (entry: HistoryEntry) => Promise<void>;
}

export function useHistoryActions(
  { page, take, sendThese, environment }: HistoryToolProps,
  store: HistoryStore,
  close: () => void,
): HistoryActions {
  const router = useHistory();
  const [said, say] = useState<HistorySaying>({ text: '' });
  return {
    said,
    say,
    open({ request, operation }) {
      close();
      if (request.operation === operationKey(page)) return take(arrivalOf(page, request, 'history'));
      sendAhead(request);
      router.push(pageOf(operation) + arrivalHash);
    },
    repeat({ request }) {
      close();
      const arrival = arrivalOf(page, request, 'history');
      const isElsewhere =
        environment !== undefined && request.environment !== undefined && request.environment !== environment;
      if (arrival.kind === 'values' && arrival.notes.length === 0 && !isElsewhere) sendThese(arrival.values);
      else take(arrival);
    },
    async remove(entry) {
      const removed = await store.remove([entry.id]);
      say({ text: `Deleted “${titleOf(entry)}”.`, removed });
    },
  };
}
