import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { changed, filesOfGuide } from '../../../../../contract/mapped/mapped.fixture.ts';
import { type MappedGateway, startMapped } from '../mapped.fixture.ts';
import { coded, type GraphqlServer, graphqlServer } from './server.fixture.ts';

const files = filesOfGuide('graphql');
const environment = { DIRECTORY_KEY: 'k-1' };

interface Person {
  readonly id: string;
  readonly name: string;
  readonly team: { readonly id: string } | null;
}

/** The server of the guide's schema, with two people. */
async function directory(overrides: object = {}): Promise<GraphqlServer> {
  const people: Person[] = [
    { id: '7', name: 'Ada', team: { id: 'crane' } },
    { id: '8', name: 'Grace', team: null },
  ];
  return graphqlServer(files['graphql/directory.graphql'] ?? '', {
    person: ({ id }: { id: string }) => people.find((person) => person.id === id) ?? null,
    people: ({ team, first }: { team?: string; first: number }) => ({
      nodes: people.filter((person) => team === undefined || person.team?.id === team).slice(0, first),
    }),
    addPerson: ({ input }: { input: { name: string; team?: string } }) => {
      if (input.name === 'Ada') throw coded('duplicate key in pg://db.internal/people', 'NAME_TAKEN');
      return { id: '9', name: input.name, team: input.team === undefined ? null : { id: input.team } };
    },
    ...overrides,
  });
}

async function start(
  server: Pick<GraphqlServer, 'url'>,
  changes: readonly (readonly [string, string])[] = [],
  options: Parameters<typeof startMapped>[2] = {},
): Promise<MappedGateway> {
  return startMapped(changed(files, 'portal.config.ts', changes), server.url, { environment, ...options });
}

describe('the example of the guide, before a real GraphQL server', () => {
  test('answers with what stood in the place of the answer, by an argument from the path', async () => {
    const server = await directory();
    const { send, last } = await start(server);
    const answer = await send('GET', '/people/7');
    expect([answer.status, answer.json]).toEqual([200, { id: '7', name: 'Ada', team: { id: 'crane' } }]);
    expect(answer.headers['content-type']).toBe('application/json');
    expect(server.seen[0]).toMatchObject({ operationName: 'GetPerson', variables: { id: '7' } });
    expect(last()).toMatchObject({
      operation: 'getPerson',
      environment: 'live',
      status: 200,
      findings: [],
      resource: '7',
    });
  });

  test('takes arguments from the query by the contract’s types, and leaves the document’s default where there is none', async () => {
    const server = await directory();
    const { send } = await start(server);
    expect((await send('GET', '/people?team=crane&limit=5')).json).toEqual([
      { id: '7', name: 'Ada', team: { id: 'crane' } },
    ]);
    expect((await send('GET', '/people')).json).toHaveLength(2);
    expect(server.seen.map(({ variables }) => variables)).toEqual([{ team: 'crane', first: 5 }, {}]);
  });

  test('takes the body as an argument, and answers with the status that the contract declares', async () => {
    const server = await directory();
    const { send } = await start(server);
    const answer = await send('POST', '/people', { name: 'Joan', team: 'crane' });
    expect([answer.status, answer.json]).toEqual([201, { id: '9', name: 'Joan', team: { id: 'crane' } }]);
    expect(server.seen[0]?.variables).toEqual({ input: { name: 'Joan', team: 'crane' } });
  });

  test('says nothing of the portal’s key to the upstream; its own credential, the trace and the request’s id are there', async () => {
    const server = await directory();
    const { send } = await start(server);
    await send('GET', '/people/7', undefined, {
      'if-none-match': '"a"',
      accept: 'application/json',
      range: 'bytes=0-1',
    });
    const headers = server.seen[0]?.headers ?? {};
    expect(headers).toMatchObject({
      'x-api-key': 'k-1',
      'content-type': 'application/json',
      'request-id': expect.stringMatching(/^req_/) as unknown,
      traceparent: expect.stringMatching(/^00-/) as unknown,
    });
    expect(headers.accept).toContain('application/graphql-response+json');
    expect(JSON.stringify(headers)).not.toMatch(/ptl_live|if-none-match|range/);
  });

  test('refuses what the contract does not take before anything is sent', async () => {
    const server = await directory();
    const { send } = await start(server);
    expect((await send('GET', '/people?limit=1000')).json).toMatchObject({
      status: 400,
      errors: [{ in: 'query', at: 'limit' }],
    });
    expect((await send('POST', '/people', { name: '' })).status).toBe(400);
    expect(server.seen).toEqual([]);
  });

  test('answers HEAD without a body', async () => {
    const { send } = await start(await directory());
    expect(await send('HEAD', '/people/7')).toMatchObject({ status: 200, json: undefined });
  });
});

