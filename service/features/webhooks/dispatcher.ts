import type { Clock } from '../../platform/clock.ts';
import type { Delivery } from './delivery.ts';
import type { WebhookStore } from './webhook-store.ts';

export interface Dispatcher {
  start(): void;
  /** Looks soon for what is due. */
  readonly wake: () => void;
  /** Sends what is due now, and resolves when nothing is under way any more. */
  runDue(): Promise<void>;
  /** Takes nothing more, and waits for what is under way. */
  stop(): Promise<void>;
}

export interface DispatcherOptions {
  readonly store: Pick<WebhookStore, 'claim' | 'release' | 'hasDue'>;
  readonly clock: Clock;
  readonly attempt: (delivery: Delivery) => Promise<unknown>;
  readonly log: { error(details: object, message: string): void };
  /** How many are sent at once in this process, to one endpoint and to all. */
  readonly atOnce?: number;
  readonly atOnceALane?: number;
  /** Longer than an attempt can take: after it, another instance takes over. */
  readonly leaseMs: number;
  readonly pollMs?: number;
}

/** After a commit that is under way while the dispatcher is woken. */
const wakeAfterMs = 20;

/** Takes deliveries that are due and sends them, so many at once; several processes share the work. */
export function dispatcher(options: DispatcherOptions): Dispatcher {
  const { store, clock, attempt, log, leaseMs, atOnce = 32, atOnceALane = 4, pollMs = 1000 } = options;
  const running = new Map<string, number>();
  const underWay = new Set<Promise<void>>();
  let looking: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let soon: NodeJS.Timeout | undefined;
  let isStopped = false;

  const runningIn = (lane: string) => running.get(lane) ?? 0;

  function begin(delivery: Delivery): void {
    const { lane, id } = delivery;
    running.set(lane, runningIn(lane) + 1);
    const work = attempt(delivery)
      .then(
        () => undefined,
        (error: unknown) => log.error({ err: error, delivery: id }, 'a webhook could not be sent; trying again'),
      )
      .finally(() => {
        underWay.delete(work);
        if (runningIn(lane) <= 1) running.delete(lane);
        else running.set(lane, runningIn(lane) - 1);
        // What waited for a place in this lane may be due.
        wake();
      });
    underWay.add(work);
  }

  /** Claims once; true where there may be more. */
  async function claim(): Promise<boolean> {
    const limit = atOnce - underWay.size;
    if (limit <= 0 || isStopped) return false;
    const now = clock.now();
    if (!(await store.hasDue(now))) return false;
    const fullLanes = [...running].filter(([, count]) => count >= atOnceALane).map(([lane]) => lane);
    const leasedUntil = new Date(now.getTime() + leaseMs);
    const claimed = await store.claim({ now, leasedUntil, limit, fullLanes });
    const tooMany: string[] = [];
    for (const delivery of claimed) {
      if (isStopped || runningIn(delivery.lane) >= atOnceALane) tooMany.push(delivery.id);
      else begin(delivery);
    }
    await store.release(tooMany);
    return claimed.length === limit && tooMany.length < claimed.length;
  }

  async function look(): Promise<void> {
    try {
      while (await claim()) continue;
    } catch (error) {
      if (!isStopped) log.error({ err: error }, 'webhooks that are due could not be read; trying again');
    }
  }

  function lookOnce(): Promise<void> {
    looking ??= look().finally(() => (looking = null));
    return looking;
  }

  function wake(): void {
    if (isStopped) return;
    soon ??= setTimeout(() => {
      soon = undefined;
      void lookOnce();
    }, wakeAfterMs).unref();
  }

  return {
    start() {
      timer ??= setInterval(() => void lookOnce(), pollMs).unref();
      wake();
    },
    wake,
    async runDue() {
      do {
        await lookOnce();
        await Promise.all(underWay);
      } while (await store.hasDue(clock.now()));
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      clearTimeout(soon);
      await looking;
      await Promise.all(underWay);
    },
  };
}
