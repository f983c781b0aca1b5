/** The hashes of keys that were presented before and are keys of this portal. */
interface KnownHashes {
  of(key: string): string | undefined;
  keep(key: string, hash: string): void;
}

/**
 * Remembers what keys in use hash to: a checksum and a hash for each request would be the greater part of finding whose it is. Only the
 * process's memory has the keys themselves, as it has while it answers them; whether one may still be used is asked each time.
 */
export function knownHashes(capacity = 10_000): KnownHashes {
  const kept = new Map<string, string>();
  return {
    of: (key) => kept.get(key),
    keep(key, hash) {
      const oldest = kept.keys().next();
      if (kept.size >= capacity && !oldest.done) kept.delete(oldest.value);
      kept.set(key, hash);
    },
  };
}
