import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecordProofConfig } from '../../../../contract/portal-config.ts';
import type { Exchange } from '../../traffic/index.ts';
import type { ReceivedDelivery } from '../../webhooks/index.ts';
import { anExchange, firstCall } from '../journey.fixture.ts';
import { decideProof } from './decide-proof.ts';

const now = new Date('2026-11-21T12:00:00.000Z');
let count = 0;
/** An exchange so many seconds after ten o'clock, that took no time. */
function exchange(second: number, difference: Partial<Exchange> = {}): Exchange {
  count += 1;
  const at = new Date(Date.parse('2026-11-21T10:00:00.000Z') + second * 1000);
  return anExchange({ id: `exc_${String(count).padStart(6, '0')}`, at, durationMs: 0, ...difference });
}
const refused = (second: number, wait: number, difference: Partial<Exchange> = {}) =>
  exchange(second, { status: 429, marks: { retryAfterSeconds: wait }, ...difference });
const keyed = (second: number, idempotency: string, difference: Partial<Exchange> = {}) =>
  exchange(second, { marks: { idempotency }, ...difference });
const page = (second: number, asked: string, next: string | null, list = 'l') =>
  exchange(second, { operation: 'listOffers', method: 'GET', status: 200, marks: { page: { list, asked, next } } });
const inOutage = (second: number, number: number, wait = 5, difference: Partial<Exchange> = {}) =>
  exchange(second, {
    ...{ status: 503, marks: { retryAfterSeconds: wait } },
    findings: [{ in: 'response', at: 'x-sandbox-trouble', message: `outage; ${number}/${number}` }],
    ...difference,
  });
const delivery = (second: number, message: string, difference: Partial<ReceivedDelivery> = {}): ReceivedDelivery => ({
  ...{ id: `dlv_${second}`, api: 'cardea', version: 'v2', endpoint: 'own', url: 'https://a.halden.dev', message },
  ...{ type: 'offer.declined', cause: 'event', body: '{"id":"off_1"}', status: 204 },
  receivedAt: new Date(Date.parse('2026-11-21T10:00:00.000Z') + second * 1000),
  ...difference,
});

const decide = (
  proof: RecordProofConfig,
  exchanges: readonly Exchange[],
  deliveries: readonly ReceivedDelivery[] = [],
) => decideProof(firstCall, proof, { exchanges, deliveries, now });
const cases = (
  proof: RecordProofConfig,
  table: readonly (readonly [string, readonly Exchange[], number[] | RegExp])[],
) =>
  test.each(table)('%s', (_, exchanges, want) => {
    const decision = decide(proof, exchanges);
    if (want instanceof RegExp)
      expect(decision).toMatchObject({ kind: 'not-yet', missing: expect.stringMatching(want) as string });
    else expect(decision).toMatchObject({ kind: 'proven', exchanges: want.map((index) => exchanges[index]) });
  });

describe('traffic', () => {
  const proof = { kind: 'traffic', operation: 'cardea/v2/createOffer', count: 3, withinMinutes: 1 } as const;
  cases(proof, [
    ['counts what lies close enough together', [exchange(0), exchange(50), exchange(100), exchange(105)], [1, 2, 3]],
    [
      'is not proven by what lies too far apart',
      [exchange(0), exchange(50), exchange(100)],
      /answered with 2XX 3 times; 3 times within 1 min/,
    ],
    ['counts only the status', [exchange(0), exchange(1), exchange(2, { status: 400 })], /2 times/],
    ['counts only the operation', [exchange(0), exchange(1), exchange(2, { version: 'v1' })], /2 times/],
  ]);
});

