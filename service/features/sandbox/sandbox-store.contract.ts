import { describe, expect, test } from 'vitest';
import { layeredState } from './layered-state.ts';
import type { SandboxStore, Space } from './sandbox-store.ts';
import type { KeptItem, Page, Place } from './state.ts';

const space: Space = { organization: 'org_1', api: 'cardea', version: 'v2' };
const offers = '/credential-offers';

export interface MovableClock {
  now(): Date;
  advanceHours(hours: number): void;
}

/** What every store of sandboxes promises. */
export function sandboxStoreContract(openStore: () => Promise<{ store: SandboxStore; clock: MovableClock }>): void {
  describe('rows of a space', () => {
    test('are there after the write, and only in their own space', async () => {
      const { store } = await openStore();
      await store.write(space, (rows) => rows.save(offers, { id: 'off_1', position: 1, value: '{"a":1}' }));
      const find = (of: Space) => store.read(of, (rows) => rows.find(offers, 'off_1'));
      expect(await find(space)).toEqual({ id: 'off_1', position: 1, value: '{"a":1}' });
      for (const difference of [{ organization: 'org_2' }, { api: 'other' }, { version: 'v1' }]) {
        expect(await find({ ...space, ...difference })).toBeUndefined();
      }
    });

    test('are not there when the write fails on the way', async () => {
      const { store } = await openStore();
      const failing = store.write(space, async (rows) => {
        await rows.save(offers, { id: 'off_1', position: 1, value: '{}' });
        await rows.saveAnswer('key', { fingerprint: 'f', status: 201, headers: '{}', body: null });
        throw new Error('on purpose');
      });
      await expect(failing).rejects.toThrow('on purpose');
      expect(await store.read(space, (rows) => rows.find(offers, 'off_1'))).toBeUndefined();
      expect(await store.read(space, (rows) => rows.findAnswer('key', new Date(0)))).toBeUndefined();
    });

    test('writes of one space take turns: none is lost', async () => {
      const { store } = await openStore();
      const append = () =>
        store.write(space, async (rows) => {
          const position = (await rows.lastPosition(offers)) + 1;
          await rows.save(offers, { id: `off_${position}`, position, value: '{}' });
        });
      await Promise.all(Array.from({ length: 30 }, append));
      expect(await store.read(space, (rows) => rows.countCreated(offers))).toBe(30);
    });
  });

  describe('answers to idempotency keys', () => {
    const answer = { fingerprint: 'f', status: 201, headers: '{"location":"/x"}', body: '{}' };

    test('are kept with the write, until they are too old', async () => {
      const { store, clock } = await openStore();
      const before = clock.now();
      await store.write(space, (rows) => rows.saveAnswer('key', answer));
      expect(await store.read(space, (rows) => rows.findAnswer('key', before))).toEqual(answer);
      const later = new Date(before.getTime() + 1);
      expect(await store.read(space, (rows) => rows.findAnswer('key', later))).toBeUndefined();
    });

    test('one key in two spaces is two keys', async () => {
      const { store } = await openStore();
      await store.write(space, (rows) => rows.saveAnswer('key', answer));
      const other = { ...space, organization: 'org_2' };
      expect(await store.read(other, (rows) => rows.findAnswer('key', new Date(0)))).toBeUndefined();
    });
  });

  describe('forgetting', () => {
    test('takes guests that changed nothing for long, and no others', async () => {
      const { store, clock } = await openStore();
      const put = (organization: string, id: string) =>
        store.write({ ...space, organization }, (rows) => rows.save(offers, { id, position: 1, value: '{}' }));
      await put('org_guest_old', 'a');
      await put('org_guest_back', 'b');
      await put('org_1', 'c');
      clock.advanceHours(10);
      await put('org_guest_back', 'd');
      const hourAgo = new Date(clock.now().getTime() - 3_600_000);
      const request = { guestPrefix: 'org_guest_', untouchedSince: hourAgo, answersBefore: hourAgo };
      expect(await store.forget(request)).toBe(1);
      expect(await store.forget(request)).toBe(0);
      const find = (organization: string, id: string) =>
        store.read({ ...space, organization }, (rows) => rows.find(offers, id));
      expect(await find('org_guest_old', 'a')).toBeUndefined();
      expect(await find('org_guest_back', 'b')).toBeDefined();
      expect(await find('org_1', 'c')).toBeDefined();
    });
  });

  describe('rows over seeds', () => {
    const place: Place = { key: offers, template: offers, parents: new Map() };
    const seeds: readonly KeptItem[] = ['s3', 's2', 's1'].map((id) => ({ id, item: { id, kind: 'seed' } }));

    async function open() {
      const { store } = await openStore();
      const read = <T>(work: (state: ReturnType<typeof layeredState>) => Promise<T>) =>
        store.read(space, (rows) => work(layeredState(rows, () => seeds)));
      const write = <T>(work: (state: ReturnType<typeof layeredState>) => Promise<T>) =>
        store.write(space, (rows) => work(layeredState(rows, () => seeds)));
      return { read, write };
    }
    const ids = (page: Page) => (page.kind === 'page' ? page.items.map((kept) => kept.id) : page.kind);

    test('a fresh sandbox has the seeds', async () => {
      const { read } = await open();
      expect(ids(await read((state) => state.page(place, { limit: 10 })))).toEqual(['s3', 's2', 's1']);
      expect(await read((state) => state.get(place, 's2'))).toEqual({ id: 's2', kind: 'seed' });
      expect(await read((state) => state.get(place, 's9'))).toBeUndefined();
    });

    test('what is created comes first, what changes stays where it is, what is deleted is away', async () => {
      const { read, write } = await open();
      await write((state) => state.put(place, 'c1', { id: 'c1' }));
      await write((state) => state.put(place, 'c2', { id: 'c2' }));
      await write((state) => state.put(place, 's2', { id: 's2', kind: 'changed' }));
      await write((state) => state.put(place, 'c1', { id: 'c1', kind: 'changed' }));
      await write((state) => state.remove(place, 's3'));
      expect(ids(await read((state) => state.page(place, { limit: 10 })))).toEqual(['c2', 'c1', 's2', 's1']);
      expect(await read((state) => state.get(place, 's2'))).toEqual({ id: 's2', kind: 'changed' });
      expect(await read((state) => state.get(place, 'c1'))).toEqual({ id: 'c1', kind: 'changed' });
      expect(await read((state) => state.get(place, 's3'))).toBeNull();
      await write((state) => state.remove(place, 'c2'));
      const page = await read((state) => state.page(place, { limit: 10, counted: true }));
      expect(page).toMatchObject({ total: 3, hasMore: false });
    });

    test('pages go on after and before every item, in both directions', async () => {
      const { read, write } = await open();
      for (const id of ['c1', 'c2', 'c3']) await write((state) => state.put(place, id, { id }));
      await write((state) => state.remove(place, 's2'));
      const order = ['c3', 'c2', 'c1', 's3', 's1'];
      for (const [oldestFirst, whole] of [
        [false, order],
        [true, [...order].reverse()],
      ] as const) {
        for (const [at, id] of whole.entries()) {
          const next = await read((state) => state.page(place, { limit: 2, after: id, oldestFirst }));
          expect(ids(next)).toEqual(whole.slice(at + 1, at + 3));
          expect(next).toMatchObject({ hasMore: at + 3 < whole.length });
          const previous = await read((state) => state.page(place, { limit: 2, before: id, oldestFirst }));
          expect(ids(previous)).toEqual(whole.slice(Math.max(at - 2, 0), at));
        }
      }
      const deleted = await read((state) => state.page(place, { limit: 9, after: 's2' }));
      expect(ids(deleted)).toEqual(['s1']);
      expect(ids(await read((state) => state.page(place, { limit: 9, after: 'nobody' })))).toBe('unknown-cursor');
    });

    test('offset, filter and total go together', async () => {
      const { read, write } = await open();
      for (let n = 1; n <= 7; n += 1)
        await write((state) => state.put(place, `c${n}`, { id: `c${n}`, even: n % 2 === 0 }));
      const even = (item: { even?: unknown }) => item.even === true;
      const page = await read((state) => state.page(place, { limit: 1, offset: 1, fits: even, counted: true }));
      expect(ids(page)).toEqual(['c4']);
      expect(page).toMatchObject({ hasMore: true, total: 3 });
      const all = await read((state) => state.page(place, { limit: 1, counted: true }));
      expect(all).toMatchObject({ total: 10 });
    });

    test('a condition leaves out what has another word, and never what fits', async () => {
      const { read, write } = await open();
      const members: readonly (readonly [string, unknown])[] = [
        ['text', 'open'],
        ['number', 7],
        ['decimal', 0.5],
        ['large', 1e21],
        ['yes', true],
        ['no', false],
        ['digits', '7'],
        ['list', ['open', 'shut']],
        ['object', { id: 'open' }],
        ['nothing', null],
        ['quoted', 'it\'s "so" \\ %'],
        ['absent', undefined],
      ];
      await write(async (state) => {
        for (const [id, value] of members) await state.put(place, id, { id, 'odd."name': value });
      });
      const found = async (...isOneOf: (string | number | boolean)[]) =>
        ids(await read((state) => state.page(place, { limit: 50, where: [{ member: 'odd."name', isOneOf }] })));
      // An object or a list is left to who asks; the examples are in memory and not the database's business.
      const always = ['object', 'list', 's3', 's2', 's1'];
      expect(await found('open')).toEqual([...always.slice(0, 2), 'text', ...always.slice(2)]);
      expect(await found('7')).toEqual([...always.slice(0, 2), 'digits', 'number', ...always.slice(2)]);
      expect(await found(7)).toEqual(await found('7'));
      expect(await found('0.5')).toContain('decimal');
      expect(await found('1e+21')).toContain('large');
      expect(await found('true')).toContain('yes');
      expect(await found(false, 'true')).toEqual([...always.slice(0, 2), 'no', 'yes', ...always.slice(2)]);
      expect(await found('it\'s "so" \\ %')).toContain('quoted');
      expect(await found('null')).toEqual(always);
    });

    test('a number is never given twice', async () => {
      const { write } = await open();
      const given: number[] = [];
      for (let n = 0; n < 3; n += 1) {
        const next = await write(async (state) => {
          const number = await state.nextNumber(place);
          await state.put(place, String(number), { id: number });
          return number;
        });
        given.push(next);
        await write((state) => state.remove(place, String(next)));
      }
      expect(new Set(given).size).toBe(3);
    });

    test('reads in pieces what is more than one piece', async () => {
      const { read, write } = await open();
      await write(async (state) => {
        for (let n = 1; n <= 1100; n += 1) await state.put(place, `c${n}`, { id: `c${n}` });
      });
      const page = await read((state) => state.page(place, { limit: 2000 }));
      expect(page.kind === 'page' && page.items.length).toBe(1103);
    });
  });
}
