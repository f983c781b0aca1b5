import { beforeAll, describe, expect, test } from 'vitest';
import { newSqlite } from '../../../tests/support/databases.ts';
import { type Database, migrate, openDatabase } from '../../platform/database/index.ts';
import { limitsMigrations } from '../limits/index.ts';
import { sandboxMigrations } from '../sandbox/index.ts';
import { contractAt, type RunningGateway, startGateway } from './gateway.fixture.ts';

const offers = '/gateway/cardea/v2/credential-offers';
const authorization = 'Bearer ptl_test_a';

let database: Database;
let gateway: RunningGateway;
beforeAll(async () => {
  const place = await newSqlite();
  database = await openDatabase(place);
  await migrate(database, sandboxMigrations);
  gateway = await startGateway(database, [await contractAt('openapi/cardea/v2.yaml', 'cardea', 'v2')]);
  return async () => {
    await gateway.app.close();
    await database.close();
    await place.remove();
  };
});

describe('429', () => {
  test('beyond the key’s requests a minute, with when to come back', async () => {
    const few = await startGateway(database, [await contractAt('openapi/cardea/v2.yaml', 'cardea', 'v2')], {
      requestsPerMinute: 2,
    });
    const send = (key: string) => few.app.inject({ url: offers, headers: { authorization: `Bearer ${key}` } });
    expect((await send('ptl_test_a')).headers.ratelimit).toMatch(/^"default";r=1;t=\d+$/);
    expect((await send('ptl_test_a')).headers.ratelimit).toMatch(/^"default";r=0;t=\d+$/);
    const refused = await send('ptl_test_a');
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.headers.ratelimit).toMatch(/^"default";r=0;t=\d+$/);
    expect(few.last()).toMatchObject({ problem: 'rate-limited', organization: 'org_a' });
    expect((await send('ptl_test_b')).statusCode).toBe(200);
    await few.app.close();
  });
});

describe('a class of operations', () => {
  test('has a limit of its own, and says so', async () => {
    const contract = await contractAt('openapi/cardea/v2.yaml', 'cardea', 'v2');
    const write = { id: 'write', methods: ['POST' as const], operations: [], requestsPerMinute: 6, burstSeconds: 20 };
    const { app, last } = await startGateway(database, [contract], {
      requestsPerMinute: 60,
      limits: { burstSeconds: 60, classes: [write] },
    });
    const send = (method: 'GET' | 'POST') =>
      app.inject({ method, url: offers, headers: { authorization: 'Bearer ptl_test_c' } });
    const first = await send('POST');
    expect(first.headers['ratelimit-policy']).toBe('"write";q=2;w=20');
    expect(first.headers.ratelimit).toBe('"write";r=1;t=10');
    await send('POST');
    const refused = await send('POST');
    expect([refused.statusCode, last().problem]).toEqual([429, 'rate-limited']);
    expect(refused.headers.ratelimit).toMatch(/^"write";r=0;t=(9|10)$/);
    expect(refused.headers['retry-after']).toBe(/t=(\d+)/.exec(String(refused.headers.ratelimit))?.[1]);
    expect(refused.json()).toMatchObject({
      detail: expect.stringMatching(
        /^The key allows 2 requests in 20 seconds, of the kind "write"\. Wait (9|10) s\.$/,
      ) as unknown,
    });
    const read = await send('GET');
    expect([read.statusCode, read.headers['ratelimit-policy']]).toEqual([200, '"default";q=60;w=60']);
    await app.close();
  });
});

describe('a quota of a day', () => {
  test('stands beside the limit of the minute, and is refused until midnight', async () => {
    await migrate(database, [...sandboxMigrations, ...limitsMigrations]);
    const contract = await contractAt('openapi/cardea/v2.yaml', 'cardea', 'v2');
    const { app, last } = await startGateway(database, [contract], {
      requestsPerMinute: 60,
      limits: { burstSeconds: 60, classes: [], requestsPerDay: 1 },
    });
    const send = () => app.inject({ url: offers, headers: { authorization: 'Bearer ptl_test_d' } });
    const first = await send();
    expect(first.headers['ratelimit-policy']).toBe('"default";q=60;w=60, "day";q=1;w=86400');
    expect(first.headers.ratelimit).toMatch(/^"default";r=59;t=1, "day";r=0;t=\d+$/);
    const refused = await send();
    expect([refused.statusCode, last().problem]).toEqual([429, 'rate-limited']);
    expect(refused.headers.ratelimit).toMatch(new RegExp(`"day";r=0;t=${String(refused.headers['retry-after'])}$`));
    expect(refused.json<{ detail: string }>().detail).toMatch(/^The key allows 1 requests a day\. Wait \d+ s\.$/);
    await app.close();
  });
});

