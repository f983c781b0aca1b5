import { describe, expect, test } from 'vitest';
import { anExchange } from './exchange.fixture.ts';
import type { Exchange } from './exchange.ts';
import { idSource } from '../../platform/ids.ts';
import type { ExchangeStore } from './exchange-store.ts';

/** What every store of exchanges promises. */
export function exchangeStoreContract(openStore: () => Promise<ExchangeStore>): void {
  describe('a store of exchanges', () => {
    test('gives back what it was given', async () => {
      const store = await openStore();
      const exchange = anExchange({
        findings: [
          { in: 'response', at: '/status', message: 'is required', drift: 'schema', example: '{ "id": 1 }' },
          { in: 'query', at: 'x', message: 'is not a parameter' },
        ],
        excerpt: { request: 'GET /x', answer: '502' },
        marks: { idempotency: 'a', retryAfterSeconds: 3, page: { list: 'b', asked: '', next: null } },
      });
      const bare = anExchange({
        operation: null,
        keyId: null,
        organization: 'org_1',
        environment: null,
        upstreamMs: null,
        upstreamStatus: null,
        traceId: null,
        isCompared: false,
        problem: 'operation-not-found',
        resource: null,
        status: 404,
      });
      await store.add([exchange, bare]);
      const page = await store.list('org_1', { limit: 10 });
      expect(page.exchanges).toEqual([bare, exchange]);
    });

    test('gives those after one, oldest first, of one organization, without excerpts', async () => {
      const store = await openStore();
      const [one, two, three] = [1, 2, 3].map(() =>
        anExchange({ organization: 'org_after', marks: { idempotency: 'k' } }),
      );
      const foreign = anExchange({ organization: 'org_other' });
      await store.add([{ ...two!, excerpt: { request: 'a', answer: 'b' } }, three!, foreign, one!]);
      expect(await store.after('org_after', null, 2)).toEqual([one, two]);
      expect(await store.after('org_after', one!.id, 10)).toEqual([two, three]);
      expect(await store.latestIds('org_after', 2)).toEqual([three!.id, two!.id]);
      expect((await store.latest('org_after', 2)).map(({ id }) => id)).toEqual([three!.id, two!.id]);
      expect(await store.latest('org_nobody', 2)).toEqual([]);
    });

    test('takes a batch twice and keeps it once', async () => {
      const store = await openStore();
      const batch = [anExchange(), anExchange()];
      await store.add(batch);
      await store.add(batch);
      expect((await store.list('org_1', { limit: 10 })).exchanges).toHaveLength(2);
    });

    test('takes an empty batch and one of several thousand', async () => {
      const store = await openStore();
      await store.add([]);
      await store.add(Array.from({ length: 2500 }, () => anExchange()));
      expect((await store.list('org_1', { limit: 3000 })).exchanges).toHaveLength(2500);
    });

    test('lists newest first, page by page, an organization at a time', async () => {
      const store = await openStore();
      const own = Array.from({ length: 5 }, () => anExchange());
      await store.add([...own, anExchange({ organization: 'org_2' }), anExchange({ organization: null })]);
      const newestFirst = own.map((exchange) => exchange.id).reverse();
      const first = await store.list('org_1', { limit: 3 });
      expect(first.exchanges.map((exchange) => exchange.id)).toEqual(newestFirst.slice(0, 3));
      expect(first.hasMore).toBe(true);
      const second = await store.list('org_1', { limit: 3, before: first.exchanges[2]?.id });
      expect(second.exchanges.map((exchange) => exchange.id)).toEqual(newestFirst.slice(3));
      expect(second.hasMore).toBe(false);
    });
  });

  describe('what is too old', () => {
    test('is removed oldest first, so many at most, and nothing from the given id on', async () => {
      const store = await openStore();
      const exchanges = Array.from({ length: 5 }, () => anExchange());
      await store.add(exchanges);
      const fourth = exchanges[3]?.id ?? '';
      expect(await store.removeBefore(fourth, 2)).toBe(2);
      expect((await store.list('org_1', { limit: 9 })).exchanges.at(-1)?.id).toBe(exchanges[2]?.id);
      expect(await store.removeBefore(fourth, 2)).toBe(1);
      expect(await store.removeBefore(fourth, 2)).toBe(0);
      expect((await store.list('org_1', { limit: 9 })).exchanges).toHaveLength(2);
    });

    test('stays where it has proven something, with what that followed from', async () => {
      const store = await openStore();
      const [made, other, read, again] = [
        anExchange({ resource: 'off_1' }),
        anExchange({ resource: 'off_2' }),
        anExchange({ resource: 'off_1' }),
        anExchange({ resource: 'off_1' }),
      ];
      const bare = anExchange({ resource: null });
      await store.add([made, other, read, again, bare]);
      await store.keep(read);
      await store.keep(bare);
      expect(await store.removeBefore('exc_zzz', 100)).toBe(2);
      const left = (await store.list('org_1', { limit: 9 })).exchanges.map(({ id }) => id);
      expect(left).toEqual([bare.id, read.id, made.id]);
    });
  });

  test('an exchange is found by its id', async () => {
    const store = await openStore();
    const exchange = anExchange({ organization: null });
    await store.add([exchange]);
    expect(await store.findById(exchange.id)).toEqual(exchange);
    expect(await store.findById('exc_none')).toBeNull();
  });

  test("an organization's exchange is found by what its answer carried as Request-Id, and only by that organization", async () => {
    const store = await openStore();
    const started = new Date('2026-11-21T09:31:04.120Z');
    const requestId = idSource({ now: () => started })('req');
    const id = idSource({ now: () => new Date(started.getTime() + 30_000) })('exc');
    const exchange = anExchange({ id, requestId });
    await store.add([exchange, anExchange({ requestId: 'req_short' })]);
    expect(await store.findByRequestId('org_1', requestId)).toEqual(exchange);
    expect(await store.findByRequestId('org_2', requestId)).toBeNull();
    expect(await store.findByRequestId('org_1', 'req_short')).toBeNull();
  });

  describe('evidence', () => {
    const query = {
      organization: 'org_1',
      api: 'cardea',
      version: 'v2',
      operation: 'createCredentialOffer',
      status: '2XX',
    };

    test('is the first exchange that fits', async () => {
      const store = await openStore();
      const refused = anExchange({ status: 400 });
      const first = anExchange({ resource: 'off_1' });
      const second = anExchange({ resource: 'off_2' });
      await store.add([refused, first, second]);
      expect(await store.findFirst(query)).toEqual(first);
      expect(await store.findFirst({ ...query, resource: 'off_2' })).toEqual(second);
      expect(await store.findFirst({ ...query, resource: null })).toEqual(first);
      expect(await store.findFirst({ ...query, status: '400' })).toEqual(refused);
    });

    test('of a pair is the first exchange about what an earlier one was about', async () => {
      const store = await openStore();
      const made = anExchange({ resource: 'off_2' });
      const get = (given: Partial<Exchange>) => anExchange({ operation: 'getCredentialOffer', status: 200, ...given });
      const before = get({ resource: 'off_9' });
      const pair = { ...query, operation: 'getCredentialOffer', status: '200', after: { ...query, status: '201' } };
      await store.add([before, anExchange({ resource: 'off_1' }), made, anExchange({ resource: 'off_9' })]);
      await store.add([anExchange({ resource: null }), get({ resource: null }), get({ resource: 'off_3' })]);
      await store.add([anExchange({ resource: 'off_2', organization: 'org_2' }), get({ resource: 'off_4' })]);
      expect(await store.findFirst(pair)).toBeNull();
      const proof = get({ resource: 'off_2' });
      await store.add([proof, get({ resource: 'off_2' })]);
      expect(await store.findFirst(pair)).toEqual(proof);
      expect(await store.findFirst({ ...pair, after: { ...pair.after, version: 'v1' } })).toBeNull();
    });

    test('is not another organization, API, version, operation, status or resource', async () => {
      const store = await openStore();
      await store.add([
        anExchange({ organization: 'org_2' }),
        anExchange({ api: 'other' }),
        anExchange({ version: 'v1' }),
        anExchange({ operation: 'listCredentialOffers' }),
        anExchange({ status: 302 }),
      ]);
      expect(await store.findFirst(query)).toBeNull();
    });
  });
}
