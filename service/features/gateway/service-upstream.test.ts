import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { newSqlite } from '../../../tests/support/databases.ts';
import type { Contract } from '../../../contract/model.ts';
import { migrate, openDatabase } from '../../platform/database/index.ts';
import { sandboxMigrations } from '../sandbox/index.ts';
import { startGateway, type RunningGateway } from './gateway.fixture.ts';
import { aContract, anOperation } from '../../../contract/model.fixture.ts';

const content = (type: string, schema = true) => [{ type, schema, examples: [] }];
const answers = (type: string) => [{ status: '200', description: '', headers: [], content: content(type), links: [] }];

/** The service's own API, as `openapi/portal/v1.yaml` describes one: its server is a path. */
const contract: Contract = {
  ...aContract([
    anOperation({
      id: 'echo',
      method: 'post',
      path: '/echo/{id}',
      responses: answers('application/json'),
      requestBody: { required: false, content: content('application/json') },
    }),
    anOperation({ id: 'follow', path: '/events', responses: answers('text/event-stream') }),
    anOperation({ id: 'broken', path: '/broken', responses: answers('application/json') }),
  ]),
  servers: [{ url: '/api/v1' }],
};

let ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.reverse()) await end();
  ends = [];
});

async function start(routes: (app: FastifyInstance) => void): Promise<RunningGateway> {
  const place = await newSqlite();
  const database = await openDatabase(place);
  await migrate(database, sandboxMigrations);
  const gateway = await startGateway(database, [contract], { upstream: 'service', routes });
  ends = [() => place.remove(), () => database.close(), () => gateway.app.close()];
  return gateway;
}

describe('the service as an upstream', () => {
  test('gets path, query, body and credential, and no header that only a gateway may say', async () => {
    const { app, last } = await start((routes) => {
      routes.post('/api/v1/echo/:id', async (request, reply) => {
        void reply.header('set-cookie', 'guest=1').header('x-kept', 'yes').header('connection', 'close');
        return { url: request.url, body: request.body, headers: request.headers, ip: request.ip };
      });
    });
    const answer = await app.inject({
      method: 'POST',
      url: '/gateway/api/v1/echo/a%20b?x=1',
      remoteAddress: '203.0.113.7',
      headers: {
        authorization: 'Bearer ptl_live_a',
        'content-type': 'application/json',
        cookie: 'portolan_guest=secret',
        origin: 'https://anywhere.example',
        'x-forwarded-for': '10.0.0.1',
        'x-real-ip': '10.0.0.1',
        forwarded: 'for=10.0.0.1',
        connection: 'authorization, x-secret',
        'x-secret': '1',
        te: 'trailers',
        'x-own': 'kept',
      },
      payload: '{"a":1}',
    });
    expect(answer.statusCode).toBe(200);
    const seen = answer.json<{ url: string; body: unknown; ip: string; headers: Record<string, string> }>();
    expect(seen).toMatchObject({ url: '/api/v1/echo/a%20b?x=1', body: { a: 1 }, ip: '203.0.113.7' });
    expect(seen.headers.authorization).toBe('Bearer ptl_live_a');
    expect(seen.headers['x-own']).toBe('kept');
    expect(seen.headers['request-id']).toBe(last().requestId);
    for (const name of ['cookie', 'origin', 'x-forwarded-for', 'x-real-ip', 'forwarded', 'x-secret', 'te']) {
      expect(seen.headers).not.toHaveProperty(name);
    }
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.headers['x-kept']).toBe('yes');
    expect(last()).toMatchObject({ operation: 'echo', environment: 'live', resource: 'a b' });
  });

  test('a refusal of the service goes through as it is', async () => {
    const { app } = await start((routes) => {
      routes.get('/api/v1/broken', (_request, reply) =>
        reply.code(503).header('retry-after', '2').send({ status: 503 }),
      );
    });
    const answer = await app.inject('/gateway/api/v1/broken');
    expect([answer.statusCode, answer.headers['retry-after'], answer.json()]).toEqual([503, '2', { status: 503 }]);
  });

  test('an answer that is not as promised is noted, and goes through', async () => {
    const { app, last } = await start((routes) => {
      routes.get('/api/v1/broken', (_request, reply) => reply.type('application/json').send('{"half":'));
    });
    const answer = await app.inject('/gateway/api/v1/broken');
    expect([answer.statusCode, answer.body]).toEqual([200, '{"half":']);
    expect(last().findings).toMatchObject([{ in: 'response', at: '', message: 'the body is not JSON' }]);
  });

  test('a stream goes through as it comes, and ends behind when the client goes away', async () => {
    const source = new PassThrough();
    const gateway = await start((routes) => {
      routes.get('/api/v1/events', (_request, reply) => {
        source.write('event: progress\ndata: 1\n\n');
        return reply.type('text/event-stream').send(source);
      });
    });
    const address = await gateway.app.listen({ port: 0 });
    const abort = new AbortController();
    const response = await fetch(`${address}/gateway/api/v1/events`, { signal: abort.signal });
    const reader = response.body?.getReader();
    const read = async () => new TextDecoder().decode((await reader?.read())?.value as Uint8Array | undefined);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(await read()).toBe('event: progress\ndata: 1\n\n');
    source.write('event: progress\ndata: 2\n\n');
    expect(await read()).toBe('event: progress\ndata: 2\n\n');
    expect(gateway.exchanges).toHaveLength(0);
    const closed = new Promise((resolve) => source.once('close', resolve));
    abort.abort();
    await closed;
    await expect.poll(() => gateway.exchanges.length).toBe(1);
    expect(gateway.last()).toMatchObject({ operation: 'follow', status: 200, responseBytes: 50 });
  });
});