describe('pages of any origin', () => {
  test('may ask before they send', async () => {
    const headers = {
      origin: 'https://anywhere.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type,idempotency-key',
    };
    const before = gateway.exchanges.length;
    const answer = await gateway.app.inject({ method: 'OPTIONS', url: offers, headers });
    expect(answer.statusCode).toBe(204);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(answer.headers['access-control-allow-methods']).toBe('GET, HEAD, OPTIONS, POST');
    expect(answer.headers['access-control-allow-headers']).toBe('*, authorization, content-type, idempotency-key');
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
    expect(gateway.exchanges.length).toBe(before);
  });

  test('see refusals, too', async () => {
    const answer = await gateway.app.inject({ url: offers, headers: { origin: 'https://anywhere.example' } });
    expect([answer.statusCode, answer.headers['access-control-allow-origin']]).toEqual([401, '*']);
  });

  test('may ask before they send to a path that is not there: the request itself says so', async () => {
    const headers = { origin: 'https://anywhere.example', 'access-control-request-method': 'GET' };
    const answer = await gateway.app.inject({ method: 'OPTIONS', url: '/gateway/cardea/v2/nothing', headers });
    expect(answer.statusCode).toBe(204);
  });

  test('OPTIONS without a preflight says what the path takes', async () => {
    const answer = await gateway.app.inject({ method: 'OPTIONS', url: offers });
    expect([answer.statusCode, answer.headers.allow]).toEqual([204, 'GET, HEAD, OPTIONS, POST']);
  });
});

describe('a version that will end', () => {
  test('says since when, until when, and where to read how to move', async () => {
    const contract = await contractAt('openapi/cardea/v1.yaml', 'cardea', 'v1');
    const ending = await startGateway(database, [contract], {
      deprecated: { since: '2026-03-02', sunset: '2027-06-30', replacedBy: 'v2', guide: '/docs/migrate-v1-to-v2' },
      siteUrl: 'https://developers.example',
    });
    const answer = await ending.app.inject({ url: '/gateway/cardea/v1/credentials', headers: { authorization } });
    expect(answer.headers.deprecation).toBe('@1772409600');
    expect(answer.headers.sunset).toBe('Wed, 30 Jun 2027 00:00:00 GMT');
    expect(answer.headers.link).toContain(
      '<https://developers.example/docs/migrate-v1-to-v2>; rel="deprecation"; type="text/html"',
    );
    expect(answer.headers.link).toContain('rel="sunset"');
    expect(answer.headers.link).toContain(
      '<https://developers.example/reference/cardea/v2>; rel="successor-version"; type="text/html"',
    );
    expect(ending.last().findings).toEqual([]);
    await ending.app.close();
  });

  test('says so in refusals, too', async () => {
    const contract = await contractAt('openapi/cardea/v1.yaml', 'cardea', 'v1');
    const { app } = await startGateway(database, [contract], { deprecated: { since: '2026-03-02', replacedBy: 'v2' } });
    const answer = await app.inject({ url: '/gateway/cardea/v1/credentials' });
    expect([answer.statusCode, answer.headers.deprecation]).toEqual([401, '@1772409600']);
    expect(answer.headers.link).toContain('</reference/cardea/v2>; rel="successor-version"');
    await app.close();
  });
});

describe('an operation that is deprecated, and nobody says since when', () => {
  test('says where to read about it, and no date that is not true', async () => {
    const contract = await contractAt('openapi/cardea/v2.yaml', 'cardea', 'v2');
    const operations = contract.operations.map((each) => ({ ...each, deprecated: true }));
    const { app } = await startGateway(database, [{ ...contract, operations }]);
    const { headers } = await app.inject({ url: offers, headers: { authorization } });
    expect(headers.deprecation).toBeUndefined();
    expect(headers.link).toMatch(/^<\/reference\/cardea\/v2\/[^>]+>; rel="deprecation"; type="text\/html"$/);
    await app.close();
  });
});
