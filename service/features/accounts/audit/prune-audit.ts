import type { Clock } from '../../../platform/clock.ts';
import type { AuditStore } from './audit-store.ts';

/** What the contract says of `listAccountEvents`. */
const auditDays = 365;
/** Of each person, and of each organization: tries that fail may be many. */
const mostKept = 5_000;
const everyMs = 60 * 60_000;
const dayMs = 86_400_000;

/** Removes old events every hour. Returns how to end it, which waits for a round that is under way. */
export function pruneAudit(deps: {
  readonly store: Pick<AuditStore, 'prune'>;
  readonly clock: Clock;
  readonly log: { error(details: object, message: string): void };
}): () => Promise<void> {
  const { store, clock, log } = deps;
  let round: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    const before = new Date(clock.now().getTime() - auditDays * dayMs);
    round = store
      .prune({ before, most: mostKept })
      .catch((err: unknown) => log.error({ err }, 'old audit events could not be removed; trying again in an hour'));
  }, everyMs).unref();
  return async () => {
    clearInterval(timer);
    await round;
  };
}
