import { beforeEach, describe, expect, test } from 'vitest';
import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { addressLimitsOn, limitsMigrations } from '../../../tests/support/address-limits.ts';
import { portalApi } from '../../../tests/support/portal-api.ts';
import type { Database } from '../../platform/database/index.ts';
import { feedbackFeature } from './index.ts';
import { feedbackMigrations } from './migrations.ts';
import { sqlFeedbackStore } from './sql-feedback-store.ts';

const good = { page: '/docs/webhooks', helpful: false, reason: 'missing', comment: 'What if my endpoint is down?' };
const form = 'application/x-www-form-urlencoded';
const receivedAt = new Date('2026-11-21T10:00:00.000Z');

describeOnBothDatabases('feedback', (open) => {
  let app: ReturnType<typeof portalApi>['app'];
  let database: Database;

  beforeEach(async () => {
    database = await open([...feedbackMigrations, ...limitsMigrations]);
    const api = portalApi();
    app = api.app;
    const feature = feedbackFeature({
      database,
      routes: api.routes,
      reasons: ['missing', 'wrong'],
      sites: [],
      thanksPage: '/thanks',
      addressLimits: addressLimitsOn(database),
      clock: { now: () => receivedAt },
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
      .withTables<{ feedback: { id: string } }>()
      .selectFrom('feedback')
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
      expect(await sqlFeedbackStore(database).find(id)).toEqual({ id, receivedAt, ...good });
    });

    test('for the longest comment', async () => {
      expect((await post({ ...good, comment: '🚢'.repeat(4000) })).statusCode).toBe(201);
    });

    test('for a comment with U+0000, which is left out', async () => {
      const answer = await post({ ...good, comment: 'a\u0000b' });
      const item = await sqlFeedbackStore(database).find(answer.json<{ id: string }>().id);
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
