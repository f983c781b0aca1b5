import type { Clock } from '../../platform/clock.ts';
import type { Exchange } from '../traffic/index.ts';
import { driftBatch } from './drift-batch.ts';
import type { DriftStore } from './drift-store.ts';

export interface DriftState {
  /** Findings that found no room, since the start: in memory, or in their group. */
  readonly beyond: number;
  readonly failures: number;
}

/** Gathers drift from exchanges and writes it, so that nobody waits for it. */
export interface DriftLog {
  hear(exchange: Exchange): void;
  state(): DriftState;
  flush(): Promise<void>;
  /** Writes the rest, where the database takes it. */
  close(): Promise<void>;
}

const writeEveryMs = 1000;
const longestWaitMs = 30_000;
/** Another process may have found drift in a group since, or somebody resolved it. */
const groupsFreshMs = 30_000;
const removeEveryMs = 60 * 60_000;
const resolvedKeptMs = 90 * 24 * 60 * 60_000;

/**
 * Writes at most once a second, and only where there is something to say: drift, or clean answers of a group that has open entries. While
 * the database does not take it, it gathers on in the same bounded batch.
 */
export function driftLog(deps: {
  readonly store: DriftStore;
  readonly clock: Clock;
  readonly log: { error(details: object, message: string): void };
}): DriftLog {
  const { store, clock, log } = deps;
  let batch = driftBatch();
  let openGroups: ReadonlySet<string> = new Set();
  let groupsReadAt = -Infinity;
  let removedAt = -Infinity;
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();
  let failuresInARow = 0;
  const total = { beyond: 0, failures: 0 };
  const isStale = (): boolean => clock.now().getTime() - groupsReadAt >= groupsFreshMs;

  const schedule = (): void => {
    const delay = Math.min(writeEveryMs * 2 ** failuresInARow, longestWaitMs);
    timer ??= setTimeout(() => {
      timer = undefined;
      void flush();
    }, delay).unref();
  };

  const write = async (): Promise<void> => {
    const taken = batch;
    batch = driftBatch();
    const now = clock.now();
    try {
      if (!taken.isEmpty) total.beyond += (await store.write(taken, now)).beyond;
      openGroups = await store.openGroups();
      groupsReadAt = now.getTime();
      if (now.getTime() - removedAt >= removeEveryMs) {
        removedAt = now.getTime();
        await store.removeResolved(new Date(now.getTime() - resolvedKeptMs));
      }
      failuresInARow = 0;
    } catch (err) {
      total.failures += 1;
      failuresInARow = Math.min(failuresInARow + 1, 10);
      // What came since is in the new batch; the old one is the one with the history.
      total.beyond += taken.merge(batch);
      batch = taken;
      log.error({ err, waiting: taken.sightings.size }, 'drift could not be written; trying again');
      schedule();
    }
  };

  function flush(): Promise<void> {
    writing = writing.then(write);
    return writing;
  }

  return {
    hear(exchange) {
      total.beyond += batch.add(exchange, (key) => openGroups.has(key));
      if (!batch.isEmpty || (exchange.isCompared && isStale())) schedule();
    },
    state: () => ({ ...total }),
    flush,
    async close() {
      clearTimeout(timer);
      await writing;
      if (!batch.isEmpty) await flush();
      clearTimeout(timer);
    },
  };
}
