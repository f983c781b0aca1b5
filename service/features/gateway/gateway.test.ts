import { beforeAll, describe, expect, test } from 'vitest';
import { newSqlite } from '../../../tests/support/databases.ts';
import { type Database, migrate, openDatabase } from '../../platform/database/index.ts';
import { sandboxMigrations } from '../sandbox/index.ts';
import { contractAt, examples, type RunningGateway, startGateway } from './gateway.fixture.ts';

const offers = '/gateway/cardea/v2/credential-offers';
const authorization = 'Bearer ptl_test_a';
const json = { authorization, 'content-type': 'application/json' };
const diploma = {
  credential_type_id: 'typ_01k8p3a1b2c3d4e5f6g7h8j9k0',
  holder: { name: 'Ada Lindqvist', email: 'ada.lindqvist@students.halden.example' },
  claims: {
    kind: 'diploma',
    degree: 'Master of Science',
    field_of_study: 'Ocean Navigation',
    awarded_on: '2026-06-12',
  },
};

let database: Database;
let gateway: RunningGateway;
beforeAll(async () => {
  const place = await newSqlite();
  database = await openDatabase(place);
  await migrate(database, sandboxMigrations);
  gateway = await startGateway(database, [
    await contractAt('openapi/cardea/v2.yaml', 'cardea', 'v2'),
    await contractAt('openapi/cardea/v1.yaml', 'cardea-old', 'v1'),
    await contractAt(`${examples}/3.1/json/train-travel.json`, 'trains', 'v1'),
  ]);
  return async () => {
    await gateway.app.close();
    await database.close();
    await place.remove();
  };
});

describe('2xx', () => {
  test('201: created, with where it is, and read back', async () => {
    const created = await gateway.app.inject({ method: 'POST', url: offers, headers: json, payload: diploma });
    expect(created.statusCode).toBe(201);
    const offer = created.json<{ id: string }>();
    expect(offer).toMatchObject({ status: 'pending', holder: diploma.holder, claims: diploma.claims });
    expect(created.headers.location).toBe(`http://localhost:80${offers}/${offer.id}`);
    expect(gateway.last()).toMatchObject({
      api: 'cardea',
      version: 'v2',
      operation: 'createCredentialOffer',
      keyId: 'key_a',
      organization: 'org_a',
      environment: 'sandbox',
      method: 'POST',
      path: '/credential-offers',
      status: 201,
      problem: null,
      findings: [],
      resource: offer.id,
    });
    const read = await gateway.app.inject({ url: `${offers}/${offer.id}`, headers: { authorization } });
    expect([read.statusCode, read.json()]).toEqual([200, offer]);
    expect(gateway.last()).toMatchObject({ operation: 'getCredentialOffer', resource: offer.id });
  });

  test('says what a client can use: request id, times, what is left of the quota', async () => {
    const { headers } = await gateway.app.inject({ url: offers, headers: { authorization } });
    expect(headers['request-id']).toBe(gateway.last().requestId);
    expect(headers['server-timing']).toMatch(/^gateway;dur=[\d.]+, upstream;dur=[\d.]+$/);
    expect(headers.ratelimit).toMatch(/^"default";r=\d+;t=\d+$/);
    expect(headers['ratelimit-policy']).toBe('"default";q=100000;w=60');
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-expose-headers']).toBe('*');
    expect(headers['cache-control']).toBe('no-store');
  });

  test('HEAD has the head of GET, and no body', async () => {
    const answer = await gateway.app.inject({ method: 'HEAD', url: offers, headers: { authorization } });
    expect([answer.statusCode, answer.body]).toEqual([200, '']);
  });

  test('a query parameter that is not declared is let through and noted', async () => {
    const answer = await gateway.app.inject({ url: `${offers}?stauts=pending`, headers: { authorization } });
    expect(answer.statusCode).toBe(200);
    expect(gateway.last().findings).toEqual([
      { in: 'query', at: 'stauts', message: 'listCredentialOffers has no parameter of this name' },
    ]);
  });

  test('a body that the operation does not take is left out and noted', async () => {
    const answer = await gateway.app.inject({
      method: 'DELETE',
      url: '/gateway/trains/v1/bookings/1725ff48-ab45-4bb5-9d02-88745177dedb',
      headers: json,
      payload: {},
    });
    expect(answer.statusCode).toBe(204);
    expect(gateway.last().findings).toMatchObject([{ in: 'body' }]);
  });

  test('an operation in the media type that the client asks for', async () => {
    const url = '/gateway/trains/v1/stations';
    const headers = { authorization, accept: 'application/problem+json;q=0.1, application/json' };
    expect((await gateway.app.inject({ url, headers })).headers['content-type']).toBe('application/json');
  });
});

describe('the key', () => {
  test.each([
    ['none', {}, 'key-missing'],
    ['a mistyped one', { authorization: 'Bearer nonsense' }, 'key-malformed'],
    ['another scheme', { authorization: 'Basic cHRsX3Rlc3RfYTo=' }, 'key-missing'],
    ['a header of another API', { 'x-cardea-key': 'ptl_test_a' }, 'key-missing'],
  ])('401: %s', async (_name, headers, code) => {
    const answer = await gateway.app.inject({ url: offers, headers });
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="portal"');
    expect(answer.json()).toMatchObject({
      type: `/docs/errors/${code}`,
      status: 401,
      instance: gateway.last().requestId,
    });
    expect(gateway.last()).toMatchObject({
      status: 401,
      problem: code,
      operation: 'listCredentialOffers',
      organization: null,
    });
  });

  test('200: where the contract puts it', async () => {
    const url = '/gateway/cardea-old/v1/credentials';
    expect((await gateway.app.inject({ url, headers: { 'x-cardea-key': 'ptl_test_a' } })).statusCode).toBe(200);
    expect((await gateway.app.inject({ url, headers: { authorization } })).statusCode).toBe(200);
  });

  test('403: a live key, where there is only the sandbox', async () => {
    const answer = await gateway.app.inject({ url: offers, headers: { authorization: 'Bearer ptl_live_a' } });
    expect([answer.statusCode, gateway.last().problem]).toEqual([403, 'environment-unavailable']);
  });
});

