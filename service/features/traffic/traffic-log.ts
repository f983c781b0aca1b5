import { isGuestOrganization } from '../keys/index.ts';
import { isEvidence, type EvidenceQuery } from './evidence.ts';
import type { Exchange } from './exchange.ts';
import type { ExchangePage, ExchangeStore, PageQuery } from './exchange-store.ts';
import { subscribers, type ExchangeListener, type ExchangeTrace } from './subscribers.ts';

/**
 * The record of what went through the gateway.
 *
 * `record` never waits: exchanges are kept in memory and written in batches, at most `writeEveryMs` after the first
 * of a batch. Loss window: an exchange that was recorded less than that, plus the time of one write, before a
 * `kill -9` or a power cut is lost. A graceful stop (`close`) loses nothing.
 */
export interface TrafficLog {
  record(exchange: Exchange, trace?: ExchangeTrace): void;
  /** Newest first; what is not yet written is written before. */
  list(organization: string, query: PageQuery): Promise<ExchangePage>;
  /** The first exchange that is what the query asks for, also where it is not yet written. */
  findFirst(query: EvidenceQuery): Promise<Exchange | null>;
  /** Those recorded after the one with this id, oldest first, also where they are not yet written; nothing is written for it. */
  after(organization: string, id: string | null, limit: number): Promise<readonly Exchange[]>;
  /** The newest of an organization, newest first, also where they are not yet written, without the excerpts of those that are. */
  latest(organization: string, limit: number): Promise<readonly Exchange[]>;
  /** The ids of the newest that are written: they change when another process records one, also where its clock is behind. */
  latestIds(organization: string, limit: number): Promise<readonly string[]>;
  /** An exchange of any organization, also where it is not yet written. */
  find(id: string): Promise<Exchange | null>;
  /** An organization's own, by its id or by the `Request-Id` of its answer, also where it is not yet written. */
  findOwn(organization: string, id: string): Promise<Exchange | null>;
  /** Calls the listener at each record of the organization, at once. Returns how to end it. */
  subscribe(organization: string, listener: ExchangeListener): () => void;
  /** Calls the listener at each record of anybody, at once, for as long as the process lives. */
  follow(listener: ExchangeListener): void;
  /** How the writing goes, since the start. */
  state(): TrafficState;
  /** Resolves when all that was recorded before is written; rejects when the database does not take it. */
  flush(): Promise<void>;
  /** Writes the rest and ends. What cannot be written is counted in the log. */
  close(): Promise<void>;
}

export interface TrafficState {
  /** Recorded, and not yet in the database. */
  readonly waiting: number;
  readonly written: number;
  readonly dropped: number;
  /** Attempts to write that failed. */
  readonly failures: number;
}

export interface TrafficLogOptions {
  readonly store: ExchangeStore;
  readonly log: { error(details: object, message: string): void };
  readonly writeEveryMs?: number;
  /** A batch of this size is written without waiting. */
  readonly batchSize?: number;
  /** How many may wait while the database does not take them; beyond it the oldest are dropped, counted and logged. */
  readonly capacity?: number;
  /** Beyond so many that wait, exchanges are kept without their excerpts: so much memory it may take. */
  readonly excerptsAtMost?: number;
}

const knownAtMost = 10_000;