describe('errors of a GraphQL upstream', () => {
  test('null in the answer’s place is the status that whenNull says', async () => {
    const { send, last } = await start(await directory());
    expect((await send('GET', '/people/999')).json).toMatchObject({
      status: 404,
      type: '/docs/errors/resource-not-found',
    });
    expect(last()).toMatchObject({ status: 404, problem: 'resource-not-found' });
  });

  test('a code that is mapped has its status and its name, and no words of the upstream', async () => {
    const { send, last } = await start(await directory());
    const { status, json, headers } = await send('POST', '/people', { name: 'Ada' });
    expect([status, json]).toEqual([
      409,
      {
        type: '/docs/errors/upstream-error',
        title: 'The API behind the gateway answered with an error',
        status: 409,
        detail:
          'directory v1 answered with NAME_TAKEN. Correct the request: sent again as it is, it gets the same answer.',
        instance: expect.stringMatching(/^req_/) as unknown,
        upstreamCode: 'NAME_TAKEN',
      },
    ]);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(JSON.stringify(json)).not.toContain('pg://');
    expect(last().problem).toBe('upstream-error');
  });

  test('a code that is not mapped is a 502; one that could be more than a word is not passed on', async () => {
    let code = 'INTERNAL_SERVER_ERROR';
    const person = () => {
      throw coded('secret', code);
    };
    const { send } = await start(await directory({ person }));
    expect((await send('GET', '/people/7')).json).toMatchObject({ status: 502, upstreamCode: 'INTERNAL_SERVER_ERROR' });
    code = 'x"><script>alert(1)</script>';
    const { json } = await send('GET', '/people/7');
    expect(json).toMatchObject({ status: 502 });
    expect(JSON.stringify(json)).not.toMatch(/script|secret/);
  });

  test('half an answer is a 502, and with partial: true an answer with a finding', async () => {
    const team = () => {
      throw coded('no', 'FORBIDDEN');
    };
    const server = await directory({ person: () => ({ id: '7', name: 'Ada', team }) });
    const { send } = await start(server);
    expect((await send('GET', '/people/7')).json).toMatchObject({ status: 502, type: '/docs/errors/upstream-error' });
    const lenient = await start(server, [['whenNull: 404', 'partial: true']]);
    expect(await lenient.send('GET', '/people/7')).toMatchObject({
      status: 200,
      json: { id: '7', name: 'Ada', team: null },
    });
    expect(lenient.last().findings).toEqual([
      { in: 'response', at: '', message: 'the upstream answered in part, with errors beside it' },
    ]);
  });

  test.each<[string, number, string, string, number]>([
    ['a page of HTML', 200, 'text/html', '<h1>Hello</h1>', 502],
    ['JSON that is no result', 200, 'application/json', '[1]', 502],
    ['a refusal of the gateway’s own credential', 401, 'text/plain', 'who are you', 502],
    ['too many requests', 429, 'text/plain', 'slow down', 429],
  ])('what is no GraphQL has the gateway’s words: %s', async (_, status, type, text, want) => {
    const server = await directory();
    server.before = (_request, response) => {
      response.writeHead(status, { 'content-type': type, 'retry-after': '7' }).end(text);
      return true;
    };
    const { send } = await start(server);
    const answer = await send('POST', '/people', { name: 'Joan' });
    expect(answer).toMatchObject({ status: want, json: { type: '/docs/errors/upstream-error' } });
    expect(JSON.stringify(answer.json)).not.toContain(text);
    expect(answer.headers['retry-after']).toBe(want === 429 ? '7' : undefined);
  });

  test('an answer of more than 10 MB is not taken in', async () => {
    const server = await directory({ person: () => ({ id: '7', name: 'x'.repeat(11 * 1024 * 1024), team: null }) });
    const { send } = await start(server);
    expect((await send('GET', '/people/7')).status).toBe(502);
  });
});

