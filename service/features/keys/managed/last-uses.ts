import { isGuestOrganization } from '../guest.ts';
import type { ManagedKeyStore } from './managed-key-store.ts';

/** When keys were last used, to the minute: counted in memory, written in batches. Nothing waits for it. */
export interface LastUses {
  readonly note: (use: {
    readonly keyId: string | null;
    readonly organization: string | null;
    readonly at: Date;
  }) => void;
  /** Writes what is not yet written. What cannot be written is tried again with the next batch. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

const minuteMs = 60_000;
const idsAtOnce = 500;

/**
 * A key in steady use costs one row's update a minute. Loss window: the uses of the last `writeEveryMs` before a `kill -9`. Beyond
 * `capacity` keys in one batch the oldest are forgotten.
 */
export function lastUses(deps: {
  readonly store: Pick<ManagedKeyStore, 'noteUses'>;
  readonly log: { error(details: object, message: string): void };
  readonly writeEveryMs?: number;
  readonly capacity?: number;
}): LastUses {
  const { store, log, writeEveryMs = 2000, capacity = 20_000 } = deps;
  /** The minute of the last use, by key: what is still to be written, and what is. */
  const waiting = new Map<string, number>();
  const written = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;

  function keep(map: Map<string, number>, key: string, minute: number): void {
    map.delete(key);
    map.set(key, minute);
    const oldest = map.keys().next();
    if (map.size > capacity && !oldest.done) map.delete(oldest.value);
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const batch = [...waiting];
    waiting.clear();
    try {
      for (const [minute, entries] of Map.groupBy(batch, ([, minute]) => minute)) {
        for (let from = 0; from < entries.length; from += idsAtOnce) {
          const ids = entries.slice(from, from + idsAtOnce).map(([id]) => id);
          await store.noteUses(new Date(minute * minuteMs), ids);
          for (const id of ids) keep(written, id, minute);
        }
      }
    } catch (error) {
      log.error({ err: error, keys: batch.length }, 'the last use of keys could not be written; trying again');
      for (const [id, minute] of batch) if ((waiting.get(id) ?? 0) < minute) keep(waiting, id, minute);
    }
  }

  return {
    note({ keyId, organization, at }) {
      if (keyId === null || organization === null || isGuestOrganization(organization)) return;
      const minute = Math.floor(at.getTime() / minuteMs);
      if (waiting.get(keyId) === minute || (written.get(keyId) ?? 0) >= minute) return;
      keep(waiting, keyId, minute);
      timer ??= setTimeout(() => void flush(), writeEveryMs).unref();
    },
    flush,
    close: flush,
  };
}
