import type { BoardStore } from './board-store.ts';
import type { Standing } from './standing.ts';

/** Gathers standings as progress is read and writes those that changed, so that no reader waits for it. */
export interface StandingLog {
  note(organization: string, standing: Standing): void;
  /** Resolves when all that was noted before is written, or could not be. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

const writeEveryMs = 500;
/** Standings that are known to be written already. */
const knownAtMost = 20_000;
/** Of organizations; beyond it the oldest are left to the next reading. */
const waitingAtMost = 20_000;

export function standingLog(deps: {
  readonly store: Pick<BoardStore, 'write'>;
  readonly log: { error(details: object, message: string): void };
}): StandingLog {
  const { store, log } = deps;
  const known = new Map<string, string>();
  let waiting = new Map<string, Standing & { readonly organization: string }>();
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();

  async function write(): Promise<void> {
    const taken = waiting;
    waiting = new Map();
    if (taken.size === 0) return;
    try {
      await store.write([...taken.values()]);
    } catch (err) {
      // Not known to be written: the next reading notes them again.
      for (const place of taken.keys()) known.delete(place);
      log.error(
        { err, standings: taken.size },
        'the board could not be written; the next reading of progress tries again',
      );
    }
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(write);
    return writing;
  }

  return {
    note(organization, standing) {
      const place = `${organization} ${standing.journey}`;
      const said = JSON.stringify(standing);
      if (known.get(place) === said) return;
      if (known.size >= knownAtMost) known.clear();
      known.set(place, said);
      if (waiting.size >= waitingAtMost) {
        const oldest = waiting.keys().next();
        if (!oldest.done) waiting.delete(oldest.value);
      }
      waiting.set(place, { organization, ...standing });
      timer ??= setTimeout(() => void flush(), writeEveryMs).unref();
    },
    flush,
    close: flush,
  };
}
