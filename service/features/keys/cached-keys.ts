import type { Clock } from '../../platform/clock.ts';
import type { Key } from './key.ts';
import type { KeyStore } from './key-store.ts';

const freshMs = 3000;

/** Looks a key up by its hash, from memory where that is recent. */
export interface CachedKeys {
  find(hash: string): Promise<Key | null>;
  /** Called after a key changed in the store: the next look-up of any key asks the store. */
  forget(): void;
}

/**
 * Keys are on the path of every request through the gateway. A key is kept for at most 3 seconds: that is how long a
 * revocation by another process can go unseen; one by this process is seen at once. Keys that do not exist are not
 * kept, so that guessing cannot push the real ones out.
 */
export function cachedKeys(store: Pick<KeyStore, 'findByHash'>, clock: Clock, capacity = 10_000): CachedKeys {
  const kept = new Map<string, { key: Key; readAt: number }>();
  let generation = 0;
  return {
    async find(hash) {
      const now = clock.now().getTime();
      const entry = kept.get(hash);
      if (entry !== undefined && now >= entry.readAt && now - entry.readAt < freshMs) return entry.key;
      kept.delete(hash);
      const asked = generation;
      const key = await store.findByHash(hash);
      // A revocation during the query: what the query saw may be from before it.
      if (key === null || asked !== generation) return key;
      kept.set(hash, { key, readAt: now });
      const oldest = kept.keys().next();
      if (kept.size > capacity && !oldest.done) kept.delete(oldest.value);
      return key;
    },
    forget() {
      generation += 1;
      kept.clear();
    },
  };
}
