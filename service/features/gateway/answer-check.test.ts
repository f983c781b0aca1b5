import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { newSqlite } from '../../../tests/support/databases.ts';
import { migrate, openDatabase } from '../../platform/database/index.ts';
import { sandboxMigrations } from '../sandbox/index.ts';
import { limitsMigrations } from '../limits/index.ts';
import { startGateway } from './gateway.fixture.ts';
import { type Listening, liveContract, upstreamServer } from './live.fixture.ts';

const ends: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

const place = await newSqlite();
const database = await openDatabase(place);
ends.push(
  () => place.remove(),
  () => database.close(),
);
await migrate(database, [...sandboxMigrations, ...limitsMigrations]);

const key = { authorization: 'Bearer ptl_live_a' };
const thing = '/gateway/api/v1/things/1';
const good = JSON.stringify({ id: 'one', name: 'Ada' });
const bad = JSON.stringify({ name: 'Ada', password: 's3cret' });

interface Said {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

/** A gateway before an upstream that says this. */
async function before(said: Said, options: { blockOnDrift?: boolean } = {}) {
  const server: Listening = await upstreamServer((_, response) => {
    response.writeHead(said.status ?? 200, { 'content-type': 'application/json', ...said.headers });
    response.end(said.body ?? good);
  });
  const live = { url: server.origin, variables: {}, timeoutSeconds: 5 };
  const gateway = await startGateway(database, [liveContract], { live, ...options });
  ends.push(
    () => server.close(),
    () => gateway.app.close(),
  );
  return gateway;
}

describe('an answer that has gone out is compared with the contract', () => {
  test('and as promised, nothing is noted and nothing kept of it', async () => {
    const { app, last } = await before({});
    await app.inject({ url: thing, headers: key });
    expect(last()).toMatchObject({ isCompared: true, findings: [], excerpt: null, upstreamStatus: 200 });
  });

  test.each<[string, Said, { at: string; drift: string; message: RegExp }]>([
    ['a status', { status: 418 }, { at: '', drift: 'status', message: /declares no answer with the status 418/ }],
    [
      'a media type',
      { headers: { 'content-type': 'text/html' } },
      { at: '', drift: 'media-type', message: /text\/html/ },
    ],
    ['a member', { body: bad }, { at: '/id', drift: 'schema', message: /is required/ }],
    ['JSON', { body: '{"id": 1' }, { at: '', drift: 'body', message: /not JSON/ }],
    [
      'a member of a body in gzip',
      { headers: { 'content-encoding': 'gzip' }, body: gzipSync(bad) },
      { at: '/id', drift: 'schema', message: /is required/ },
    ],
    [
      'a member of a body in br',
      { headers: { 'content-encoding': 'br' }, body: brotliCompressSync(bad) },
      { at: '/id', drift: 'schema', message: /is required/ },
    ],
    [
      'a member of a body in zstd',
      { headers: { 'content-encoding': 'zstd' }, body: zstdCompressSync(bad) },
      { at: '/id', drift: 'schema', message: /is required/ },
    ],
    [
      'gzip that is none',
      { headers: { 'content-encoding': 'gzip' }, body: good },
      { at: '', drift: 'body', message: /not gzip/ },
    ],
  ])('%s', async (_name, said, { at, drift, message }) => {
    const { app, last } = await before(said);
    const answer = await app.inject({ url: thing, headers: key });
    expect(answer.statusCode).toBe(said.status ?? 200);
    expect(answer.rawPayload).toEqual(Buffer.from(said.body ?? good));
    expect(last().findings).toMatchObject([{ in: 'response', at, drift }]);
    expect(last().findings[0]?.message).toMatch(message);
  });

  test('with an excerpt and an example where it is wrong, both without secrets', async () => {
    const { app, last } = await before({ body: bad });
    await app.inject({ url: thing, headers: key });
    const { excerpt, findings } = last();
    expect(excerpt?.request).toContain('GET /things/1\n');
    expect(excerpt?.answer).toContain('"name": "Ada"');
    expect(findings[0]?.example).toBe('{\n  "name": "Ada",\n  "password": "[redacted]"\n}');
    expect(JSON.stringify(last())).not.toMatch(/s3cret|ptl_live_a/);
  });

  test('not where it inflates to more than 1 MB: a bomb costs no more than that', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '));
    const { app, last } = await before({ headers: { 'content-encoding': 'gzip' }, body: bomb });
    const answer = await app.inject({ url: thing, headers: key });
    expect(answer.rawPayload).toHaveLength(bomb.length);
    expect(last()).toMatchObject({ isCompared: false, findings: [] });
  });

  test('not where its encoding is unknown', async () => {
    const { app, last } = await before({ headers: { 'content-encoding': 'aes128gcm' } });
    await app.inject({ url: thing, headers: key });
    expect(last()).toMatchObject({ isCompared: false, findings: [] });
  });
});