describe('the same rules as for any upstream', () => {
  test('an answer that breaks the contract goes through, with a finding', async () => {
    const yaml = (files['openapi/directory.yaml'] ?? '').replace(
      'name: { type: string }\n',
      'name: { type: string, maxLength: 2 }\n',
    );
    const server = await directory();
    const strict = await startMapped({ ...files, 'openapi/directory.yaml': yaml }, server.url, { environment });
    expect((await strict.send('GET', '/people/7')).status).toBe(200);
    expect(strict.last().findings).toMatchObject([{ in: 'response', at: '/name' }]);
  });

  test('what is idempotent by the contract is sent a second time after a 503, and a write is not', async () => {
    const server = await directory();
    const fail = () => {
      server.before = (_request, response) => {
        if (server.seen.length > 1) return false;
        response.writeHead(503).end();
        return true;
      };
    };
    fail();
    const { send, last } = await start(server);
    expect((await send('GET', '/people/7')).status).toBe(200);
    expect(last().findings.map(({ message }) => message)).toEqual([
      'the upstream first answered with 503; the request was sent a second time',
    ]);
    server.seen.length = 0;
    expect((await send('POST', '/people', { name: 'Joan' })).status).toBe(503);
    expect(server.seen).toHaveLength(1);
  });

  test('an upstream that fails again and again is left alone', async () => {
    const server = await directory();
    server.before = (_request, response) => {
      response.writeHead(503).end();
      return true;
    };
    const { send } = await start(server, [], { protection: { failuresInARow: 2, retryPercent: 0 } });
    await send('GET', '/people/7');
    await send('GET', '/people/7');
    expect((await send('GET', '/people/7')).json).toMatchObject({ type: '/docs/errors/upstream-paused' });
    expect(server.seen).toHaveLength(2);
  });

  test('an upstream that answers with garbage again and again is left alone', async () => {
    const server = await directory();
    server.before = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Maintenance</h1>');
      return true;
    };
    const { send } = await start(server, [], { protection: { failuresInARow: 2 } });
    await send('GET', '/people/7');
    await send('GET', '/people/7');
    expect((await send('GET', '/people/7')).json).toMatchObject({ type: '/docs/errors/upstream-paused' });
  });

  test('504 where it is late, 502 where it cannot be reached', async () => {
    const server = await directory();
    server.before = () => true;
    const { send } = await start(server, [], { timeoutSeconds: 0.05 });
    expect((await send('GET', '/people/7')).json).toMatchObject({ status: 504, type: '/docs/errors/upstream-timeout' });
    const nowhere = await start({ url: 'http://127.0.0.1:1/graphql' });
    expect((await nowhere.send('GET', '/people/7')).json).toMatchObject({
      status: 502,
      type: '/docs/errors/upstream-unavailable',
    });
  });

  test('a client that goes away ends the request to the upstream', async () => {
    const server = await directory();
    let isClosed: Promise<unknown> | undefined;
    const arrived = new Promise<void>((resolve) => {
      server.before = (request) => {
        isClosed = once(request.socket, 'close');
        resolve();
        return true;
      };
    });
    const { app } = await start(server);
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const headers = { authorization: 'Bearer ptl_live_a' };
    const client = httpRequest({ port, path: '/gateway/directory/v1/people/7', headers }).on('error', () => undefined);
    client.end();
    await arrived;
    client.destroy();
    await isClosed;
  });

  test('an operation under "without" is not in live, and is played in the sandbox', async () => {
    const server = await directory();
    const { app, send } = await start(server, [
      ["getPerson: { document: 'graphql/get-person.graphql', whenNull: 404 },", ''],
      ['operations: {', "without: ['getPerson'], operations: {"],
    ]);
    expect((await send('GET', '/people/7')).json).toMatchObject({
      status: 403,
      type: '/docs/errors/environment-unavailable',
    });
    const played = await app.inject({
      url: '/gateway/directory/v1/people',
      headers: { authorization: 'Bearer ptl_test_a' },
    });
    expect([played.statusCode, server.seen]).toEqual([200, []]);
  });
});
