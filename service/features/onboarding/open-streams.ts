import type { Readable } from 'node:stream';

/** The streams that are open, so that one key cannot hold many, and that a stop can end them. */
export interface OpenStreams {
  /** Opens a stream for a key, or returns null where the key has as many as it may. */
  open(keyId: string, make: () => Promise<Readable>): Promise<Readable | null>;
  endAll(): void;
}

export function openStreams(perKey: number): OpenStreams {
  const counts = new Map<string, number>();
  const streams = new Set<Readable>();

  function release(keyId: string): void {
    const left = (counts.get(keyId) ?? 1) - 1;
    if (left === 0) counts.delete(keyId);
    else counts.set(keyId, left);
  }

  return {
    async open(keyId, make) {
      const held = counts.get(keyId) ?? 0;
      if (held >= perKey) return null;
      counts.set(keyId, held + 1);
      try {
        const stream = await make();
        streams.add(stream);
        stream.once('close', () => {
          streams.delete(stream);
          release(keyId);
        });
        return stream;
      } catch (error) {
        release(keyId);
        throw error;
      }
    },
    endAll() {
      for (const stream of streams) stream.destroy();
    },
  };
}
