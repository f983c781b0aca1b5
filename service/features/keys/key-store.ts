import type { Key } from './key.ts';

/** Where keys are kept. A promise that resolves means that it is on disk. */
export interface KeyStore {
  add(key: Key, hash: string): Promise<void>;
  findByHash(hash: string): Promise<Key | null>;
  /** When the organization got its first key; null where it has none. */
  firstIssuedAt(organization: string): Promise<Date | null>;
  /** Returns false where there is no such key. A second revocation keeps the time of the first. */
  revoke(id: string, at: Date): Promise<boolean>;
  /** Removes keys without a label that ended before: those of guests and sessions. Returns how many. */
  removeExpired(before: Date): Promise<number>;
}
