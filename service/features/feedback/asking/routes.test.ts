import { beforeEach, describe, expect, test } from 'vitest';
import { describeOnBothDatabases } from '../../../../tests/support/databases.ts';
import { addressLimitsOn, limitsMigrations } from '../../../../tests/support/address-limits.ts';
import { portalApi } from '../../../../tests/support/portal-api.ts';
import type { Database } from '../../../platform/database/index.ts';
import { ProblemError } from '../../../platform/problem.ts';
import type { Session } from '../../accounts/index.ts';
import { anExchange } from '../../traffic/exchange.fixture.ts';
import { feedbackFeature } from '../index.ts';
import { anItem } from '../items/item.fixture.ts';
import { solvedProof } from './challenge.fixture.ts';
import { feedbackMigrations } from '../migrations.ts';
import { sqlItemStore } from '../items/sql-item-store.ts';

const good = { page: '/docs/webhooks', helpful: false, reason: 'missing', comment: 'What if my endpoint is down?' };
const form = 'application/x-www-form-urlencoded';
const ada: Session = {
  id: 'ses_1',
  person: { id: 'per_1', name: 'Ada', email: 'ada@example.com', hasSecondFactor: false, isStaff: false },
  organization: { id: 'org_1', name: 'University', role: 'owner' },
  organizations: [],
};
const seen = anExchange({ id: 'exc_1', requestId: 'req_1', status: 422, excerpt: { request: 'POST', answer: '422' } });
const receivedAt = new Date('2026-11-21T10:00:00.000Z');

