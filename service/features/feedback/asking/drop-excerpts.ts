import type { Clock } from '../../../platform/clock.ts';
import type { ItemStore } from '../items/item-store.ts';

const atOnce = 200;
const everyMs = 60 * 60_000;
const dayMs = 24 * 60 * 60_000;

/** Takes the excerpts out of items that are older than so many days, every hour. Returns how to end it. */
export function dropOldExcerpts(deps: {
  readonly store: Pick<ItemStore, 'dropExcerpts'>;
  readonly days: number;
  readonly clock: Clock;
  readonly log: { error(details: object, message: string): void };
}): () => Promise<void> {
  let round: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    round = dropOnce(deps).then(
      () => undefined,
      (err: unknown) =>
        deps.log.error({ err }, 'old excerpts of feedback could not be removed; trying again in an hour'),
    );
  }, everyMs).unref();
  return async () => {
    clearInterval(timer);
    await round;
  };
}

/** One round: all that is too old now. */
export async function dropOnce(deps: {
  readonly store: Pick<ItemStore, 'dropExcerpts'>;
  readonly days: number;
  readonly clock: Clock;
}): Promise<number> {
  const before = new Date(deps.clock.now().getTime() - deps.days * dayMs);
  let dropped = 0;
  for (;;) {
    const count = await deps.store.dropExcerpts(before, atOnce);
    dropped += count;
    if (count < atOnce) return dropped;
  }
}
