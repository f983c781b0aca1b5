import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newSqlite } from '../../../tests/support/databases.ts';
import { portalApi } from '../../../tests/support/portal-api.ts';
import { type Database, migrate, openDatabase } from '../../platform/database/index.ts';
import { ProblemError } from '../../platform/problem.ts';
import { onboardingFeature } from './index.ts';
import { anExchange, firstCall, memoryRecords } from './journey.fixture.ts';
import { onboardingMigrations } from './migrations.ts';

let app: ReturnType<typeof portalApi>['app'];
let records: ReturnType<typeof memoryRecords>;
let usable: Set<string>;

let database: Database;
let place: Awaited<ReturnType<typeof newSqlite>>;
beforeEach(async () => {
  place = await newSqlite();
  database = await openDatabase(place);
  await migrate(database, onboardingMigrations);
  const api = portalApi();
  app = api.app;
  records = memoryRecords();
  usable = new Set(['a', 'b']);
  const feature = onboardingFeature({
    routes: api.routes,
    journeys: [firstCall],
    records,
    ...{ database, contracts: [], sites: [], log: { warn: () => undefined }, onLaunch: async () => undefined },
    sessionOf: async () => null,
    keysOf: async () => ({ launchedAt: null, environments: [] }),
    pollMs: 40,
    keyOf: async (request) => {
      const id = request.headers.authorization?.slice('Bearer '.length) ?? '';
      if (!usable.has(id)) throw new ProblemError('key-missing');
      return { id, organization: 'org_1', environment: 'sandbox', requestsPerMinute: 60 };
    },
    keepAliveMs: 40,
  });
  await app.register(feature.plugin);
});
afterEach(async () => {
  await app.close();
  await database.close();
  await place.remove();
});

const path = '/api/v1/journeys/first-call/progress';
const get = (url: string, key = 'a') => app.inject({ url, headers: { authorization: `Bearer ${key}` } });

describe('GET progress', () => {
  describe('200', () => {
    test('says which steps are proven, when and by which exchange', async () => {
      records.record(anExchange({}));
      const answer = await get(path);
      expect(answer.statusCode).toBe(200);
      const exchange = {
        ...{ id: 'exc_1', at: '2026-11-21T09:31:04.120Z', api: 'cardea', version: 'v2', operation: 'createOffer' },
        ...{ method: 'POST', path: '/offers', status: 201, duration_ms: 7.4, findings: [] },
      };
      expect(answer.json()).toEqual({
        journey: 'first-call',
        title: 'Your first call',
        steps: [
          {
            ...{ id: 'get-key', title: 'Get a key', state: 'proven', optional: false },
            ...{ proven_at: '2026-11-21T09:00:00.000Z', evidence: { kind: 'key' } },
          },
          {
            ...{ id: 'create', title: 'Create', state: 'proven', optional: false },
            ...{ proven_at: '2026-11-21T09:31:04.120Z', exchange },
            evidence: { kind: 'records', exchanges: [exchange], deliveries: [] },
          },
          {
            ...{ id: 'read', title: 'Read', state: 'next', optional: false },
            ...{ may_start: true, missing: 'No getOffer was answered with 2XX yet.' },
          },
        ],
        complete: false,
      });
    });
  });

  describe('401', () => {
    test('without a usable key, also where the journey is not there', async () => {
      expect((await get(path, 'none')).statusCode).toBe(401);
      expect((await get('/api/v1/journeys/other/progress', 'none')).statusCode).toBe(401);
    });
  });

  describe('404', () => {
    test('for a journey that is not there, with those that are', async () => {
      const answer = await get('/api/v1/journeys/other/progress');
      expect(answer.json()).toMatchObject({
        type: '/docs/errors/resource-not-found',
        detail: 'There is no journey other. There is: first-call.',
      });
    });
  });

  describe('400', () => {
    test('for what cannot be a journey’s id', async () => {
      const answer = await get('/api/v1/journeys/First%20Call/progress');
      expect(answer.json()).toMatchObject({ status: 400, errors: [{ in: 'path', at: 'journey' }] });
    });
  });
});

