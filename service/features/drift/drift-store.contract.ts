import { describe, expect, test } from 'vitest';
import type { Exchange } from '../traffic/index.ts';
import { answered, missing } from './drift.fixture.ts';
import { driftBatch } from './drift-batch.ts';
import { cleanAnswersToResolve } from './drift-entry.ts';
import type { DriftStore } from './drift-store.ts';

const now = new Date('2026-11-21T10:00:00.000Z');
const all = { state: 'all', limit: 100 } as const;
const clean = (count: number) => Array.from({ length: count }, () => answered([]));

/** What every store of drift promises. */
export function driftStoreContract(openStore: () => Promise<DriftStore>): void {
  async function started() {
    const store = await openStore();
    const write = async (exchanges: readonly Exchange[], at = now) => {
      const batch = driftBatch();
      for (const exchange of exchanges) batch.add(exchange, () => true);
      return store.write(batch, at);
    };
    return { store, write, only: async () => (await store.list(all))[0] };
  }

  describe('a finding', () => {
    test('becomes an entry with its place, its count, its latest exchanges and an example', async () => {
      const { store, write } = await started();
      const [first, second] = [answered([missing]), answered([missing], { at: new Date('2026-11-21T09:40:00.000Z') })];
      await write([first, second]);
      expect(await store.list(all)).toEqual([
        {
          ...{ api: 'cardea', version: 'v2', operation: 'getCredential', environment: 'live', status: 200 },
          ...{ kind: 'schema', place: '/status', message: 'is required', count: 2, cleanAnswers: 0 },
          id: expect.stringMatching(/^drf_/) as unknown,
          firstSeen: first.at,
          lastSeen: second.at,
          example: '{ "id": "cred_1" }',
          exchanges: [second.id, first.id],
          resolved: null,
        },
      ]);
    });

    test('that comes again is counted in the same entry; its first time and its example stay', async () => {
      const { write, only } = await started();
      await write([answered([missing])]);
      const before = await only();
      const later = Array.from({ length: 7 }, () => answered([{ ...missing, example: undefined }], { at: now }));
      await write(later);
      const after = await only();
      expect(after).toMatchObject({ id: before?.id, count: 8, firstSeen: before?.firstSeen, lastSeen: now });
      expect(after?.example).toBe('{ "id": "cred_1" }');
      expect(after?.exchanges).toEqual(
        later
          .map(({ id }) => id)
          .reverse()
          .slice(0, 5),
      );
    });

    test.each<[string, Partial<Exchange>]>([
      ['version', { version: 'v1' }],
      ['operation', { operation: 'listCredentials' }],
      ['environment', { environment: 'sandbox' }],
      ['status', { upstreamStatus: 201 }],
    ])('of another %s has an entry of its own', async (_name, difference) => {
      const { store, write } = await started();
      await write([answered([missing]), answered([missing], difference)]);
      expect(await store.list(all)).toHaveLength(2);
    });

    test('in each item of a list is one place', async () => {
      const { store, write } = await started();
      const items = [0, 1, 12].map((index) => ({ ...missing, at: `/data/${index}/status` }));
      await write([answered(items)]);
      expect(await store.list(all)).toMatchObject([{ place: '/data/*/status', count: 1 }]);
    });

    test('finds room beside fifty others of its group, and no more', async () => {
      const { store, write } = await started();
      const findings = Array.from({ length: 60 }, (_, index) => ({ ...missing, at: `/x${index}` }));
      expect((await write([answered(findings)])).beyond).toBe(10);
      expect(await store.list(all)).toHaveLength(50);
      await write([answered([missing], { operation: 'other' })]);
      expect(await store.list(all)).toHaveLength(51);
    });
  });

  describe('an entry is resolved', () => {
    test('by so many answers in a row without it, over several writes', async () => {
      const { store, write, only } = await started();
      await write([answered([missing]), ...clean(10)]);
      expect((await only())?.cleanAnswers).toBe(10);
      await write(clean(cleanAnswersToResolve - 11));
      expect((await only())?.resolved).toBeNull();
      await write(clean(1));
      expect((await only())?.resolved).toEqual({ at: now, by: 'clean-answers' });
      expect([...(await store.openGroups())]).toEqual([]);
    });

    test('not by answers of another operation, environment or status', async () => {
      const { write, only } = await started();
      await write([answered([missing])]);
      const many = cleanAnswersToResolve;
      for (const difference of [{ operation: 'x' }, { environment: 'sandbox' as const }, { upstreamStatus: 404 }])
        await write(Array.from({ length: many }, () => answered([], difference)));
      expect(await only()).toMatchObject({ cleanAnswers: 0, resolved: null });
    });

    test('by a person, once, and opened again when it is seen again', async () => {
      const { store, write, only } = await started();
      await write([answered([missing])]);
      const id = (await only())?.id ?? '';
      expect((await store.resolve(id, now))?.resolved).toEqual({ at: now, by: 'person' });
      expect((await store.resolve(id, new Date()))?.resolved).toEqual({ at: now, by: 'person' });
      expect(await store.list({ state: 'open', limit: 9 })).toEqual([]);
      await write([answered([missing])]);
      expect(await only()).toMatchObject({ id, resolved: null, count: 2 });
      expect(await store.resolve('drf_none', now)).toBeNull();
    });

    test('and removed long after', async () => {
      const { store, write, only } = await started();
      await write([answered([missing]), answered([missing], { operation: 'other' })]);
      await store.resolve((await only())?.id ?? '', now);
      await store.removeResolved(now);
      expect(await store.list(all)).toHaveLength(2);
      await store.removeResolved(new Date(now.getTime() + 1));
      expect(await store.list(all)).toHaveLength(1);
    });
  });

  describe('the list', () => {
    test('has open entries first, the latest first, and as many as are asked for', async () => {
      const { store, write } = await started();
      const at = (minute: number) => new Date(`2026-11-21T09:${minute}:00.000Z`);
      for (const minute of [10, 30, 20])
        await write([answered([missing], { operation: `op${minute}`, at: at(minute) })]);
      const [latest] = await store.list(all);
      await store.resolve(latest?.id ?? '', now);
      expect((await store.list(all)).map(({ operation }) => operation)).toEqual(['op20', 'op10', 'op30']);
      expect(await store.list({ ...all, limit: 1 })).toHaveLength(1);
    });

    test('is narrowed by API, version, environment and state', async () => {
      const { store, write } = await started();
      await write([answered([missing]), answered([missing], { version: 'v1', environment: 'sandbox' })]);
      expect(await store.list({ ...all, api: 'other' })).toEqual([]);
      expect(await store.list({ ...all, api: 'cardea', version: 'v1' })).toHaveLength(1);
      expect(await store.list({ ...all, environment: 'live' })).toMatchObject([{ version: 'v2' }]);
      expect(await store.list({ ...all, state: 'resolved' })).toEqual([]);
      expect([...(await store.openGroups())].sort()).toEqual([
        'cardea/v1/getCredential sandbox 200',
        'cardea/v2/getCredential live 200',
      ]);
    });
  });

  test('two processes that write the same finding at once make one entry', async () => {
    const { store, write } = await started();
    await Promise.all(Array.from({ length: 8 }, () => write([answered([missing])])));
    expect(await store.list(all)).toMatchObject([{ count: 8 }]);
  });
}
