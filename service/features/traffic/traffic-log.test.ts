import { describe, expect, test, vi } from 'vitest';
import { anExchange } from './exchange.fixture.ts';
import type { Exchange } from './exchange.ts';
import type { ExchangeStore } from './exchange-store.ts';
import { isEvidence } from './evidence.ts';
import { trafficLog } from './traffic-log.ts';

/** A store in memory whose writes can be held back or made to fail. */
function memoryStore() {
  const kept: Exchange[] = [];
  const marked: string[] = [];
  const state = { failing: false, batches: [] as number[], gate: Promise.resolve() };
  const store: ExchangeStore = {
    async add(exchanges) {
      await state.gate;
      if (state.failing) throw new Error('the disk is full');
      state.batches.push(exchanges.length);
      kept.push(...exchanges);
    },
    list: async (organization, { limit }) => ({
      exchanges: kept
        .filter((exchange) => exchange.organization === organization)
        .slice(-limit)
        .reverse(),
      hasMore: false,
    }),
    findFirst: async (query) => kept.find((exchange) => isEvidence(exchange, query)) ?? null,
    after: async (organization, id, limit) =>
      kept.filter((exchange) => exchange.organization === organization && exchange.id > (id ?? '')).slice(0, limit),
    latest: async () => kept.toReversed(),
    latestIds: async () => kept.map(({ id }) => id).reverse(),
    findByRequestId: async (_, id) => kept.find((exchange) => exchange.requestId === id) ?? null,
    findById: async (id) => kept.find((exchange) => exchange.id === id) ?? null,
    keep: async ({ id }) => void marked.push(id),
    removeBefore: async () => 0,
  };
  return { store, state, kept, marked };
}

const silent = { error: () => undefined };
const query = {
  organization: 'org_1',
  api: 'cardea',
  version: 'v2',
  operation: 'createCredentialOffer',
  status: '201',
};

describe('recording', () => {
  test('writes in batches after at most the given time', async () => {
    vi.useFakeTimers();
    const { store, state } = memoryStore();
    const traffic = trafficLog({ store, log: silent, writeEveryMs: 100 });
    for (let i = 0; i < 5; i += 1) traffic.record(anExchange());
    await vi.advanceTimersByTimeAsync(99);
    expect(state.batches).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(state.batches).toEqual([5]);
    vi.useRealTimers();
  });

  test('does not wait when a batch is full', async () => {
    vi.useFakeTimers();
    const { store, state } = memoryStore();
    const traffic = trafficLog({ store, log: silent, writeEveryMs: 60_000, batchSize: 3 });
    for (let i = 0; i < 3; i += 1) traffic.record(anExchange());
    await vi.advanceTimersByTimeAsync(0);
    expect(state.batches).toEqual([3]);
    vi.useRealTimers();
  });

  test('close writes what is left', async () => {
    const { store, kept } = memoryStore();
    const traffic = trafficLog({ store, log: silent, writeEveryMs: 60_000 });
    traffic.record(anExchange({ id: 'exc_last' }));
    await traffic.close();
    expect(kept.map((exchange) => exchange.id)).toEqual(['exc_last']);
  });
});

describe('reading', () => {
  test('finds evidence that is not yet written', async () => {
    const { store } = memoryStore();
    const traffic = trafficLog({ store, log: silent, writeEveryMs: 60_000 });
    traffic.record(anExchange({ id: 'exc_new' }));
    expect((await traffic.findFirst(query))?.id).toBe('exc_new');
  });

  test('finds evidence that is being written', async () => {
    const { store, state } = memoryStore();
    const gate = Promise.withResolvers<void>();
    state.gate = gate.promise;
    const traffic = trafficLog({ store, log: silent, writeEveryMs: 60_000 });
    traffic.record(anExchange({ id: 'exc_writing' }));
    const flushed = traffic.flush();
    expect((await traffic.findFirst(query))?.id).toBe('exc_writing');
    gate.resolve();
    await flushed;
    expect((await traffic.findFirst(query))?.id).toBe('exc_writing');
  });

  test('lists what was recorded just before, also while another batch is being written', async () => {
    const { store, state } = memoryStore();
    const gate = Promise.withResolvers<void>();
    state.gate = gate.promise;
    const traffic = trafficLog({ store, log: silent, writeEveryMs: 60_000 });
    traffic.record(anExchange({ id: 'exc_1' }));
    const flushed = traffic.flush();
    traffic.record(anExchange({ id: 'exc_2' }));
    const listed = traffic.list('org_1', { limit: 10 });
    gate.resolve();
    await flushed;
    expect((await listed).exchanges.map((exchange) => exchange.id)).toEqual(['exc_2', 'exc_1']);
  });
});