describe('GET progress/events', () => {
  const events = `${path}/events`;

  async function follow(key = 'a') {
    if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const abort = new AbortController();
    const answer = await fetch(`http://127.0.0.1:${port}${events}`, {
      headers: { authorization: `Bearer ${key}` },
      signal: abort.signal,
    });
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const until = async (wanted: string | null): Promise<string> => {
      for (;;) {
        if (wanted !== null && text.includes(wanted)) return text;
        const read = await reader?.read();
        if (!read || read.done) return text;
        text += read.value;
      }
    };
    return { answer, until, abort };
  }

  describe('200', () => {
    test('begins with the progress, tells each change, and keeps the connection open', async () => {
      const { answer, until, abort } = await follow();
      expect(answer.headers.get('content-type')).toBe('text/event-stream');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await until('\n\n')).toMatch(/^event: progress\ndata: \{"journey":"first-call".*"complete":false\}\n\n/);
      await until(': still here\n\n');
      records.record(anExchange({}));
      await until('"exc_1"');
      records.record(anExchange({ id: 'exc_2', operation: 'getOffer', status: 200 }));
      const all = await until('"complete":true');
      expect(all.match(/^event: progress$/gm)).toHaveLength(3);
      abort.abort();
    });

    test('tells the error that was met, and nothing where an exchange changes nothing', async () => {
      const { until, abort } = await follow();
      await until('\n\n');
      records.record(anExchange({ status: 400, problem: 'request-invalid' }));
      await until('"sentence":"createOffer was answered with 400."');
      records.record(anExchange({ id: 'exc_2', operation: 'listOffers' }));
      const all = await until(': still here\n\n: still here\n\n');
      expect(all.match(/^event: progress$/gm)).toHaveLength(2);
      abort.abort();
    });

    test('tells what another process recorded, also one whose clock is behind', async () => {
      const { until, abort } = await follow();
      records.record(anExchange({ id: 'exc_5', operation: 'listOffers' }));
      await until('\n\n');
      records.recordElsewhere(anExchange({ id: 'exc_3' }));
      expect(await until('"exc_3"')).toContain('"state":"proven"');
      abort.abort();
    });

    test('ends when the client goes', async () => {
      const { until, abort } = await follow();
      await until('\n\n');
      expect(records.listeners.size).toBe(1);
      abort.abort();
      await vi.waitFor(() => expect(records.listeners.size).toBe(0));
    });

    test('ends when the key does', async () => {
      const { until } = await follow();
      await until('\n\n');
      usable.delete('a');
      await until(null);
      await vi.waitFor(() => expect(records.listeners.size).toBe(0));
    });

    test('ends when the service stops', async () => {
      const { until } = await follow();
      await until('\n\n');
      await app.close();
      expect(records.listeners.size).toBe(0);
      await until(null).catch((error: unknown) => expect(String(error)).toContain('terminated'));
    });

    test('ends when the progress can no longer be read', async () => {
      const { until } = await follow();
      await until('\n\n');
      records.fail = new Error('the database is gone');
      records.record(anExchange({}));
      await until(null);
      await vi.waitFor(() => expect(records.listeners.size).toBe(0));
    });
  });

  describe('401', () => {
    test('without a usable key', async () => {
      expect((await get(events, 'none')).statusCode).toBe(401);
    });
  });

  describe('404', () => {
    test('for a journey that is not there', async () => {
      expect((await get('/api/v1/journeys/other/progress/events')).statusCode).toBe(404);
    });
  });

  describe('429', () => {
    test('for the seventh stream of a key, not for another key; and no more once one ended', async () => {
      const opened = [];
      for (let count = 0; count < 6; count += 1) opened.push(await follow());
      const seventh = await follow();
      expect([seventh.answer.status, seventh.answer.headers.get('retry-after')]).toEqual([429, '15']);
      const other = await follow('b');
      expect(other.answer.status).toBe(200);
      opened[0]?.abort.abort();
      await vi.waitFor(async () => {
        const again = await follow();
        again.abort.abort();
        expect(again.answer.status).toBe(200);
      });
      for (const { abort } of [...opened, other]) abort.abort();
    });
  });

  describe('503', () => {
    test('where the first progress cannot be read, and the stream does not count', async () => {
      records.fail = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
      for (let count = 0; count < 8; count += 1) expect((await get(events)).statusCode).toBe(503);
      expect(records.listeners.size).toBe(0);
    });
  });
});
