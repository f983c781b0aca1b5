import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readContract } from '../../../contract/read/index.ts';
import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { limitsMigrations } from '../limits/index.ts';
import { sandboxMigrations } from '../sandbox/index.ts';
import { startGateway } from './gateway.fixture.ts';
import { gatewayMigrations } from './migrations.ts';
import { pageMark } from './page-mark.ts';
import type { Facts } from './facts.ts';
import { anOperation } from '../../../contract/model.fixture.ts';

const file = fileURLToPath(new URL('../../../openapi/cardea/v2.yaml', import.meta.url));
const contract = await readContract({ api: 'cardea', version: 'v2', file });

describeOnBothDatabases('what an exchange is marked with', (open) => {
  const running = async (options = {}) =>
    startGateway(await open([...sandboxMigrations, ...gatewayMigrations, ...limitsMigrations]), [contract], options);
  const headers = { authorization: 'Bearer ptl_test_a', 'content-type': 'application/json' };
  const home = '/gateway/cardea/v2';

  test('is the page of a list that was read and the one that comes next, until the last', async () => {
    const { app, last } = await running();
    const seen = [];
    let cursor = '';
    for (let page = 0; page < 10; page += 1) {
      const url = `${home}/events?limit=1${cursor}`;
      const answer = await app.inject({ url, headers });
      seen.push(last().marks?.page);
      const { next_cursor: next } = answer.json<{ next_cursor: string | null }>();
      if (next === null) break;
      cursor = `&cursor=${next}`;
    }
    expect(seen.length).toBeGreaterThan(0);
    expect(seen[0]?.asked).toBe('');
    expect(seen.at(-1)?.next).toBeNull();
    expect(seen.slice(1).map((mark) => mark?.asked)).toEqual(seen.slice(0, -1).map((mark) => mark?.next));
    expect(new Set(seen.map((mark) => mark?.list)).size).toBe(1);
    await app.close();
  });

  test('is the same for the same idempotency key, which cannot be read from it; nothing for most', async () => {
    const { app, last } = await running();
    const send = async (key?: string) => {
      const payload = { url: 'https://id.halden.example/hooks' };
      const own = key === undefined ? {} : { 'idempotency-key': key };
      await app.inject({ method: 'POST', url: `${home}/webhook-endpoints`, headers: { ...headers, ...own }, payload });
      return last().marks;
    };
    const first = await send('a-key-that-is-long-enough');
    expect(first?.idempotency).toMatch(/^[\w-]{16}$/);
    expect(await send('a-key-that-is-long-enough')).toEqual(first);
    expect((await send('another-key-of-that-length'))?.idempotency).not.toBe(first?.idempotency);
    expect(await send()).toBeUndefined();
    await app.close();
  });

  test('is how long a refusal told to wait', async () => {
    const { app, last } = await running({ requestsPerMinute: 1 });
    await app.inject({ url: `${home}/issuers`, headers });
    const refused = await app.inject({ url: `${home}/issuers`, headers });
    expect(refused.statusCode).toBe(429);
    expect(last().marks?.retryAfterSeconds).toBe(Number(refused.headers['retry-after']));
    await app.close();
  });
});

describe('the page that comes next', () => {
  const facts = (parameter: string, value: unknown, asked?: unknown): Facts => {
    const schema = {};
    const shape = { required: false, deprecated: false, style: 'form', explode: true, allowReserved: false } as const;
    const operation = anOperation({
      method: 'get',
      path: '/things',
      parameters: [{ ...shape, name: parameter, in: 'query', schema, examples: [], pointer: '' }],
    });
    const query = new Map(asked === undefined ? [] : [[parameter, asked]]);
    return {
      match: { operation, path: new Map() },
      input: { query },
      answer: { status: 200, headers: {}, body: { kind: 'bytes', bytes: Buffer.alloc(0), value } },
    } as unknown as Facts;
  };
  const nextOf = (parameter: string, value: unknown, link?: string) => pageMark(facts(parameter, value), link)?.next;
  const askedFor = (parameter: string, asked: unknown) => pageMark(facts(parameter, {}, asked), undefined)?.asked;

  test.each<[string, string, unknown, string, string | undefined]>([
    ['a cursor of the answer', 'cursor', { next_cursor: 'abc', has_more: true }, 'abc', undefined],
    ['a cursor within what is said about the page', 'cursor', { meta: { nextCursor: 'abc' } }, 'abc', undefined],
    ['a token (Google)', 'pageToken', { nextPageToken: 't1' }, 't1', undefined],
    ['an address in the answer', 'after', { links: { next: '/things?after=x1' } }, 'x1', undefined],
    [
      'the last item, where there is more (Stripe)',
      'starting_after',
      { data: [{ id: 'a' }, { id: 'b' }], has_more: true },
      'b',
      undefined,
    ],
    ['a Link header (RFC 8288)', 'page', [], '2', '<https://a.example/things?page=2>; rel="next"'],
    ['the next number', 'page', { has_more: true }, '2', undefined],
  ])('is known by %s', (_, parameter, value, place, link) => {
    expect(nextOf(parameter, value, link)).toBe(askedFor(parameter, place));
  });

  test.each<[string, string, unknown]>([
    ['a cursor that is null', 'cursor', { next_cursor: null, has_more: false }],
    ['has_more that says no', 'starting_after', { data: [{ id: 'a' }], has_more: false }],
    ['a list without a word about it', 'page', []],
  ])('is none by %s', (_, parameter, value) => {
    expect(nextOf(parameter, value)).toBeNull();
  });

  test('is nothing where the operation has no pages', () => {
    expect(pageMark(facts('limit', { next_cursor: 'a' }), undefined)).toBeUndefined();
  });
});