describe('a retry after 429', () => {
  cases({ kind: 'retry-after-429' }, [
    ['is proven when it comes in time', [refused(0, 5), exchange(5)], [0, 1]],
    ['is proven within what clocks of instances differ by', [refused(0, 5), exchange(4.6)], [0, 1]],
    ['is not proven too early', [refused(0, 5), exchange(3)], /before Retry-After was over/],
    ['is proven at the second try', [refused(0, 5), exchange(3), refused(10, 2), exchange(13)], [2, 3]],
    ['is not proven by another address', [refused(0, 5), exchange(6, { path: '/other' })], /send it again 5 s later/],
    ['is not proven by another failure', [refused(0, 5), exchange(6, { status: 500 })], /send it again/],
    ['is not spoilt by what was under way', [refused(0, 2), refused(0, 2), exchange(2.1)], [0, 2]],
    ['needs a refusal', [exchange(0)], /Switch the scenario "rate-limited" on/],
  ]);
});

describe('an idempotent retry', () => {
  cases({ kind: 'idempotent-retry', operation: 'cardea/v2/createOffer' }, [
    ['is proven by one effect', [keyed(0, 'k'), keyed(1, 'k')], [0, 1]],
    ['is proven after a failure', [keyed(0, 'k', { status: 503, resource: null }), keyed(1, 'k')], [0, 1]],
    [
      'is proven after the client had gone away',
      [keyed(0, 'k', { status: 499, resource: null }), keyed(1, 'k')],
      [0, 1],
    ],
    [
      'is not proven by two effects',
      [keyed(0, 'k'), keyed(1, 'k', { resource: 'off_2' })],
      /Send the same request once more/,
    ],
    ['is not proven by another key', [keyed(0, 'k'), keyed(1, 'l')], /Send the same request once more/],
    ['is not proven by a mended mistake', [keyed(0, 'k', { status: 400, resource: null }), keyed(1, 'k')], /once more/],
    ['is not proven by a key used for something else', [keyed(0, 'k'), keyed(1, 'k', { status: 422 })], /once more/],
    ['needs a key', [exchange(0), exchange(1)], /No createOffer came with an Idempotency-Key/],
  ]);
});

describe('all pages', () => {
  cases({ kind: 'all-pages', operation: 'cardea/v2/listOffers', pages: 2 }, [
    ['are proven from first to last', [page(0, '', 'a'), page(1, 'a', 'b'), page(2, 'b', null)], [0, 1, 2]],
    ['are proven with others between', [page(0, '', 'a'), page(1, '', 'z', 'm'), page(2, 'a', null)], [0, 2]],
    ['are not proven before the last', [page(0, '', 'a'), page(1, 'a', 'b')], /You read 2 pages of listOffers/],
    ['are not proven by a page of another list', [page(0, '', 'a'), page(1, 'a', null, 'm')], /You read 1 page /],
    ['are not proven by too few', [page(0, '', null)], /in 1 of at least 2 pages/],
    ['end where a list leads back to itself', [page(0, '', 'a'), page(1, 'a', 'a')], /You read 2 pages/],
    ['need a first page', [page(0, 'a', null)], /No first page/],
  ]);
});

describe('a new token', () => {
  const old = (second: number) => exchange(second, { status: 401, keyId: 'token_a' });
  const good = (second: number, keyId = 'token_b') => exchange(second, { keyId });
  cases({ kind: 'token-refreshed', api: 'cardea/v2' }, [
    ['is proven', [old(0), good(1)], [0, 1]],
    ['is not proven by the old one', [old(0), good(1, 'token_a')], /Get a new token once/],
    ['is not proven after the old one was sent again and again', [...[0, 1, 2, 3, 4].map(old), good(5)], /once/],
    ['is not proven much later', [old(0), good(3600)], /Get a new token once/],
    ['needs a refusal', [good(0)], /"expired-token"/],
  ]);
});