export function trafficLog(options: TrafficLogOptions): TrafficLog {
  const { store, log, writeEveryMs = 100, batchSize = 500, capacity = 20_000, excerptsAtMost = 1000 } = options;
  const listeners = subscribers(log);
  let waiting: Exchange[] = [];
  let writing: readonly Exchange[] = [];
  let write: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;
  let dropped = 0;
  /** Proofs that are marked already. */
  const known = new Set<string>();
  const total = { written: 0, dropped: 0, failures: 0 };

  function schedule(delayMs: number): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      // A failure is logged where it happens; the next attempt is already scheduled.
      writeBatch().catch(() => undefined);
    }, delayMs).unref();
  }

  function unscheduled(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  /** Writes what waits now. Joins a write that is under way. */
  function writeBatch(): Promise<void> {
    if (write !== null) return write;
    if (waiting.length === 0) return Promise.resolve();
    unscheduled();
    writing = waiting;
    waiting = [];
    write = store
      .add(writing)
      .then(written, notWritten)
      .finally(() => (write = null));
    return write;
  }

  function written(): void {
    total.written += writing.length;
    writing = [];
    if (failures > 0) log.error({ failures, dropped }, 'exchanges are written again');
    failures = 0;
    dropped = 0;
    if (waiting.length > 0) schedule(waiting.length >= batchSize ? 0 : writeEveryMs);
  }

  function notWritten(error: unknown): never {
    waiting = [...writing, ...waiting];
    writing = [];
    failures += 1;
    total.failures += 1;
    keepWithinCapacity();
    log.error(
      { err: error, waiting: waiting.length, dropped, failures },
      'exchanges could not be written; trying again',
    );
    schedule(Math.min(writeEveryMs * 2 ** failures, 5000));
    throw error;
  }

  function keepWithinCapacity(): void {
    const excess = waiting.length - capacity;
    if (excess <= 0) return;
    waiting = waiting.slice(excess);
    dropped += excess;
    total.dropped += excess;
  }

  /** What has proven a step outlives the retention. A guest does not. */
  function keptProof(exchange: Exchange | null): Exchange | null {
    const isLasting = exchange?.organization && !isGuestOrganization(exchange.organization);
    if (!isLasting || known.has(exchange.id)) return exchange;
    if (known.size >= knownAtMost) known.clear();
    known.add(exchange.id);
    store.keep(exchange).catch((err: unknown) => {
      known.delete(exchange.id);
      log.error({ err, exchange: exchange.id }, 'a proof could not be marked; trying again when it is next looked for');
    });
    return exchange;
  }

  async function flush(): Promise<void> {
    // A write under way does not hold what was recorded since: a second one does.
    if (write !== null) await write.catch(() => undefined);
    await writeBatch();
  }

  const unwrittenOf = (organization: string): readonly Exchange[] =>
    [...writing, ...waiting].filter((one) => one.organization === organization);

  return {
    record(exchange, trace) {
      const isSlim = exchange.excerpt === null || waiting.length < excerptsAtMost;
      waiting.push(isSlim ? exchange : { ...exchange, excerpt: null });
      // Cut rarely: a slice for each record beyond the limit would copy the whole buffer each time.
      if (waiting.length > capacity * 1.1) keepWithinCapacity();
      if (waiting.length === batchSize && failures === 0) {
        unscheduled();
        schedule(0);
      } else schedule(writeEveryMs);
      listeners.tell(exchange, trace);
    },
    async list(organization, query) {
      await flush();
      return store.list(organization, query);
    },
    async findFirst(query) {
      // A pair may lie half in the store and half in memory: written first, it is looked for in one place.
      if (query.after !== undefined) {
        await flush();
        return keptProof(await store.findFirst(query));
      }
      // Taken before the store is asked: what is written in between is then found there.
      const unwritten = [...writing, ...waiting];
      const stored = keptProof(await store.findFirst(query));
      return stored ?? unwritten.find((exchange) => isEvidence(exchange, query)) ?? null;
    },
    async after(organization, id, limit) {
      const unwritten = unwrittenOf(organization).filter((one) => one.id > (id ?? ''));
      return inOrder(await store.after(organization, id, limit), unwritten).slice(0, limit);
    },
    async latest(organization, limit) {
      const unwritten = unwrittenOf(organization);
      return inOrder(await store.latest(organization, limit), unwritten)
        .reverse()
        .slice(0, limit);
    },
    latestIds: (organization, limit) => store.latestIds(organization, limit),
    find: async (id) => [...writing, ...waiting].find((exchange) => exchange.id === id) ?? (await store.findById(id)),
    async findOwn(organization, id) {
      const unwritten = [...writing, ...waiting].find((one) => one.id === id || one.requestId === id);
      const found =
        unwritten ?? (await (id.startsWith('exc_') ? store.findById(id) : store.findByRequestId(organization, id)));
      return found?.organization === organization ? found : null;
    },
    subscribe: (organization, listener) => listeners.add(organization, listener),
    follow: (listener) => listeners.addForAll(listener),
    state: () => ({ ...total, waiting: writing.length + waiting.length }),
    flush,
    async close() {
      await flush().catch(() => undefined);
      unscheduled();
      const lost = waiting.length + dropped;
      if (lost > 0) log.error({ lost }, 'exchanges were lost: the database did not take them before the stop');
    },
  };
}

/** Both together, each once, oldest first. */
function inOrder(stored: readonly Exchange[], unwritten: readonly Exchange[]): Exchange[] {
  const known = new Set(stored.map(({ id }) => id));
  const all = [...stored, ...unwritten.filter(({ id }) => !known.has(id))];
  return all.sort((one, other) => (one.id < other.id ? -1 : 1));
}
