import { describe, expect, test } from 'vitest';
import { aContract, anOperation } from '../../../contract/model.fixture.ts';
import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { portalApi } from '../../../tests/support/portal-api.ts';
import { ProblemError } from '../../platform/problem.ts';
import type { ExchangeListener } from '../traffic/index.ts';
import { answered, missing } from './drift.fixture.ts';
import { driftFeature, driftMigrations } from './index.ts';

const now = new Date('2026-11-21T10:00:00.000Z');
const team = { authorization: 'Bearer team' };
const list = '/api/v1/team/drift';

describeOnBothDatabases('the team’s drift', (open) => {
  async function start() {
    const database = await open(driftMigrations);
    const { app, routes } = portalApi();
    const listeners: ExchangeListener[] = [];
    const feature = driftFeature({
      database,
      routes,
      contracts: [
        { ...aContract([anOperation({ id: 'getCredential', slug: 'get-credential' })]), api: 'cardea', version: 'v2' },
      ],
      traffic: { follow: (listener) => void listeners.push(listener) },
      requireTeam: async (request) => {
        if (request.headers.authorization !== team.authorization) throw new ProblemError('team-only');
      },
      log: { error: () => undefined },
      clock: { now: () => now },
    });
    await app.register(feature.plugin);
    const hear: ExchangeListener = (exchange) => listeners.forEach((listener) => listener(exchange));
    return { app, hear, get: (url: string) => app.inject({ url, headers: team }) };
  }

  describe('200', () => {
    test('the list has what was found a moment ago', async () => {
      const { app, hear, get } = await start();
      const exchange = answered([missing]);
      hear(exchange);
      const answer = await get(list);
      expect(answer.json()).toMatchObject({
        data: [
          {
            operation: 'getCredential',
            place: '/status',
            count: 1,
            first_seen: '2026-11-21T09:31:04.120Z',
            exchanges: [exchange.id],
            resolved: null,
            reference: '/reference/cardea/v2/get-credential',
          },
        ],
      });
      await app.close();
    });

    test('the list is narrowed by its query', async () => {
      const { app, hear, get } = await start();
      hear(answered([missing]));
      hear(answered([missing], { version: 'v1', environment: 'sandbox' }));
      const of = async (query: string) => (await get(`${list}?${query}`)).json<{ data: unknown[] }>().data.length;
      expect(await of('')).toBe(2);
      expect(await of('api=cardea&version=v1&environment=sandbox')).toBe(1);
      expect(await of('state=resolved')).toBe(0);
      expect(await of('limit=1')).toBe(1);
      await app.close();
    });

    test('an entry is resolved, and opened again by the next answer that has it', async () => {
      const { app, hear, get } = await start();
      hear(answered([missing]));
      const [entry] = (await get(list)).json<{ data: { id: string }[] }>().data;
      const url = `${list}/${entry?.id}/resolve`;
      const answer = await app.inject({ method: 'POST', url, headers: team });
      expect(answer.json()).toMatchObject({ id: entry?.id, resolved: { at: now.toISOString(), by: 'person' } });
      expect((await get(list)).json()).toEqual({ data: [] });
      hear(answered([missing]));
      expect((await get(list)).json()).toMatchObject({ data: [{ id: entry?.id, count: 2 }] });
      await app.close();
    });
  });

  test('400: a state that is none', async () => {
    const { app, get } = await start();
    expect((await get(`${list}?state=closed`)).statusCode).toBe(400);
    await app.close();
  });

  test('404: no such entry', async () => {
    const { app } = await start();
    const answer = await app.inject({ method: 'POST', url: `${list}/drf_none/resolve`, headers: team });
    expect(answer.statusCode).toBe(404);
    await app.close();
  });

  test('closing the app writes what was found', async () => {
    const database = await open(driftMigrations);
    const { app, routes } = portalApi();
    const listeners: ExchangeListener[] = [];
    const traffic = { follow: (listener: ExchangeListener) => void listeners.push(listener) };
    const log = { error: () => undefined };
    await app.register(
      driftFeature({ database, routes, contracts: [], traffic, log, requireTeam: async () => undefined }).plugin,
    );
    await app.ready();
    listeners.forEach((listener) => listener(answered([missing])));
    await app.close();
    const rows = await database.db
      .withTables<{ drift_entries: { id: string } }>()
      .selectFrom('drift_entries')
      .selectAll()
      .execute();
    expect(rows).toHaveLength(1);
  });
});
