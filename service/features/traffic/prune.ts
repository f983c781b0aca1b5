import type { Clock } from '../../platform/clock.ts';
import { idBefore } from '../../platform/ids.ts';
import type { ExchangeStore } from './exchange-store.ts';

/** So few at once that nobody waits long for the database; the pause is for everybody else. */
const rowsAtOnce = 200;
const pauseMs = 50;
const everyMs = 60 * 60_000;
const firstAfterMs = 60_000;

/**
 * Removes exchanges that are older than the retention, every hour, some hundred at a time. What has proven a step of a journey stays.
 * Returns how to end it; a round that is under way is broken off.
 */
export function pruneExchanges(deps: {
  readonly store: Pick<ExchangeStore, 'removeBefore'>;
  readonly retentionDays: number;
  readonly clock: Clock;
  readonly log: { error(details: object, message: string): void };
}): () => Promise<void> {
  const stop = new AbortController();
  let round = Promise.resolve();
  const start = (): void => {
    round = pruneOnce(deps, stop.signal).then(
      () => undefined,
      (err: unknown) => deps.log.error({ err }, 'old exchanges could not be removed; trying again in an hour'),
    );
  };
  const first = setTimeout(start, firstAfterMs).unref();
  const timer = setInterval(start, everyMs).unref();
  return async () => {
    stop.abort();
    clearTimeout(first);
    clearInterval(timer);
    await round;
  };
}

/** One round: all that is too old now. Returns how many were removed. */
export async function pruneOnce(
  deps: {
    readonly store: Pick<ExchangeStore, 'removeBefore'>;
    readonly retentionDays: number;
    readonly clock: Clock;
  },
  signal: AbortSignal,
  pause: () => Promise<void> = () => new Promise((resolve) => void setTimeout(resolve, pauseMs)),
): Promise<number> {
  const oldest = idBefore('exc', new Date(deps.clock.now().getTime() - deps.retentionDays * 24 * 60 * 60_000));
  let removed = 0;
  while (!signal.aborted) {
    const count = await deps.store.removeBefore(oldest, rowsAtOnce);
    removed += count;
    if (count < rowsAtOnce) break;
    await pause();
  }
  return removed;
}