describe('400: a request that is not as the contract says', () => {
  test('names every place at once', async () => {
    const answer = await gateway.app.inject({
      method: 'POST',
      url: offers,
      headers: { ...json, 'idempotency-key': '' },
      payload: { ...diploma, credential_type_id: 7, holder: { email: 'nobody' } },
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    const problem = answer.json<{ type: string; errors: { in: string; at: string; message: string }[] }>();
    expect(problem.type).toBe('/docs/errors/request-invalid');
    const places = problem.errors.map((error) => `${error.in} ${error.at}`);
    expect(places).toContain('body /credential_type_id');
    expect(places).toContain('body /holder/email');
    expect(places.some((place) => place.startsWith('header'))).toBe(true);
    expect(gateway.last()).toMatchObject({ problem: 'request-invalid', operation: 'createCredentialOffer' });
  });

  test('a query parameter', async () => {
    const answer = await gateway.app.inject({ url: `${offers}?limit=0&status=lost`, headers: { authorization } });
    expect(answer.json<{ errors: unknown[] }>().errors).toMatchObject([
      { in: 'query', at: 'status' },
      { in: 'query', at: 'limit' },
    ]);
  });

  test('a missing body, and one that breaks off', async () => {
    const send = (payload?: string) => gateway.app.inject({ method: 'POST', url: offers, headers: json, payload });
    expect((await send()).json()).toMatchObject({
      errors: [{ in: 'body', at: '', message: 'is required: send application/json' }],
    });
    expect((await send('{"holder":')).json()).toMatchObject({
      type: '/docs/errors/body-malformed',
      detail: 'The body is not JSON. It ends too early: at line 1, column 11, a value was expected.',
    });
  });

  test('a name that could reach a prototype', async () => {
    const payload = '{"__proto__":{"status":"accepted"}}';
    const answer = await gateway.app.inject({ method: 'POST', url: offers, headers: json, payload });
    expect(answer.json()).toMatchObject({ errors: [{ in: 'body', at: '/__proto__' }] });
  });
});

describe('4xx of the way there', () => {
  test.each([
    ['no API', '/gateway/nothing/v1/x', 'api-not-found', 'There is no API "nothing" here.'],
    ['no version', '/gateway/cardea/v9/x', 'api-not-found', 'cardea has no version "v9". It has v2'],
    ['only an API', '/gateway/cardea', 'api-not-found', 'cardea has no version'],
    ['nothing', '/gateway', 'api-not-found', 'There is no API'],
    ['no path', '/gateway/cardea/v2/offers', 'operation-not-found', 'no path like /offers'],
    ['a path that goes on', `${offers}/off_1/x/y`, 'operation-not-found', 'no path like'],
  ])('404: %s', async (_name, url, code, detail) => {
    const answer = await gateway.app.inject({ url, headers: { authorization } });
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({
      type: `/docs/errors/${code}`,
      detail: expect.stringContaining(detail) as string,
    });
    expect(gateway.last()).toMatchObject({ status: 404, problem: code, operation: null });
  });

  test('404: what is not there, in the contract’s own form', async () => {
    const url = `${offers}/off_00000000000000000000000000`;
    const answer = await gateway.app.inject({ url, headers: { authorization } });
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.json()).toMatchObject({ status: 404, detail: expect.stringContaining('is not there') as string });
    expect(gateway.last()).toMatchObject({ problem: null, findings: [], resource: 'off_00000000000000000000000000' });
    const old = await gateway.app.inject({ url: '/gateway/cardea-old/v1/credentials/1', headers: { authorization } });
    expect([old.statusCode, gateway.last().findings]).toEqual([404, []]);
    expect(old.json()).not.toHaveProperty('detail');
  });

  test('405: with what the path takes', async () => {
    const answer = await gateway.app.inject({ method: 'PUT', url: offers, headers: json, payload: {} });
    expect([answer.statusCode, answer.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS, POST']);
  });

  test('406: an answer that the client does not take', async () => {
    const answer = await gateway.app.inject({ url: offers, headers: { authorization, accept: 'image/png' } });
    expect([answer.statusCode, gateway.last().problem]).toEqual([406, 'not-acceptable']);
  });

  test('413: a body beyond 10 MB, said in advance or not', async () => {
    const payload = Buffer.alloc(10 * 1024 * 1024 + 1, ' ');
    const answer = await gateway.app.inject({ method: 'POST', url: offers, headers: json, payload });
    expect([answer.statusCode, answer.headers.connection]).toEqual([413, 'close']);
    expect(gateway.last().problem).toBe('body-too-large');
  });

  test('415: a body of another type', async () => {
    const headers = { authorization, 'content-type': 'application/xml' };
    const answer = await gateway.app.inject({ method: 'POST', url: offers, headers, payload: '<offer/>' });
    expect(answer.statusCode).toBe(415);
    expect(answer.json()).toMatchObject({ detail: 'The body is application/xml. Send application/json.' });
  });
});