describe('a database that does not take exchanges', () => {
  test('loses none: they are written when it does again, and both are logged', async () => {
    vi.useFakeTimers();
    const { store, state, kept } = memoryStore();
    const error = vi.fn();
    const traffic = trafficLog({ store, log: { error }, writeEveryMs: 100 });
    state.failing = true;
    traffic.record(anExchange({ id: 'exc_1' }));
    await vi.advanceTimersByTimeAsync(100);
    expect(error).toHaveBeenLastCalledWith(
      expect.objectContaining({ waiting: 1 }),
      expect.stringContaining('trying again'),
    );
    traffic.record(anExchange({ id: 'exc_2' }));
    state.failing = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(kept.map((exchange) => exchange.id)).toEqual(['exc_1', 'exc_2']);
    expect(error).toHaveBeenLastCalledWith(expect.objectContaining({ dropped: 0 }), 'exchanges are written again');
    vi.useRealTimers();
  });

  test('beyond the capacity the oldest are dropped, and their number is logged', async () => {
    const { store, state, kept } = memoryStore();
    const error = vi.fn();
    const traffic = trafficLog({ store, log: { error }, writeEveryMs: 60_000, capacity: 10 });
    state.failing = true;
    for (let i = 0; i < 25; i += 1) traffic.record(anExchange({ id: `exc_${i}` }));
    await expect(traffic.flush()).rejects.toThrow('the disk is full');
    expect(error).toHaveBeenLastCalledWith(expect.objectContaining({ waiting: 10, dropped: 15 }), expect.anything());
    state.failing = false;
    await traffic.flush();
    expect(kept.map((exchange) => exchange.id)).toEqual(Array.from({ length: 10 }, (_, i) => `exc_${i + 15}`));
  });

  test('what waits has excerpts up to a number, so that its memory has a bound', async () => {
    const { store, state, kept } = memoryStore();
    const traffic = trafficLog({ store, log: silent, writeEveryMs: 60_000, excerptsAtMost: 2 });
    state.failing = true;
    const excerpt = { request: 'GET /', answer: '502' };
    for (let i = 0; i < 4; i += 1) traffic.record(anExchange({ excerpt }));
    expect(traffic.state()).toEqual({ waiting: 4, written: 0, dropped: 0, failures: 0 });
    await expect(traffic.flush()).rejects.toThrow();
    state.failing = false;
    await traffic.flush();
    expect(kept.map((exchange) => exchange.excerpt)).toEqual([excerpt, excerpt, null, null]);
    expect(traffic.state()).toEqual({ waiting: 0, written: 4, dropped: 0, failures: 1 });
  });

  test('what a stop could not write is counted', async () => {
    const { store, state } = memoryStore();
    const error = vi.fn();
    const traffic = trafficLog({ store, log: { error }, writeEveryMs: 60_000 });
    state.failing = true;
    traffic.record(anExchange());
    traffic.record(anExchange());
    await traffic.close();
    expect(error).toHaveBeenLastCalledWith({ lost: 2 }, expect.stringContaining('lost'));
  });
});

describe('a proof', () => {
  test('is taken out of the retention once, but not that of a guest, who goes anyway', async () => {
    const { store, marked } = memoryStore();
    const traffic = trafficLog({ store, log: silent });
    traffic.record(anExchange({ id: 'exc_1' }));
    traffic.record(anExchange({ id: 'exc_2', organization: 'org_guest_1' }));
    await traffic.flush();
    await traffic.findFirst(query);
    await traffic.findFirst(query);
    await traffic.findFirst({ ...query, organization: 'org_guest_1' });
    expect(marked).toEqual(['exc_1']);
  });
});

describe('subscribers', () => {
  test('of all hear everybody’s, with where it stands in its trace', () => {
    const { store } = memoryStore();
    const traffic = trafficLog({ store, log: silent });
    const heard: unknown[] = [];
    traffic.follow((exchange, trace) => heard.push([exchange.id, trace?.spanId]));
    const trace = { spanId: '00f067aa0ba902b7', parentSpanId: null, isSampled: true, state: '', upstream: null };
    traffic.record(anExchange({ id: 'exc_1', organization: null }), trace);
    traffic.record(anExchange({ id: 'exc_2' }));
    expect(heard).toEqual([
      ['exc_1', '00f067aa0ba902b7'],
      ['exc_2', undefined],
    ]);
  });

  test('hear of their own organization at once, until they end it', () => {
    const { store } = memoryStore();
    const traffic = trafficLog({ store, log: silent });
    const heard: string[] = [];
    const end = traffic.subscribe('org_1', (exchange) => heard.push(exchange.id));
    traffic.record(anExchange({ id: 'exc_1' }));
    traffic.record(anExchange({ id: 'exc_2', organization: 'org_2' }));
    traffic.record(anExchange({ id: 'exc_3', organization: null }));
    end();
    traffic.record(anExchange({ id: 'exc_4' }));
    expect(heard).toEqual(['exc_1']);
  });

  test('one that fails hurts neither the record nor the others', () => {
    const { store } = memoryStore();
    const error = vi.fn();
    const traffic = trafficLog({ store, log: { error } });
    const heard: string[] = [];
    traffic.subscribe('org_1', () => {
      throw new Error('broken');
    });
    traffic.subscribe('org_1', (exchange) => heard.push(exchange.id));
    traffic.record(anExchange({ id: 'exc_1' }));
    expect(heard).toEqual(['exc_1']);
    expect(error).toHaveBeenCalledOnce();
  });
});
