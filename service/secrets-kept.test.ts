import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Operation } from '../contract/model.ts';
import { readContracts } from '../contract/read/index.ts';
import { newPostgres, newSqlite } from '../tests/support/databases.ts';
import { portalContract } from '../tests/support/portal-api.ts';
import { type RunningApp, startApp } from './app.fixture.ts';
import { samples } from './authorization-samples.fixture.ts';
import { makeSecrets, type Secrets } from './secrets.fixture.ts';

/**
 * What lets somebody in is shown to its owner, once, and written nowhere: every operation is called with every secret where a mistaken client
 * would put it, and then all that the portal wrote is searched.
 */
const places = { SQLite: newSqlite, PostgreSQL: newPostgres };

/** A collector of spans: all that it gets, as text. */
async function collector() {
  const received: string[] = [];
  const server = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (text: string) => received.push(text));
    request.on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    text: () => received.join('\n'),
    close: () => server.closeAllConnections() ?? server.close(),
  };
}

/** Those that end what the others need come last. */
const ends = new Set(['signOut', 'endOtherSessions', 'leaveOrganization', 'deleteAccount', 'resetSandbox']);
const portalOperations = portalContract.operations.toSorted((a, b) => Number(ends.has(a.id)) - Number(ends.has(b.id)));

describe.each(['SQLite', 'PostgreSQL'] as const)('with %s, what lets somebody in', (database) => {
  const lines: string[] = [];
  let running: RunningApp;
  let spans: Awaited<ReturnType<typeof collector>>;
  let secrets: Secrets;
  let metrics: string;
  let dump: string;
  const refusals: string[] = [];
  let asked = 0;

  beforeAll(async () => {
    spans = await collector();
    running = await startApp({
      place: await places[database](),
      settings: { trustProxy: false, logLevel: 'trace' },
      portal: { metrics: { open: true } },
      environment: { OTEL_EXPORTER_OTLP_ENDPOINT: spans.url },
      logStream: { write: (line) => void lines.push(line) },
    });
    secrets = await makeSecrets(running);
    for (const operation of portalOperations) await tryAll('/api/v1', operation, samples[operation.id]?.path ?? {});
    const [contract] = (await readContracts(running.portal)).filter(
      ({ api, version }) => api === 'cardea' && version === 'v2',
    );
    for (const operation of contract?.operations ?? []) await tryAll('/gateway/cardea/v2', operation, {});
    metrics = (await running.app.inject({ url: '/metrics' })).body;
    // What is written behind the answers is written by then.
    await running.app.close();
    const { db } = running.database;
    const tables = await db.introspection.getTables();
    const rows = await Promise.all(tables.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(db)));
    dump = JSON.stringify(rows.map((found) => found.rows));
  }, 120_000);
  afterAll(async () => {
    await running.close();
    spans.close();
  });

  /** Each secret where its client would put it, and where a mistaken one does. */
  async function tryAll(prefix: string, operation: Operation, values: Readonly<Record<string, string>>) {
    const path = prefix + operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? 'none');
    const { all, owner, key } = secrets;
    const of = (name: string) => all.get(name) ?? '';
    const cookie = [...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const body = Object.fromEntries(
      ['password', 'code', 'token', 'secret', 'client_secret', 'email', 'label', 'unknown'].map((name, place) => [
        name,
        [...all.values()][(asked + place) % all.size],
      ]),
    );
    const query = `?access_token=${key}&key=${of('a guessed key')}&code=${of('a guessed code')}`;
    const heads: Record<string, string>[] = [
      {
        cookie,
        authorization: `Bearer ${key}`,
        'x-api-key': of('a key that was rolled'),
        'idempotency-key': `try-${asked}`,
      },
      { cookie: `${cookie}; key=${of('a guessed key')}` },
      { authorization: `Bearer ${of('a guessed key')}` },
      { authorization: `Bearer ${of('a revoked key')}` },
      { authorization: `Bearer ${of('an access token')}` },
      { authorization: `Basic ${Buffer.from(`ada:${of('a password')}`).toString('base64')}` },
    ];
    for (const [place, headers] of heads.entries()) {
      asked += 1;
      const answer = await running.app.inject({
        method: operation.method.toUpperCase() as 'GET',
        url: path + (place === 1 ? query : ''),
        remoteAddress: `10.9.${Math.floor(asked / 250)}.${(asked % 250) + 1}`,
        headers: { host: 'localhost:3000', ...headers },
        ...(operation.requestBody && { payload: place === 0 ? (samples[operation.id]?.body ?? body) : body }),
      });
      if (answer.statusCode >= 400) refusals.push(`${JSON.stringify(answer.headers)} ${answer.body}`);
    }
  }

  /** Which secrets stand in a text. */
  const found = (text: string) => [...secrets.all].filter(([, secret]) => text.includes(secret)).map(([name]) => name);

  test('was tried at every door', () => {
    expect(asked).toBeGreaterThan(500);
    expect(refusals.length).toBeGreaterThan(300);
    expect(lines.length).toBeGreaterThan(0);
    expect(dump.length).toBeGreaterThan(10_000);
    expect(spans.text()).toContain('gateway');
    expect(metrics).toContain('portal_gateway');
  });

  test('stands in no log line', () => expect(found(lines.join(''))).toEqual([]));
  test('stands in no refusal', () => expect(found(refusals.join('\n'))).toEqual([]));
  test('stands in no metric', () => expect(found(metrics)).toEqual([]));
  test('stands in no span', () => expect(found(spans.text())).toEqual([]));
  test('stands nowhere in the database', () => expect(found(dump)).toEqual([]));
});
