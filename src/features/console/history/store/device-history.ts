import { createHistoryStore, type HistoryStore } from './history-store';
import { indexedDbShelf } from './indexed-db-shelf';

let made: HistoryStore | null = null;

/** The history of this device, one a page load. To be called in the browser only. */
export function deviceHistory(): HistoryStore {
  made ??= createHistoryStore(indexedDbShelf(factory(), channel()));
  return made;
}

/** Null where the browser forbids it. */
function factory(): IDBFactory | null {
  try {
    return globalThis.indexedDB ?? null;
  } catch {
    return null;
  }
}

/** By it, pages of this site that are open beside each other show the same. */
function channel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel('portolan-history');
  } catch {
    return null;
  }
}
