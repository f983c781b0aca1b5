import { beforeEach, describe, expect, test } from 'vitest';
import { anAttachedExchange, anItem } from './item.fixture.ts';
import type { ItemQuery, ItemStore } from './item-store.ts';

/** What every store of feedback promises. */
export function itemStoreContract(open: () => Promise<ItemStore>): void {
  let store: ItemStore;
  beforeEach(async () => {
    store = await open();
  });

  describe('an item', () => {
    test('is found as it was stored', async () => {
      const quote = { text: 'the <b>key</b>', before: 'with ', after: '.\u202e' };
      const full = anItem({
        kind: 'quote',
        context: { quote, api: 'cardea', version: 'v2', operation: 'createOffer', language: 'go', query: 'x' },
        ...{ email: 'ada@example.com', person: 'per_1', organization: 'org_1', held: 'no-proof' },
        exchange: anAttachedExchange(),
      });
      await store.add(full);
      expect(await store.find(full.id)).toEqual(full);
    });

    test('may have next to nothing', async () => {
      const bare = anItem({ pageText: null, helpful: null, reason: null, comment: null });
      await store.add(bare);
      expect(await store.find(bare.id)).toEqual(bare);
    });

    test('is not stored twice', async () => {
      const item = anItem();
      await store.add(item);
      await expect(store.add({ ...item, comment: 'other' })).rejects.toThrow();
      expect(await store.find(item.id)).toEqual(item);
    });

    test('that is not there is null', async () => {
      expect(await store.find('fbk_none')).toBeNull();
    });
  });

  test('what a person said is listed, and stays without their name and address when they are forgotten', async () => {
    const mine = [
      anItem({ person: 'per_1', email: 'ada@example.com', organization: 'org_1' }),
      anItem({ person: 'per_1' }),
    ];
    const other = anItem({ person: 'per_2' });
    for (const item of [...mine, other]) await store.add(item);
    expect(await store.ofPerson('per_1')).toEqual(mine);
    expect(await store.forgetPerson('per_1')).toBe(2);
    expect(await store.ofPerson('per_1')).toEqual([]);
    const [first = anItem()] = mine;
    expect(await store.find(first.id)).toEqual({ ...first, person: null, email: null, organization: null });
    expect(await store.ofPerson('per_2')).toEqual([other]);
  });

  test('excerpts of old items go, a few at a time; the rest of the exchange stays', async () => {
    const exchange = anAttachedExchange();
    const at = (day: string) => new Date(`2026-11-${day}T00:00:00.000Z`);
    const [old, older, young] = [
      anItem({ exchange, receivedAt: at('02') }),
      anItem({ exchange, receivedAt: at('01') }),
      anItem({ exchange, receivedAt: at('20') }),
    ];
    for (const item of [old, older, young, anItem({ receivedAt: at('01') })]) await store.add(item);
    const rounds = [
      await store.dropExcerpts(at('10'), 1),
      await store.dropExcerpts(at('10'), 5),
      await store.dropExcerpts(at('10'), 5),
    ];
    expect(rounds).toEqual([1, 1, 0]);
    expect((await store.find(old.id))?.exchange).toEqual({ ...exchange, excerpt: null });
    expect((await store.find(young.id))?.exchange).toEqual(exchange);
  });

  test('a proof is spent once, also by fifty at the same time, and forgotten when it has expired', async () => {
    const [now, expires] = [new Date('2026-11-21T09:00:00Z'), new Date('2026-11-21T10:00:00Z')];
    const spent = await Promise.all(Array.from({ length: 50 }, () => store.spendProof('sig', expires, now)));
    expect(spent.filter(Boolean)).toHaveLength(1);
    expect(await store.spendProof('other', expires, new Date('2026-11-21T11:00:00Z'))).toBe(true);
    expect(await store.spendProof('sig', expires, new Date('2026-11-21T11:00:00Z'))).toBe(true);
  });

  describe('the list', () => {
    const now = new Date('2026-11-21T12:00:00.000Z');
    const idsOf = async (query: Partial<ItemQuery>) =>
      (await store.list({ held: false, limit: 10, ...query })).items.map(({ id }) => id);

    test('has the newest first, page by page, and what is held apart', async () => {
      const items = [anItem(), anItem(), anItem(), anItem({ held: 'no-proof' })];
      for (const item of items) await store.add(item);
      const [a, b, c, held] = items.map(({ id }) => id);
      expect(await idsOf({})).toEqual([c, b, a]);
      expect(await store.list({ held: false, limit: 2 })).toMatchObject({
        items: [{ id: c }, { id: b }],
        hasMore: true,
      });
      expect(await idsOf({ before: b ?? '' })).toEqual([a]);
      expect(await idsOf({ held: true })).toEqual([held]);
      expect(await store.countHeld()).toBe(1);
    });

    test('is narrowed by kind, page, state, and words in any case', async () => {
      const quote = anItem({ kind: 'quote', context: { quote: { text: 'Refunds', before: '', after: '' } } });
      const percent = anItem({ page: '/docs/limits', comment: '100% wrong' });
      for (const item of [quote, percent, anItem({ comment: 'fine' })]) await store.add(item);
      await store.change(percent.id, 1, { state: 'planned', by: 'per_1', at: now });
      expect(await idsOf({ kind: 'quote' })).toEqual([quote.id]);
      expect(await idsOf({ page: '/docs/limits' })).toEqual([percent.id]);
      expect(await idsOf({ state: 'planned' })).toEqual([percent.id]);
      expect(await idsOf({ words: 'refund' })).toEqual([quote.id]);
      expect(await idsOf({ words: '0% W' })).toEqual([percent.id]);
      expect(await idsOf({ words: '_00' })).toEqual([]);
    });

    test('says what the team made of an item; of two who change it at once one is told', async () => {
      const item = anItem({ held: 'too-quick' });
      await store.add(item);
      const change = { state: 'accepted', held: false, by: 'per_1', at: now } as const;
      const [one, other] = await Promise.all([store.change(item.id, 1, change), store.change(item.id, 1, change)]);
      const stands = { state: 'accepted', held: null, revision: 2, changedBy: 'per_1', changedAt: now };
      expect([one, other].filter((outcome) => outcome === 'stale')).toHaveLength(1);
      expect((await store.list({ held: false, limit: 1 })).items).toMatchObject([stands]);
      expect(await store.change('fbk_none', 1, change)).toBeNull();
    });
  });
}
