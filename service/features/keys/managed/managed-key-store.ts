import type { Key } from '../key.ts';
import type { ManagedKey } from './managed-key.ts';

/** A key on its way into the store, with its hash. */
export interface NewManagedKey {
  readonly key: Key & Pick<ManagedKey, 'label' | 'hint'>;
  readonly hash: string;
}

/** An organization's keys. What is another's is as if it were not there. A promise that resolves means that it is on disk. */
export interface ManagedKeyStore {
  /** Those that open something first, newest first; at most 500. */
  list(organization: string, now: Date): Promise<readonly ManagedKey[]>;
  find(organization: string, id: string): Promise<ManagedKey | null>;
  /** False, and nothing is stored, where the organization has `most` keys that open something. Exact, however many ask at once. */
  add(wanted: NewManagedKey, most: number, now: Date): Promise<boolean>;
  /** Stores the successor and sets the old key's end, both or neither. False where the old one was rolled, revoked or ended already. */
  roll(old: { readonly id: string; readonly endsAt: Date }, successor: NewManagedKey, now: Date): Promise<boolean>;
  revoke(organization: string, id: string, at: Date): Promise<boolean>;
  /** Sets the last use of keys, where it is later than the one that is known. */
  noteUses(at: Date, ids: readonly string[]): Promise<void>;
  /** When the organization launched; null where it has not. */
  launchedAt(organization: string): Promise<Date | null>;
  /** Keeps the first time. Returns it. */
  launch(organization: string, at: Date): Promise<Date>;
}
