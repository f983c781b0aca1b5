export interface ByteCache {
  get(key: string): Buffer | undefined;
  set(key: string, value: Buffer): void;
}

/** Keeps what was used last, `capacity` bytes of it. What alone would take more than a quarter is not kept. */
export function byteCache(capacity: number): ByteCache {
  const entries = new Map<string, Buffer>();
  let bytes = 0;
  return {
    get(key) {
      const value = entries.get(key);
      if (value !== undefined) {
        // A map keeps the order of insertion: last is latest.
        entries.delete(key);
        entries.set(key, value);
      }
      return value;
    },
    set(key, value) {
      if (value.length > capacity / 4) return;
      bytes += value.length - (entries.get(key)?.length ?? 0);
      entries.delete(key);
      entries.set(key, value);
      for (const [oldest, { length }] of entries) {
        if (bytes <= capacity) break;
        entries.delete(oldest);
        bytes -= length;
      }
    },
  };
}
