import type { FastifyInstance } from 'fastify';
import { type Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/index.ts';
import type { Upstream } from '../forward.ts';
import type { Timing } from '../resilience/timing.ts';
import { rememberedSince } from './answer-store.ts';
import { onceOnly } from './once-only.ts';
import { sqlAnswerStore } from './sql-answer-store.ts';

export interface Idempotency {
  /** An upstream that answers once to an `Idempotency-Key`. */
  readonly around: (send: Upstream) => Upstream;
  /** While the application runs, keys that are a day old are removed once an hour. */
  readonly cleanUp: (app: FastifyInstance) => void;
}

const hourMs = 3_600_000;

/** Answers to `Idempotency-Key`s of live upstreams, kept in the database for a day. */
export function idempotency(deps: {
  readonly database: Database;
  readonly clock: Clock;
  readonly timing: Timing;
  readonly log: { warn(details: object, message: string): void };
}): Idempotency {
  const { database, clock, log } = deps;
  const store = sqlAnswerStore(database);
  const remove = async (): Promise<void> => {
    try {
      await store.removeBefore(rememberedSince(clock.now()));
    } catch (err) {
      log.warn({ err }, 'old Idempotency-Keys could not be removed; trying again in an hour');
    }
  };
  return {
    around: (send) => onceOnly(send, { ...deps, store }),
    cleanUp(app) {
      let timer: NodeJS.Timeout | undefined;
      app.addHook('onReady', async () => {
        timer = setInterval(() => void remove(), hourMs).unref();
      });
      app.addHook('onClose', async () => clearInterval(timer));
    },
  };
}
