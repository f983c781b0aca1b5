import { describe, expect, test } from 'vitest';
import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { portalApi } from '../../../tests/support/portal-api.ts';
import { newId } from '../../platform/ids.ts';
import { ProblemError } from '../../platform/problem.ts';
import { anExchange } from './exchange.fixture.ts';
import { trafficFeature, trafficMigrations } from './index.ts';

describeOnBothDatabases('GET /api/v1/exchanges', (open) => {
  async function start() {
    const database = await open(trafficMigrations);
    const { app, routes } = portalApi();
    const feature = trafficFeature({
      database,
      routes,
      log: { error: () => undefined },
      retentionDays: 30,
      organizationOf: async (request) => {
        if (request.headers.authorization === undefined) throw new ProblemError('key-missing');
        return request.headers.authorization.replace('Bearer ', '');
      },
    });
    await app.register(feature.plugin);
    return { app, traffic: feature.traffic };
  }
  const list = '/api/v1/exchanges';
  const authorization = 'Bearer org_1';

  describe('200', () => {
    test('has the newest exchange of the organization first, a moment after it was recorded', async () => {
      const { app, traffic } = await start();
      traffic.record(anExchange({ id: 'exc_1' }));
      traffic.record(anExchange({ id: 'exc_2', operation: null, status: 404 }));
      traffic.record(anExchange({ id: 'exc_3', organization: 'org_2' }));
      const answer = await app.inject({ url: list, headers: { authorization } });
      expect(answer.statusCode).toBe(200);
      const body = answer.json<{ data: { id: string }[]; has_more: boolean }>();
      expect(body.has_more).toBe(false);
      expect(body.data.map((exchange) => exchange.id)).toEqual(['exc_2', 'exc_1']);
      expect(body.data[1]).toEqual({
        id: 'exc_1',
        at: '2026-11-21T09:31:04.120Z',
        api: 'cardea',
        version: 'v2',
        operation: 'createCredentialOffer',
        method: 'POST',
        path: '/credential-offers',
        status: 201,
        duration_ms: 7.4,
        findings: [],
      });
      await app.close();
    });

    test('goes on with `before`', async () => {
      const { app, traffic } = await start();
      for (let i = 1; i <= 3; i += 1) traffic.record(anExchange({ id: `exc_${i}` }));
      const url = `${list}?limit=1&before=exc_3`;
      const answer = await app.inject({ url, headers: { authorization } });
      expect(answer.json()).toMatchObject({ data: [{ id: 'exc_2' }], has_more: true });
      await app.close();
    });
  });

  test('400: a limit that is none', async () => {
    const { app } = await start();
    const answer = await app.inject({ url: `${list}?limit=101`, headers: { authorization } });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ errors: [{ in: 'query', at: 'limit' }] });
    await app.close();
  });

  test('401: no key', async () => {
    const { app } = await start();
    expect((await app.inject({ url: list })).statusCode).toBe(401);
    await app.close();
  });

  describe('GET /api/v1/exchanges/{exchange}', () => {
    const excerpt = { request: 'POST /x', answer: '422' };

    test("200: one's own, with its excerpt, by its id or by its request's, a moment after it was recorded and when it is written", async () => {
      const { app, traffic } = await start();
      const requestId = newId('req');
      const id = newId('exc');
      const read = (name: string) => app.inject({ url: `${list}/${name}`, headers: { authorization } });
      traffic.record(anExchange({ id, requestId, excerpt, status: 422 }));
      const answers = [await read(requestId), await read(id)];
      await traffic.flush();
      answers.push(await read(requestId), await read(id));
      for (const answer of answers) {
        expect(answer.json()).toMatchObject({ id, request_id: requestId, status: 422, excerpt });
        expect(answer.headers['cache-control']).toBe('no-store');
      }
      await app.close();
    });

    test("404: another organization's, and none", async () => {
      const { app, traffic } = await start();
      traffic.record(anExchange({ id: 'exc_1', organization: 'org_2' }));
      for (const name of ['exc_1', 'req_1', 'exc_none']) {
        expect((await app.inject({ url: `${list}/${name}`, headers: { authorization } })).statusCode).toBe(404);
      }
      await app.close();
    });
  });

  describe('GET /api/v1/team/exchanges/{exchange}', () => {
    const url = '/api/v1/team/exchanges/exc_1';

    test('200: an exchange of any organization, with its excerpt, a moment after it was recorded and when it is written', async () => {
      const { app, traffic } = await start();
      const excerpt = { request: 'POST /x', answer: '502' };
      traffic.record(anExchange({ id: 'exc_1', excerpt, problem: 'answer-invalid', status: 502 }));
      const answers = [await app.inject({ url, headers: { authorization: 'Bearer team' } })];
      await traffic.flush();
      answers.push(await app.inject({ url, headers: { authorization: 'Bearer team' } }));
      for (const answer of answers) {
        expect(answer.statusCode).toBe(200);
        expect(answer.json()).toMatchObject({ id: 'exc_1', organization: 'org_1', upstream_status: 201, excerpt });
      }
      await app.close();
    });

    test('404: no such exchange', async () => {
      const { app } = await start();
      expect((await app.inject({ url, headers: { authorization: 'Bearer team' } })).statusCode).toBe(404);
      await app.close();
    });
  });

  test('closing the app writes what was recorded', async () => {
    const database = await open(trafficMigrations);
    const deps = {
      database,
      log: { error: () => undefined },
      retentionDays: 30,
      organizationOf: async () => 'org_1',
    };
    const { app: first, routes } = portalApi();
    const feature = trafficFeature({ ...deps, routes });
    await first.register(feature.plugin);
    await first.ready();
    feature.traffic.record(anExchange({ id: 'exc_1' }));
    await first.close();
    const { app: again, routes: routesAgain } = portalApi();
    await again.register(trafficFeature({ ...deps, routes: routesAgain }).plugin);
    expect((await again.inject(list)).json()).toMatchObject({ data: [{ id: 'exc_1' }] });
    await again.close();
  });
});
