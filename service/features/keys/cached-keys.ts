import type { Clock } from '../../platform/clock.ts';
import type { Key } from './key.ts';
import type { KeyStore } from './key-store.ts';

/** How old what is known of a key may be. */
const freshMs = 800;
/** From when on the store is asked again, while requests go on with what is known. */
const renewMs = 400;

/** Looks a key up by its hash, from memory where that is recent. */
export interface CachedKeys {
  find(hash: string): Promise<Key | null>;
  /** Called after a key changed in the store: the next look-up of any key asks the store. */
  forget(): void;
}

interface Kept {
  readonly key: Key;
  readonly readAt: number;
  isRenewed: boolean;
}

/**
 * Keys are on the path of every request through the gateway. What is known of one is at most 0.8 seconds old: that is how long a
 * revocation by another process can go unseen; one by this process is seen at once. A key that is in steady use is asked for beside the
 * requests, not before them. Keys that do not exist are not kept, so that guessing cannot push the real ones out.
 */
export function cachedKeys(store: Pick<KeyStore, 'findByHash'>, clock: Clock, capacity = 10_000): CachedKeys {
  const kept = new Map<string, Kept>();
  let generation = 0;

  async function ask(hash: string): Promise<Key | null> {
    const readAt = clock.now().getTime();
    const asked = generation;
    const key = await store.findByHash(hash);
    // A revocation during the query: what the query saw may be from before it.
    if (asked !== generation) return key;
    kept.delete(hash);
    if (key === null) return key;
    kept.set(hash, { key, readAt, isRenewed: false });
    const oldest = kept.keys().next();
    if (kept.size > capacity && !oldest.done) kept.delete(oldest.value);
    return key;
  }

  return {
    async find(hash) {
      const entry = kept.get(hash);
      const age = entry === undefined ? Infinity : clock.now().getTime() - entry.readAt;
      if (entry === undefined || age < 0 || age >= freshMs) return ask(hash);
      if (age >= renewMs && !entry.isRenewed) {
        entry.isRenewed = true;
        // Where the store does not answer, the request that comes when this is no longer fresh says so.
        ask(hash).catch(() => undefined);
      }
      return entry.key;
    },
    forget() {
      generation += 1;
      kept.clear();
    },
  };
}
