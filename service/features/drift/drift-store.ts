import type { DriftBatch } from './drift-batch.ts';
import type { DriftEntry } from './drift-entry.ts';

export interface DriftQuery {
  readonly state: 'open' | 'resolved' | 'all';
  readonly api?: string | undefined;
  readonly version?: string | undefined;
  readonly environment?: 'sandbox' | 'live' | undefined;
  readonly limit: number;
}

export interface Written {
  /** New places that found no room: each group has so many at most. */
  readonly beyond: number;
}

/** Where drift is kept, over all processes. */
export interface DriftStore {
  /** All or nothing. Opens what was resolved and is seen again, and resolves what was not seen in so many answers. */
  write(batch: DriftBatch, now: Date): Promise<Written>;
  /** The keys of the groups that have open entries. */
  openGroups(): Promise<ReadonlySet<string>>;
  /** Open ones first, and of those the one that was seen last. */
  list(query: DriftQuery): Promise<readonly DriftEntry[]>;
  /** Null where there is no such entry. One that is resolved already stays as it was. */
  resolve(id: string, at: Date): Promise<DriftEntry | null>;
  /** Removes what was resolved before. */
  removeResolved(before: Date): Promise<void>;
}