describeOnBothDatabases('feedback', (open) => {
  let app: ReturnType<typeof portalApi>['app'];
  let database: Database;
  let now: Date;

  beforeEach(async () => {
    now = receivedAt;
    database = await open([...feedbackMigrations, ...limitsMigrations]);
    const api = portalApi();
    app = api.app;
    const feature = feedbackFeature({
      database,
      routes: api.routes,
      reasons: ['missing', 'wrong'],
      excerptDays: 90,
      secret: Buffer.alloc(32, 1),
      sessionOf: async ({ headers }) => (headers.cookie === 'session' ? ada : null),
      namesOf: async () => new Map(),
      guestOf: ({ headers }) => (headers.cookie === 'guest' ? 'org_guest' : null),
      keyOf: async ({ headers }) => {
        if (headers.authorization !== 'Bearer good') throw new ProblemError('key-unknown');
        return { organization: 'org_1' };
      },
      findExchange: async (organization, id) =>
        [seen.id, seen.requestId].includes(id) && organization === seen.organization ? seen : null,
      log: { error: () => undefined },
      sites: [],
      thanksPage: '/thanks',
      addressLimits: addressLimitsOn(database),
      clock: { now: () => now },
    });
    await app.register(feature.plugin);
  });

  const post = (payload: string | object, type = 'application/json', headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/feedback',
      headers: { 'content-type': type, ...headers },
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    });
  const stored = async () => {
    const rows = await database.db
      .withTables<{ feedback_items: { id: string } }>()
      .selectFrom('feedback_items')
      .select('id')
      .execute();
    return rows.length;
  };

  describe('201', () => {
    test('means that the item is stored', async () => {
      const answer = await post(good);
      expect(answer.statusCode).toBe(201);
      const { id, received_at } = answer.json<{ id: string; received_at: string }>();
      expect(received_at).toBe('2026-11-21T10:00:00.000Z');
      expect(await sqlItemStore(database).find(id)).toEqual(
        anItem({ id, receivedAt, ...good, pageText: null, held: 'no-proof' }),
      );
    });

    const kept = async (body: object, headers: Record<string, string> = {}) => {
      const answer = await post(body, 'application/json', headers);
      expect(answer.statusCode).toBe(201);
      return sqlItemStore(database).find(answer.json<{ id: string }>().id);
    };

    test('for words with the proof of a challenge, which are not held; the same proof again is', async () => {
      const challenge = await app.inject('/api/v1/feedback/challenge');
      expect(challenge.headers['cache-control']).toBe('no-store');
      const proof = await solvedProof(challenge.json());
      now = new Date(receivedAt.getTime() + 2000);
      expect(await kept({ ...good, proof })).toMatchObject({ held: null });
      expect(await kept({ ...good, proof })).toMatchObject({ held: 'proof-reused' });
    });

    test('for who is signed in, by name unless that was left out', async () => {
      const who = { person: 'per_1', organization: 'org_1', held: null };
      expect(await kept(good, { cookie: 'session' })).toMatchObject(who);
      const unnamed = { person: null, organization: null, held: null };
      expect(await kept({ ...good, anonymous: true }, { cookie: 'session' })).toMatchObject(unnamed);
    });

    test.each([
      ['the key that made it', 'req_1', { authorization: 'Bearer good' }],
      ['the session of its organization', 'exc_1', { cookie: 'session' }],
    ])('for an exchange with %s: it is attached as it was recorded', async (_, exchange, headers) => {
      const item = await kept({ kind: 'exchange', page: '/reference/x', exchange }, headers);
      const { id, requestId, at, method, path, status, problem, excerpt } = seen;
      expect(item?.exchange).toEqual({ id, requestId, at, method, path, status, problem, excerpt });
    });

    test('for what fills the field that nobody sees, which is held', async () => {
      expect(await kept({ ...good, website: 'https://spam.example' })).toMatchObject({ held: 'trap' });
    });

    test('for the longest comment', async () => {
      expect((await post({ ...good, comment: '🚢'.repeat(4000) })).statusCode).toBe(201);
    });

    test('for a comment with U+0000, which is left out', async () => {
      const answer = await post({ ...good, comment: 'a\u0000b' });
      const item = await sqlItemStore(database).find(answer.json<{ id: string }>().id);
      expect(item?.comment).toBe('ab');
    });
  });

  describe('303', () => {
    test('sends a form on to the page that says thank you, when it is stored', async () => {
      const fields = new URLSearchParams({ page: '/docs/webhooks', helpful: 'true', reason: '', comment: '🚢 & more' });
      const answer = await post(fields.toString(), form);
      expect([answer.statusCode, answer.headers.location]).toEqual([303, '/thanks']);
      expect(await stored()).toBe(1);
    });
  });

  describe('400', () => {
    test.each<[string, object, string]>([
      ['no page', { helpful: true }, '/page'],
      ['a page that is no path', { ...good, page: 'https://x.example/' }, '/page'],
      ['a page with a line end', { ...good, page: '/a\nb' }, '/page'],
      ['helpful as text', { ...good, helpful: 'true' }, '/helpful'],
      ['an unknown reason', { ...good, reason: 'boring' }, '/reason'],
      ['a long comment', { ...good, comment: 'x'.repeat(4001) }, '/comment'],
      ['an unknown property', { ...good, mail: 'x' }, '/mail'],
      ['an address that is none', { ...good, email: 'ada' }, '/email'],
      ['a passage that is too long', { ...good, kind: 'quote', quote: { text: 'x'.repeat(1001) } }, '/quote/text'],
      ['a kind without what it is about', { ...good, kind: 'search' }, '/query'],
      ["another's exchange", { ...good, kind: 'exchange', exchange: 'exc_1' }, '/exchange'],
    ])('for %s, and names it', async (_, body, at) => {
      const answer = await post(body);
      expect(answer.statusCode).toBe(400);
      const { errors } = answer.json<{ errors: { in: string; at: string }[] }>();
      expect(errors[0]).toMatchObject({ in: 'body', at });
      expect(await stored()).toBe(0);
    });

    test('names all places at once', async () => {
      const { errors } = (await post({ helpful: 1, mail: 2 })).json<{ errors: { at: string }[] }>();
      expect(errors.map(({ at }) => at).toSorted()).toEqual(['/helpful', '/mail', '/page']);
    });

    test.each([
      ['no JSON', '{"page":'],
      ['a prototype', '{"page":"/a","helpful":true,"__proto__":{}}'],
    ])('for %s', async (_, body) => {
      const answer = await post(body);
      expect([answer.statusCode, answer.json<{ type: string }>().type]).toEqual([400, '/docs/errors/body-malformed']);
    });

    test('for no body at all', async () => {
      const answer = await app.inject({ method: 'POST', url: '/api/v1/feedback' });
      expect(answer.json()).toMatchObject({ status: 400, errors: [{ in: 'body', at: '', message: 'is required' }] });
    });

    test('for a form whose answer is neither true nor false', async () => {
      expect((await post('page=/a&helpful=yes', form)).statusCode).toBe(400);
    });
  });

  test('401 for a key that is no good', async () => {
    const answer = await post(good, 'application/json', { authorization: 'Bearer bad' });
    expect([answer.statusCode, await stored()]).toEqual([401, 0]);
  });

  describe('403', () => {
    test('for a form on another site', async () => {
      const answer = await post('page=/a&helpful=true', form, { origin: 'https://evil.example', host: 'localhost' });
      expect(answer.statusCode).toBe(403);
    });
  });

  describe('413', () => {
    test('for a body beyond 64 KiB', async () => {
      expect((await post({ ...good, comment: 'x'.repeat(70_000) })).statusCode).toBe(413);
    });
  });

  describe('415', () => {
    test.each(['text/plain', 'application/xml', 'multipart/form-data; boundary=x'])('for %s', async (type) => {
      expect((await post('x', type)).statusCode).toBe(415);
    });
  });

  describe('429', () => {
    test('for the seventh of a minute, with an honest Retry-After; the six are stored', async () => {
      const statuses: number[] = [];
      for (let count = 0; count < 7; count += 1) statuses.push((await post(good)).statusCode);
      expect(statuses).toEqual([201, 201, 201, 201, 201, 201, 429]);
      expect(await stored()).toBe(6);
      const refused = await post(good);
      expect([9, 10]).toContain(Number(refused.headers['retry-after']));
      expect(refused.json<{ detail: string }>().detail).toContain(`Wait ${String(refused.headers['retry-after'])} s`);
      expect((await post(good, 'application/json', { 'x-forwarded-for': '192.0.2.7' })).statusCode).toBe(201);
    });
  });

  describe('503', () => {
    test('where the database is gone, and nothing is acknowledged', async () => {
      await database.close();
      const answer = await post(good);
      expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '2']);
    });
  });
});
