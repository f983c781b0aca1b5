import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newSqlite } from '../../../tests/support/databases.ts';
import type { SecurityRequirement, SecurityScheme } from '../../../contract/model.ts';
import { migrate, openDatabase } from '../../platform/database/index.ts';
import type { UsableKey } from '../keys/index.ts';
import { sandboxMigrations } from '../sandbox/index.ts';
import { decideSecurity, type Identity } from './combined-security.ts';
import { type RunningGateway, startGateway } from './gateway.fixture.ts';
import { liveContract, rawUpstream } from './live.fixture.ts';

const securitySchemes: Record<string, SecurityScheme> = {
  app: { type: 'apiKey', in: 'header', name: 'X-App' },
  session: { type: 'apiKey', in: 'cookie', name: 'session' },
  oauth: { type: 'oauth2' },
  basic: { type: 'http', scheme: 'basic' },
};
const key: UsableKey = { id: 'k', organization: 'o', environment: 'sandbox', requestsPerMinute: 1 };
const token = (...scopes: string[]): UsableKey => ({ ...key, id: 't', limitedTo: { api: 'api', scopes } });
const inApp = (whose: UsableKey | null): Identity => ({
  credential: { text: 'x', place: { kind: 'header', name: 'x-app' } },
  key: whose,
});
const inBearer = (whose: UsableKey | null): Identity => ({
  credential: { text: 'y', place: { kind: 'bearer' } },
  key: whose,
});

describe('alternatives and combinations', () => {
  test.each<[string, SecurityRequirement[], Identity[], string]>([
    ['both of two are there', [{ app: [], oauth: ['r'] }], [inApp(key), inBearer(token('r'))], 'satisfied'],
    ['a key stands for a token', [{ app: [], oauth: ['r'] }], [inApp(key), inBearer(key)], 'satisfied'],
    ['only one of two', [{ app: [], oauth: [] }], [inBearer(key)], 'X-App'],
    ['only the other', [{ app: [], oauth: [] }], [inApp(key)], 'Authorization: Bearer'],
    ['none of two in its place', [{ app: [], basic: [] }], [inBearer(key)], 'X-App, Authorization: basic'],
    ['both, and the token lacks a scope', [{ app: [], oauth: ['w'] }], [inApp(key), inBearer(token('r'))], 'scope w'],
    ['a token where a key belongs', [{ app: [], oauth: [] }], [inApp(token()), inBearer(key)], 'X-App'],
    ['one alternative is enough', [{ app: [], oauth: [] }, { basic: [] }], [inBearer(key)], 'satisfied'],
    [
      'the nearest alternative is told',
      [
        { app: [], basic: [] },
        { app: [], oauth: [] },
      ],
      [inBearer(key)],
      'X-App',
    ],
    ['nothing is an alternative', [{ app: [], oauth: [] }, {}], [inApp(key)], 'satisfied'],
    ['a bearer stands for a cookie', [{ app: [], session: [] }], [inApp(key), inBearer(key)], 'satisfied'],
    ['one that the upstream judges', [{ app: [], oauth: ['r'] }], [inApp(key), inBearer(null)], 'satisfied'],
  ])('%s', (_, security, identities, want) => {
    const outcome = decideSecurity({ securitySchemes }, { security }, identities);
    const told =
      outcome.kind === 'lacking'
        ? outcome.places.join(', ')
        : outcome.kind === 'scopes'
          ? `scope ${outcome.missing[0]}`
          : outcome.kind;
    expect(told).toBe(want);
  });
});

describe('an operation that asks for two credentials together', () => {
  let gateway: RunningGateway;
  let seen: () => string;
  let end: () => Promise<unknown>;
  beforeAll(async () => {
    const place = await newSqlite();
    const database = await openDatabase(place);
    await migrate(database, sandboxMigrations);
    const upstream = await rawUpstream((socket) => socket.end('HTTP/1.1 204 No Content\r\n\r\n'));
    seen = upstream.seen;
    gateway = await startGateway(database, [liveContract], {
      live: { url: upstream.origin, variables: {}, timeoutSeconds: 5 },
    });
    end = async () => {
      await gateway.app.close();
      await upstream.close();
      await database.close();
      await place.remove();
    };
  });
  afterAll(() => end());
  const call = (headers: Record<string, string>) => gateway.app.inject({ url: '/gateway/api/v1/both', headers });
  const detailOf = (answer: Awaited<ReturnType<typeof call>>) => answer.json<{ detail: string }>().detail;

  test('takes the key in both places', async () => {
    const answer = await call({ 'x-app': 'ptl_test_a', authorization: 'Bearer ptl_test_a' });
    expect(answer.statusCode).toBeLessThan(300);
  });

  test('401: names what is missing', async () => {
    const answer = await call({ authorization: 'Bearer ptl_test_a' });
    expect([answer.statusCode, detailOf(answer)]).toEqual([
      401,
      'both needs X-App and Authorization: bearer together. The request has nothing in X-App.',
    ]);
  });

  test('401: credentials of two organizations, or of sandbox and live', async () => {
    for (const other of ['ptl_test_b', 'ptl_live_a']) {
      const answer = await call({ 'x-app': 'ptl_test_a', authorization: `Bearer ${other}` });
      expect([answer.statusCode, detailOf(answer)]).toEqual([401, expect.stringContaining('of two organizations')]);
    }
  });

  test('401 in the sandbox for one that nobody here issued; in live it goes on to the upstream, and ours does not', async () => {
    const sandbox = await call({ 'x-app': 'ptl_test_a', authorization: 'Bearer of-the-platform' });
    expect(sandbox.statusCode).toBe(401);
    const live = await call({ 'x-app': 'ptl_live_a', authorization: 'Bearer of-the-platform' });
    expect(live.statusCode).toBe(204);
    expect(seen()).toContain('authorization: Bearer of-the-platform');
    expect(seen().toLowerCase()).not.toContain('x-app');
  });

  test('401 where none of them is of this portal', async () => {
    expect((await call({ 'x-app': 'a', authorization: 'Bearer b' })).statusCode).toBe(401);
    expect((await call({})).statusCode).toBe(401);
  });
});
