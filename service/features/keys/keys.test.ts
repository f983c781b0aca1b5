import { randomBytes } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../platform/database/index.ts';
import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { addressLimitsOn, limitsMigrations } from '../../../tests/support/address-limits.ts';
import { portalApi } from '../../../tests/support/portal-api.ts';
import { newId } from '../../platform/ids.ts';
import { issueKey, keysFeature, type KeysFeature, sqlKeyStore } from './index.ts';
import { makeKey } from './key-format.ts';
import { keysMigrations } from './migrations.ts';

interface GuestKeyJson {
  key: string;
  organization: string;
  expires_at: string;
}

const start = Date.parse('2026-11-21T10:00:00Z');

describeOnBothDatabases('keys', (open) => {
  const time = { ms: start };
  const now = () => new Date(time.ms);
  let keys: KeysFeature;
  let database: Database;
  let post: (headers?: Record<string, string>, method?: 'POST' | 'GET') => Promise<LightMyRequestResponse>;

  beforeEach(async () => {
    time.ms = start;
    database = await open([...keysMigrations, ...limitsMigrations]);
    const { app, routes } = portalApi();
    keys = keysFeature({
      database,
      routes,
      guests: { keyLifetimeMinutes: 120, requestsPerMinute: 90 },
      sites: ['https://developers.example'],
      addressLimits: addressLimitsOn(database, { now }),
      clock: { now },
      log: console,
      guestKeysPerMinute: 3,
    });
    await app.register(keys.plugin);
    app.get('/whose', async (request) => keys.keyOf(request));
    routes.refuseOtherMethods(app);
    post = (headers = {}, method = 'POST') => app.inject({ method, url: '/api/v1/guest-keys', headers });
  });

  const cookieOf = (answer: { headers: Record<string, unknown> }) =>
    String(answer.headers['set-cookie']).split(';', 1)[0] ?? '';

  test('a live key that was issued by hand is of its organization, until it ends', async () => {
    const deps = { store: sqlKeyStore(database), clock: { now }, newId, random: randomBytes };
    const wanted = {
      organization: 'org_halden',
      environment: 'live',
      requestsPerMinute: 600,
      lifetimeDays: 1,
    } as const;
    const { text, key } = await issueKey(wanted, deps);
    expect(text).toMatch(/^ptl_live_/);
    expect(await keys.authenticate(text, now())).toMatchObject({
      kind: 'usable',
      key: { id: key.id, organization: 'org_halden', environment: 'live', requestsPerMinute: 600 },
    });
    time.ms += 24 * 60 * 60 * 1000;
    expect(await keys.authenticate(text, now())).toMatchObject({ kind: 'refused', code: 'key-expired' });
  });

  describe('201', () => {
    test('gives a sandbox key that opens the gateway until it ends', async () => {
      const answer = await post();
      expect(answer.statusCode).toBe(201);
      expect(answer.headers['cache-control']).toBe('no-store');
      const { key, organization, ...rest } = answer.json<GuestKeyJson>();
      expect(rest).toEqual({
        environment: 'sandbox',
        expires_at: '2026-11-21T12:00:00.000Z',
        requests_per_minute: 90,
      });
      const decision = await keys.authenticate(key, now());
      expect(decision).toMatchObject({
        kind: 'usable',
        key: { organization, environment: 'sandbox', requestsPerMinute: 90 },
      });
      time.ms += 120 * 60_000;
      expect(await keys.authenticate(key, now())).toMatchObject({ kind: 'refused', code: 'key-expired' });
    });

    test('names the guest in a cookie that no script reads, and gives the same guest a new key', async () => {
      const first = await post();
      expect(String(first.headers['set-cookie'])).toMatch(
        /^portolan_guest=[\w-]{43}; Path=\/; Max-Age=604800; HttpOnly; SameSite=Strict$/,
      );
      const second = await post({ cookie: `theme=dark; ${cookieOf(first)}` });
      expect(cookieOf(second)).toBe(cookieOf(first));
      expect(second.json<GuestKeyJson>().organization).toBe(first.json<GuestKeyJson>().organization);
      expect(second.json<GuestKeyJson>().key).not.toBe(first.json<GuestKeyJson>().key);
    });

    test('uses a __Host- cookie over https, and does not take the plain one', async () => {
      const plain = await post();
      const secure = await post({ 'x-forwarded-proto': 'https', cookie: cookieOf(plain) });
      expect(String(secure.headers['set-cookie'])).toMatch(/^__Host-portolan_guest=.*; Secure$/);
      expect(secure.json<GuestKeyJson>().organization).not.toBe(plain.json<GuestKeyJson>().organization);
    });

    test('gives a new guest where the cookie is not ours', async () => {
      const answer = await post({ cookie: 'portolan_guest=x' });
      expect(cookieOf(answer)).toMatch(/^portolan_guest=[\w-]{43}$/);
    });

    test('stores no key, only its hash', async () => {
      const { key } = (await post()).json<GuestKeyJson>();
      const rows = await database.db.withTables<{ keys: object }>().selectFrom('keys').selectAll().execute();
      expect(rows).toHaveLength(1);
      expect(JSON.stringify(rows)).not.toContain(key);
    });

    test('remembers when the organization got its first key', async () => {
      const first = await post();
      time.ms += 60_000;
      await post({ cookie: cookieOf(first) });
      expect(await keys.firstIssuedAt(first.json<GuestKeyJson>().organization)).toEqual(new Date(start));
    });
  });

  describe('403', () => {
    test.each([
      ['another origin', { origin: 'https://evil.example', host: 'localhost' }],
      ['another site', { 'sec-fetch-site': 'cross-site' }],
      ['an opaque origin', { origin: 'null', host: 'localhost' }],
    ])('for a page of %s', async (_, headers) => {
      const answer = await post(headers);
      expect(answer.statusCode).toBe(403);
      expect(answer.json()).toMatchObject({ type: '/docs/errors/origin-refused' });
      expect(answer.headers['set-cookie']).toBeUndefined();
    });

    test.each([
      ['this origin', { origin: 'http://localhost:3000', host: 'localhost:3000' }],
      ['the site’s origin', { origin: 'https://developers.example', 'sec-fetch-site': 'cross-site' }],
      ['this origin, as the browser says', { 'sec-fetch-site': 'same-origin' }],
    ])('not for a page of %s', async (_, headers) => {
      expect((await post(headers)).statusCode).toBe(201);
    });
  });

  describe('405', () => {
    test('for another method, with those that are allowed', async () => {
      const answer = await post({}, 'GET');
      expect([answer.statusCode, answer.headers.allow]).toEqual([405, 'POST']);
    });
  });

  describe('429', () => {
    test('after the limit of an address, and of a whole IPv6 /64', async () => {
      const from = async (address: string) => (await post({ 'x-forwarded-for': address })).statusCode;
      for (const last of [1, 2, 3]) expect(await from(`2001:db8:1:2::${last}`)).toBe(201);
      expect(await from('2001:db8:1:2:ffff::1')).toBe(429);
      expect(await from('2001:db8:1:3::1')).toBe(201);
      for (let count = 0; count < 3; count += 1) await from('192.0.2.1');
      const refused = await post({ 'x-forwarded-for': '::ffff:192.0.2.1' });
      expect(refused.statusCode).toBe(429);
      expect(Number(refused.headers['retry-after'])).toBe(20);
    });
  });

  describe('a presented key', () => {
    test.each([
      ['none', undefined, 'key-missing'],
      ['one with a typing error', 'ptl_test_EXAMPLEexampleEXAMPLEexample00000000', 'key-malformed'],
    ])('%s is refused', async (_, presented, code) => {
      expect(await keys.authenticate(presented, now())).toMatchObject({ kind: 'refused', code });
    });

    test('of another portal is unknown', async () => {
      const decision = await keys.authenticate(makeKey('live', randomBytes), now());
      expect(decision).toMatchObject({ kind: 'refused', code: 'key-unknown' });
    });

    test('is refused at once when it was revoked', async () => {
      const { key } = (await post()).json<GuestKeyJson>();
      const decision = await keys.authenticate(key, now());
      expect(decision.kind === 'usable' && (await keys.revoke(decision.key.id))).toBe(true);
      expect(await keys.authenticate(key, now())).toMatchObject({ kind: 'refused', code: 'key-revoked' });
    });
  });
});