describe('an outage', () => {
  cases({ kind: 'outage', api: 'cardea/v2' }, [
    [
      'is survived by who waits and loses nothing',
      [exchange(0), inOutage(10, 1), inOutage(15, 2), exchange(20)],
      [0, 1, 2, 3],
    ],
    [
      'is not by who comes again too early',
      [exchange(0), inOutage(10, 1), inOutage(11, 2), exchange(20)],
      /before Retry-After/,
    ],
    [
      'is not where something is lost',
      [exchange(0), inOutage(10, 1), inOutage(11, 2, 5, { path: '/other' }), exchange(20)],
      /\/other was refused in the outage/,
    ],
    [
      'is not where another request came instead',
      [exchange(0), inOutage(10, 1, 5, { marks: { idempotency: 'k', retryAfterSeconds: 5 } }), exchange(20)],
      /Send it again/,
    ],
    ['needs work before it', [inOutage(10, 1), exchange(20)], /met your first request/],
    [
      'is survived at the second time',
      [exchange(0), inOutage(10, 1), inOutage(11, 2), exchange(20), inOutage(60, 1), exchange(70)],
      [3, 4, 5],
    ],
    ['needs one', [exchange(0)], /"outage"/],
  ]);
});

describe('webhooks', () => {
  const verified = { kind: 'webhook-verified', api: 'cardea/v2' } as const;
  test('are verified by the first that was received', () => {
    const first = delivery(0, 'm');
    expect(decide(verified, [], [first, delivery(1, 'n')])).toMatchObject({ kind: 'proven', deliveries: [first] });
    expect(decide(verified, [], [delivery(0, 'm', { version: 'v1' })]).kind).toBe('not-yet');
  });

  const twice = [delivery(0, 'm'), delivery(2, 'm', { cause: 'duplicate' })];
  const acting = (second: number, difference: Partial<Exchange> = {}) =>
    exchange(second, { operation: 'getOffer', ...difference });
  test.each<[string, string | undefined, readonly ReceivedDelivery[], readonly Exchange[], RegExp | null]>([
    ['acknowledged twice', undefined, twice, [], null],
    ['acted on once', 'cardea/v2/getOffer', twice, [acting(1)], null],
    ['acted on twice', undefined, twice, [acting(1), acting(3)], /getOffer was sent again/],
    [
      'acted on twice, as it is declared',
      'cardea/v2/getOffer',
      twice,
      [acting(1), acting(3)],
      /getOffer was sent again/,
    ],
    ['not acted on', 'cardea/v2/getOffer', twice, [], /no getOffer came after the first/],
    ['acted on for something else', 'cardea/v2/getOffer', twice, [acting(1, { resource: 'off_2' })], /no getOffer/],
    ['asked about much later', undefined, twice, [acting(1), acting(600)], null],
    ['received once', undefined, twice.slice(0, 1), [], /No event came twice/],
    ['two events', undefined, [delivery(0, 'm'), delivery(1, 'n')], [], /No event came twice/],
  ])('that are duplicates: %s', (_, actsBy, deliveries, exchanges, missing) => {
    const decision = decide(
      { kind: 'webhook-duplicate', api: 'cardea/v2', ...(actsBy && { actsBy }) },
      exchanges,
      deliveries,
    );
    if (missing === null) expect(decision.kind).toBe('proven');
    else expect(decision).toMatchObject({ kind: 'not-yet', missing: expect.stringMatching(missing) as string });
  });

  test('that are duplicates are not believed before they have settled', () => {
    const looked = { exchanges: [], deliveries: twice, now: new Date(Number(twice[1]?.receivedAt) + 4000) };
    const decision = decideProof(firstCall, { kind: 'webhook-duplicate', api: 'cardea/v2' }, looked);
    expect(decision).toMatchObject({
      missing: 'The second delivery was acknowledged. In 5 s it is known whether it was acted on again.',
    });
  });
});

