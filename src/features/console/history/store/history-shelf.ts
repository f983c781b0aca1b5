import type { HistoryEntry, KeptAnswer } from '../history-entry';

/** Where the history is kept: the device, through its port. What it gives back may be of any form: it is read with `readEntry`. */
export interface HistoryShelf {
  /** Every entry; null where nothing may be kept here. */
  readonly load: () => Promise<readonly unknown[] | null>;
  readonly answer: (id: string) => Promise<unknown>;
  /** All of it or nothing. */
  readonly change: (change: ShelfChange) => Promise<ShelfOutcome>;
  /** Calls when another page has changed something. */
  readonly subscribe: (listener: () => void) => () => void;
}

export interface ShelfChange {
  /** `answer` undefined: the one that is there stays. */
  readonly put?: readonly { readonly entry: HistoryEntry; readonly answer?: KeptAnswer | null }[];
  readonly remove?: readonly string[];
}

/** `full`: the device has no more room. `forbidden`: nothing may be kept here, or it has broken. */
export type ShelfOutcome = 'kept' | 'full' | 'forbidden';