describe('a version with blockOnDrift', () => {
  test('refuses in the place of an answer that is not as its contract says', async () => {
    const { app, last } = await before({ body: bad }, { blockOnDrift: true });
    const answer = await app.inject({ url: thing, headers: key });
    expect(answer.statusCode).toBe(502);
    expect(answer.json()).toMatchObject({ type: '/docs/errors/answer-invalid' });
    expect(answer.body).toContain('/id is required');
    expect(answer.body).not.toContain('Ada');
    expect(last()).toMatchObject({
      status: 502,
      upstreamStatus: 200,
      problem: 'answer-invalid',
      findings: [{ at: '/id', drift: 'schema' }],
    });
  });

  test('passes on what is as it says, with all its headers', async () => {
    const said = { headers: { etag: '"1"', 'x-own': 'yes' } };
    const { app, last } = await before(said, { blockOnDrift: true });
    const answer = await app.inject({ url: thing, headers: key });
    expect([answer.statusCode, answer.body, answer.headers.etag, answer.headers['x-own']]).toEqual([
      200,
      good,
      '"1"',
      'yes',
    ]);
    expect(last()).toMatchObject({ isCompared: true, findings: [], problem: null });
  });

  test('passes on what is longer than 1 MB as it comes, to the last byte', async () => {
    const body = JSON.stringify({ name: 'x'.repeat(3 * 1024 * 1024) });
    const { app, last } = await before({ body }, { blockOnDrift: true });
    const answer = await app.inject({ url: thing, headers: key });
    expect(answer.statusCode).toBe(200);
    expect(answer.body === body).toBe(true);
    expect(last()).toMatchObject({ isCompared: false, responseBytes: body.length });
  });

  test('refuses, too, where the answer breaks off', async () => {
    const server = await upstreamServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"id"', () => response.destroy());
    });
    const live = { url: server.origin, variables: {}, timeoutSeconds: 5 };
    const { app, last } = await startGateway(database, [liveContract], { live, blockOnDrift: true });
    ends.push(
      () => server.close(),
      () => app.close(),
    );
    const answer = await app.inject({ url: thing, headers: key });
    expect(answer.statusCode).toBe(502);
    expect(last().problem).toBe('upstream-unavailable');
  });
});

test('a request whose client went away before it was answered is in the records, too, as 499', async () => {
  const arrived = Promise.withResolvers<void>();
  const server = await upstreamServer(() => arrived.resolve());
  const live = { url: server.origin, variables: {}, timeoutSeconds: 30 };
  const { app, exchanges } = await startGateway(database, [liveContract], { live });
  ends.push(
    () => server.close(),
    () => app.close(),
  );
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  const client = new AbortController();
  const answer = fetch(origin + thing, { headers: key, signal: client.signal });
  await arrived.promise;
  client.abort();
  await expect(answer).rejects.toThrow();
  await vi.waitFor(() => expect(exchanges).toHaveLength(1));
  expect(exchanges[0]).toMatchObject({ status: 499, problem: null, organization: 'org_a', operation: 'getThing' });
});