test('records that arrive in another order, among others’ and shifted by a clock prove the same', () => {
  const proven: readonly [RecordProofConfig, readonly Exchange[]][] = [
    [{ kind: 'retry-after-429' }, [refused(0, 5), exchange(6)]],
    [{ kind: 'idempotent-retry', operation: 'cardea/v2/createOffer' }, [keyed(0, 'k'), keyed(1, 'k')]],
    [
      { kind: 'all-pages', operation: 'cardea/v2/listOffers' },
      [page(0, '', 'a'), page(1, 'a', 'b'), page(2, 'b', null)],
    ],
    [{ kind: 'outage', api: 'cardea/v2' }, [exchange(0), inOutage(10, 1), inOutage(15, 2), exchange(20)]],
    [
      { kind: 'token-refreshed', api: 'cardea/v2' },
      [exchange(0, { status: 401, keyId: 'a' }), exchange(1, { keyId: 'b' })],
    ],
  ];
  const noise = [
    exchange(-5, { path: '/noise', operation: 'noise' }),
    exchange(7, { path: '/noise', operation: 'noise', status: 404 }),
  ];
  for (const [proof, exchanges] of proven) {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...exchanges, ...noise], { minLength: exchanges.length + noise.length }),
        fc.integer({ min: -10_000, max: 10_000 }),
        fc.integer({ min: 1, max: 999_999 }),
        (order, shiftSeconds, from) => {
          // Ids in the order of recording, times as the gateway's clock has them.
          const recorded = order.map((one, index) => ({
            ...one,
            id: `exc_${String(from + index).padStart(7, '0')}`,
            at: new Date(Number(one.at) + shiftSeconds * 1000),
          }));
          expect(decide(proof, recorded).kind).toBe('proven');
          // Without any one of those that prove it, it is not.
          expect(
            decide(
              proof,
              recorded.filter((one) => one.status >= 400 || one.operation === 'noise'),
            ).kind,
          ).toBe('not-yet');
        },
      ),
      { numRuns: 60 },
    );
  }
});

describe('how far a step has come', () => {
  const reached = (proof: RecordProofConfig, ...exchanges: Exchange[]) => {
    const decision = decide(proof, exchanges);
    return decision.kind === 'not-yet' ? decision.reached : decision.kind;
  };
  const operation = 'cardea/v2/createOffer';
  const traffic = { kind: 'traffic', operation, count: 3, withinMinutes: 1 } as const;
  const pages = { kind: 'all-pages', operation: 'cardea/v2/listOffers', pages: 3 } as const;
  const outage = { kind: 'outage', api: 'cardea/v2' } as const;
  const again = (second: number, idempotency: string) => keyed(second, idempotency, { path: `/${idempotency}` });
  const met = (second: number, idempotency: string, number: number) =>
    inOutage(second, number, 1, { path: `/${idempotency}`, marks: { idempotency, retryAfterSeconds: 1 } });

  test.each<[string, RecordProofConfig, Exchange[], unknown]>([
    ['is not said where nothing has begun', traffic, [], undefined],
    ['is the most requests that lie close together', traffic, [exchange(0), exchange(50), exchange(130)], [2, 3]],
    ['is how many pages were read, of those known', pages, [page(0, '', 'b'), page(1, 'b', 'c')], [2, 3]],
    [
      'knows of one more page where another is named',
      { ...pages, pages: 2 },
      [page(0, '', 'b'), page(1, 'b', 'c')],
      [2, 3],
    ],
    ['is how many pages there were of too few', pages, [page(0, '', 'b'), page(1, 'b', null)], [2, 3]],
    ['is half at the first of two requests', { kind: 'idempotent-retry', operation }, [keyed(0, 'k')], [1, 2]],
    ['is not said of a mistake', { kind: 'idempotent-retry', operation }, [keyed(0, 'k', { status: 400 })], undefined],
    ['is half at a refusal', { kind: 'retry-after-429' }, [refused(0, 5)], [1, 2]],
    [
      'is how much of what was refused came again',
      outage,
      [exchange(0), met(10, 'a', 1), met(11, 'b', 2), again(20, 'a')],
      [1, 2],
    ],
  ])('%s', (_, proof, exchanges, want) => {
    const found = reached(proof, ...exchanges);
    expect(typeof found === 'object' ? [found.done, found.of] : found).toEqual(want);
  });
});
