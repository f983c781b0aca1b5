import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request as httpRequest } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { UpstreamCredentialConfig } from '../../../contract/portal-config.ts';
import { defaultProtection } from '../../../contract/read/index.ts';
import { newSqlite } from '../../../tests/support/databases.ts';
import { migrate, openDatabase } from '../../platform/database/index.ts';
import { StartError } from '../../platform/start-error.ts';
import { sandboxMigrations } from '../sandbox/index.ts';
import { type GatewayOptions, type RunningGateway, startGateway } from './gateway.fixture.ts';
import { liveContract, rawUpstream, upstreamServer } from './live.fixture.ts';
import { readLiveCredentials } from './live-credential.ts';

let ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.reverse()) await end();
  ends = [];
});

type Live = Partial<NonNullable<GatewayOptions['live']>>;

async function gatewayTo(url: string, live: Live = {}, environment = {}): Promise<RunningGateway> {
  const place = await newSqlite();
  const database = await openDatabase(place);
  await migrate(database, sandboxMigrations);
  const gateway = await startGateway(database, [liveContract], {
    live: { url, variables: {}, timeoutSeconds: 5, ...live },
    environment,
  });
  ends.push(
    () => place.remove(),
    () => database.close(),
    () => gateway.app.close(),
  );
  return gateway;
}

async function upstream(listener: Parameters<typeof upstreamServer>[0]) {
  const server = await upstreamServer(listener);
  ends.unshift(() => server.close());
  return server;
}

async function raw(onBytes: Parameters<typeof rawUpstream>[0]) {
  const server = await rawUpstream(onBytes);
  ends.unshift(() => server.close());
  return server;
}

const answerOk = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 8\r\n\r\n{"id":1}';
const live = { authorization: 'Bearer ptl_live_a' };

/** The head of the request that the upstream got, line by line. */
function linesOf(seen: string): string[] {
  return seen.split('\r\n\r\n', 1)[0]?.split('\r\n') ?? [];
}

describe('the key decides the environment', () => {
  test('a live key reaches the upstream, a test key the sandbox', async () => {
    const { origin } = await upstream((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"from live"}');
    });
    const { app, last } = await gatewayTo(origin);
    const url = '/gateway/api/v1/things/7';
    const answer = await app.inject({ url, headers: live });
    expect([answer.statusCode, answer.json()]).toEqual([200, { id: 'from live' }]);
    expect(last()).toMatchObject({ environment: 'live', status: 200, findings: [], resource: 'from live' });
    const played = await app.inject({ url, headers: { authorization: 'Bearer ptl_test_a' } });
    expect(played.body).not.toContain('from live');
    expect(last()).toMatchObject({ environment: 'sandbox' });
  });
});

test('an operation that needs no key goes where the key leads, and to the sandbox without one', async () => {
  let visits = 0;
  const { origin } = await upstream((_request, response) => {
    visits += 1;
    response.writeHead(204).end();
  });
  const { app, last } = await gatewayTo(origin);
  const url = '/gateway/api/v1/open';
  await app.inject({ url, headers: { 'x-portal-server': 'anything=1' } });
  expect([visits, last().environment]).toEqual([0, null]);
  await app.inject({ url, headers: live });
  expect([visits, last().environment]).toEqual([1, 'live']);
});

describe('what goes on', () => {
  test('path and query byte for byte, method and body as they came', async () => {
    const body = Buffer.from('{"a": "ü" }').toString('latin1');
    const server = await raw((socket, seen) => {
      if (seen.endsWith(body)) socket.end(answerOk);
    });
    const { app } = await gatewayTo(`${server.origin}/base/v2/`);
    await app.listen({ port: 0, host: '127.0.0.1' });
    const target = `/gateway/api/v1/things?q=a+b%20c&Q=%7e~'()*;,:@!$&empty&=x&&q=%C3%BC[]|`;
    const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(
      Buffer.from(
        [
          `POST ${target} HTTP/1.1`,
          'Host: portal.example',
          'Authorization: Bearer ptl_live_a',
          'Content-Type: application/json',
          `Content-Length: ${body.length}`,
          'Connection: close, X-Hop',
          'X-Hop: 1',
          'X-Own: k\xe9pt',
          'Cookie: portolan_guest=secret',
          'X-Forwarded-For: 10.0.0.1',
          'TE: trailers',
          '',
          body,
        ].join('\r\n'),
        'latin1',
      ),
    );
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
    await once(socket, 'close');
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    const lines = linesOf(server.seen());
    expect(lines[0]).toBe(`POST /base/v2/things${target.slice(target.indexOf('?'))} HTTP/1.1`);
    expect(lines).toContain(`host: ${new URL(server.origin).host}`);
    expect(lines).toContain(`content-length: ${body.length}`);
    expect(lines).toContain('x-own: k\xe9pt');
    expect(server.seen()).toContain(`\r\n\r\n${body}`);
    for (const word of ['ptl_live', 'authorization', 'x-hop', 'cookie', 'forwarded', '\r\nte:', 'chunked']) {
      expect(server.seen().toLowerCase()).not.toContain(word);
    }
  });

  test('the portal’s key nowhere, in whatever place it came', async () => {
    const server = await raw((socket) => socket.end(answerOk));
    const { app } = await gatewayTo(server.origin);
    const basic = `Basic ${Buffer.from('ptl_live_a:').toString('base64')}`;
    const ways: [url: string, headers: Record<string, string>, line: string][] = [
      ['in-query?a=1&api_key=ptl_live_a&b=%2b', {}, 'GET /in-query?a=1&b=%2b HTTP/1.1'],
      ['in-query?api_key=ptl_live_a', {}, 'GET /in-query HTTP/1.1'],
      ['as-basic', { authorization: basic }, 'GET /as-basic HTTP/1.1'],
      ['in-cookie', { cookie: 'session=ptl_live_a' }, 'GET /in-cookie HTTP/1.1'],
      ['things/1', { 'x-app': 'ptl_live_a' }, 'GET /things/1 HTTP/1.1'],
      ['things/1?key=ptl_live_a', { ...live, 'x-other': 'my ptl_live_abc' }, 'GET /things/1 HTTP/1.1'],
    ];
    for (const [path, headers, line] of ways) {
      const before = server.seen().length;
      expect((await app.inject({ url: `/gateway/api/v1/${path}`, headers })).statusCode, path).toBe(200);
      const seen = server.seen().slice(before);
      expect(linesOf(seen)[0]).toBe(line);
      expect(seen).not.toContain('ptl_live');
      expect(seen.toLowerCase()).not.toMatch(/\r\n(?:authorization|cookie|x-app|x-other):/);
    }
  });

  test('the trace that the client is in, with the gateway’s own span as the parent; a trace that is not valid begins anew', async () => {
    const server = await raw((socket) => socket.end(answerOk));
    const { app } = await gatewayTo(server.origin);
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    const sent = { traceparent: `00-${traceId}-b7ad6b7169203331-01`, tracestate: 'rojo=1, congo=2' };
    await app.inject({ url: '/gateway/api/v1/things/1', headers: { ...live, ...sent } });
    const first = server.seen();
    expect(first).toMatch(new RegExp(`\r\ntraceparent: 00-${traceId}-(?!b7ad6b7169203331)[0-9a-f]{16}-01\r\n`));
    expect(first).toContain('\r\ntracestate: rojo=1,congo=2\r\n');
    await app.inject({ url: '/gateway/api/v1/things/1', headers: { ...live, ...sent, traceparent: 'ff-1' } });
    const second = server.seen().slice(first.length);
    expect(second).toMatch(/\r\ntraceparent: 00-[0-9a-f]{32}-[0-9a-f]{16}-01\r\n/);
    expect(second).not.toContain('tracestate');
  });

  test.each<[UpstreamCredentialConfig, string]>([
    [{ kind: 'bearer', tokenFrom: 'LIVE_ONE' }, 'authorization: Bearer s3cret'],
    [{ kind: 'header', name: 'X-Api-Key', valueFrom: 'LIVE_ONE' }, 'x-api-key: s3cret'],
    [
      { kind: 'basic', userFrom: 'LIVE_ONE', passwordFrom: 'LIVE_TWO' },
      `authorization: Basic ${Buffer.from('s3cret:password').toString('base64')}`,
    ],
  ])('the credential of the configuration, in the place of the client’s: %j', async (credential, line) => {
    const server = await raw((socket) => socket.end(answerOk));
    const { app } = await gatewayTo(server.origin, { credential }, { LIVE_ONE: 's3cret', LIVE_TWO: 'password' });
    const headers = { ...live, 'x-api-key': 'mine' };
    const answer = await app.inject({ url: '/gateway/api/v1/things/1', headers });
    expect(linesOf(server.seen())).toContain(line);
    expect(answer.body + JSON.stringify(answer.headers)).not.toContain('s3cret');
  });

  test('a body that nobody here reads: of any size, as it comes, and no faster than it is taken', async () => {
    const size = 64 * 1024 * 1024;
    let got = 0;
    const taken: (() => void)[] = [];
    const { origin } = await upstream((request, response) => {
      request.pause();
      taken.push(() => {
        request.on('data', (chunk: Buffer) => (got += chunk.length));
        request.on('end', () => response.writeHead(204).end());
        request.resume();
      });
    });
    const { app } = await gatewayTo(origin);
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const sending = httpRequest({
      port,
      method: 'PUT',
      path: '/gateway/api/v1/files/1',
      headers: { ...live, 'content-type': 'application/octet-stream', 'content-length': size },
    });
    const piece = Buffer.alloc(1024 * 1024, 1);
    let written = 0;
    const write = (): void => {
      while (written < size) {
        written += piece.length;
        if (!sending.write(piece)) return void sending.once('drain', write);
      }
      sending.end();
    };
    write();
    await expect.poll(() => taken.length).toBe(1);
    // Nobody reads: what the sender could get rid of is what the sockets between hold.
    await expect.poll(() => sending.writableNeedDrain).toBe(true);
    expect(written).toBeLessThan(size);
    taken[0]?.();
    const [answer] = (await once(sending, 'response')) as [IncomingMessage];
    expect([answer.statusCode, got]).toEqual([204, size]);
  });
});

describe('what comes back', () => {
  test('as it comes, and ends behind when the client goes away', async () => {
    let gone = false;
    let say: (text: string) => void = () => undefined;
    const { origin } = await upstream((request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      say = (text) => void response.write(text);
      say('data: 1\n\n');
      response.on('close', () => (gone = true));
      request.resume();
    });
    const gateway = await gatewayTo(origin);
    const address = await gateway.app.listen({ port: 0, host: '127.0.0.1' });
    const abort = new AbortController();
    const response = await fetch(`${address}/gateway/api/v1/events`, { headers: live, signal: abort.signal });
    const reader = response.body?.getReader();
    const read = async () => new TextDecoder().decode((await reader?.read())?.value as Uint8Array | undefined);
    expect(await read()).toBe('data: 1\n\n');
    say('data: 2\n\n');
    expect(await read()).toBe('data: 2\n\n');
    expect(gone).toBe(false);
    abort.abort();
    await expect.poll(() => gone).toBe(true);
    await expect.poll(() => gateway.exchanges.length).toBe(1);
    expect(gateway.last()).toMatchObject({ operation: 'follow', status: 200, responseBytes: 18 });
  });

  test('no faster than the client takes it', async () => {
    let isFull = false;
    const { origin } = await upstream((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/octet-stream' });
      const piece = Buffer.alloc(1024 * 1024);
      for (let count = 0; count < 64 && !isFull; count += 1)
        isFull = !response.write(piece) && response.writableLength > 8 * piece.length;
      response.on('drain', () => response.end());
    });
    const { app } = await gatewayTo(origin);
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const asking = httpRequest({ port, path: '/gateway/api/v1/events', headers: live });
    asking.end();
    const [answer] = (await once(asking, 'response')) as [IncomingMessage];
    answer.pause();
    await expect.poll(() => isFull).toBe(true);
    answer.resume();
    await once(answer, 'end');
  });

  test('a redirect as it is, and nobody follows it', async () => {
    let visits = 0;
    const elsewhere = await upstream((_request, response) => {
      visits += 1;
      response.end();
    });
    const { origin } = await upstream((_request, response) => {
      response.writeHead(307, { location: `${elsewhere.origin}/taken` }).end();
    });
    const { app } = await gatewayTo(origin);
    const answer = await app.inject({ url: '/gateway/api/v1/things/1', headers: live });
    expect([answer.statusCode, answer.headers.location, visits]).toEqual([307, `${elsewhere.origin}/taken`, 0]);
  });

  test('the headers that are for the client, and none that speak for the portal’s own site', async () => {
    const { origin } = await upstream((_request, response) => {
      response.writeHead(200, {
        'content-type': 'text/html',
        'content-length': '25',
        etag: '"1"',
        'cache-control': 'public, max-age=60',
        'content-disposition': 'attachment; filename="f.txt"',
        'x-own': 'yes',
        'set-cookie': ['a=1', 'b=2'],
        'clear-site-data': '"*"',
        'alt-svc': 'h3=":443"',
        'content-security-policy': 'default-src *',
        'access-control-allow-origin': 'https://other.example',
        connection: 'x-hop',
        'x-hop': '1',
      });
      response.end('<script>alert(1)</script>');
    });
    const { app } = await gatewayTo(origin);
    const { headers, statusCode } = await app.inject({ url: '/gateway/api/v1/events', headers: live });
    expect([statusCode, headers.etag, headers['x-own'], headers['content-length']]).toEqual([200, '"1"', 'yes', '25']);
    expect(headers['cache-control']).toBe('private, max-age=60');
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['content-security-policy']).toContain('sandbox');
    for (const name of ['set-cookie', 'clear-site-data', 'alt-svc', 'x-hop']) expect(headers).not.toHaveProperty(name);
  });

  test('HEAD with the length that GET would have, 204 and 304 without a body', async () => {
    const { origin } = await upstream((request, response) => {
      const status = Number(/status=(\d+)/.exec(request.url ?? '')?.[1] ?? 200);
      response.writeHead(status, status === 200 ? { 'content-length': '8' } : {}).end();
    });
    const { app } = await gatewayTo(origin);
    const head = await app.inject({ method: 'HEAD', url: '/gateway/api/v1/things/1', headers: live });
    expect([head.statusCode, head.headers['content-length'], head.body]).toEqual([200, '8', '']);
    for (const status of [204, 304]) {
      const answer = await app.inject({ url: `/gateway/api/v1/things/1?status=${status}`, headers: live });
      expect([answer.statusCode, answer.body]).toEqual([status, '']);
    }
  });

  test('what is not as promised is noted, and goes through', async () => {
    const { origin } = await upstream((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"name":1}');
    });
    const { app, last } = await gatewayTo(origin);
    expect((await app.inject({ url: '/gateway/api/v1/things/1', headers: live })).body).toBe('{"name":1}');
    expect(last().findings).toMatchObject([{ in: 'response', at: '/id', message: 'is required' }]);
  });
});

describe('502: the upstream gives no answer', () => {
  test('nobody listens there', async () => {
    const { origin, close } = await upstreamServer(() => undefined);
    await close();
    const { app, last } = await gatewayTo(origin);
    const answer = await app.inject({ url: '/gateway/api/v1/things/1', headers: live });
    expect(answer.statusCode).toBe(502);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.json()).toMatchObject({
      type: '/docs/errors/upstream-unavailable',
      detail: 'api v1 cannot be reached. Nothing was done: send the request again in some seconds.',
    });
    expect(answer.body).not.toContain('127.0.0.1');
    expect(last()).toMatchObject({ status: 502, problem: 'upstream-unavailable', environment: 'live' });
  });

  test.each<[string, string]>([
    ['what it says is not HTTP', 'hello, this is SMTP\r\n\r\n'],
    ['it hangs up', ''],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc'],
    ['a length and chunks', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['a status that is none', 'HTTP/1.1 999 Go Away\r\nContent-Length: 0\r\n\r\n'],
    ['a head without end', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(80_000)}\r\n\r\n`],
  ])('%s', async (_, bytes) => {
    const server = await raw((socket) => socket.end(Buffer.from(bytes, 'latin1')));
    const { app } = await gatewayTo(server.origin);
    const answer = await app.inject({ url: '/gateway/api/v1/things/1', headers: live });
    expect([answer.statusCode, answer.json<{ type: string }>().type]).toEqual([
      502,
      '/docs/errors/upstream-unavailable',
    ]);
  });

  test('it breaks off in the middle: so does the answer, which does not look whole', async () => {
    const server = await raw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n', () => socket.destroy());
    });
    const gateway = await gatewayTo(server.origin);
    const address = await gateway.app.listen({ port: 0, host: '127.0.0.1' });
    const read = async () => (await fetch(`${address}/gateway/api/v1/events`, { headers: live })).text();
    await expect(read()).rejects.toThrow();
    await expect.poll(() => gateway.exchanges.length).toBe(1);
    expect(gateway.last().findings).toContainEqual(
      expect.objectContaining({ message: 'the answer broke off before its end' }),
    );
  });
});

describe('502: the head came, and nothing after it', () => {
  test.each(['Content-Length: 10', 'Transfer-Encoding: chunked'])('%s', async (header) => {
    const server = await raw((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nETag: "1"\r\n${header}\r\n\r\n`, () =>
        socket.destroy(),
      );
    });
    const { app } = await gatewayTo(server.origin);
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    const answer = await fetch(`${address}/gateway/api/v1/things/1`, { headers: live });
    expect([answer.status, await answer.json()]).toMatchObject([502, { type: '/docs/errors/upstream-unavailable' }]);
    expect(answer.headers.get('etag')).toBeNull();
  });
});

describe('504: the upstream is late', () => {
  test('it takes the request and says nothing', async () => {
    const server = await raw(() => undefined);
    const { app, last } = await gatewayTo(server.origin, { timeoutSeconds: 0.2 });
    const answer = await app.inject({ url: '/gateway/api/v1/things/1', headers: live });
    expect([answer.statusCode, answer.json<{ type: string }>().type]).toEqual([504, '/docs/errors/upstream-timeout']);
    expect(last()).toMatchObject({ problem: 'upstream-timeout' });
  });

  test('it falls silent in the middle: the connection breaks off', async () => {
    const server = await raw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello');
    });
    const { app } = await gatewayTo(server.origin, { timeoutSeconds: 1 });
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    const read = async () => (await fetch(`${address}/gateway/api/v1/things/1`, { headers: live })).text();
    await expect(read()).rejects.toThrow();
  });
});

describe('where it goes', () => {
  const variables = { tenant: { values: ['main', 'other'] }, area: { pattern: '[a-z]{2}', default: 'eu' } };

  async function chosen(header?: string) {
    const server = await raw((socket) => socket.end(answerOk));
    const { app } = await gatewayTo(`${server.origin}/{tenant}/{area}`, { variables });
    const headers = { ...live, ...(header !== undefined && { 'x-portal-server': header }) };
    const answer = await app.inject({ url: '/gateway/api/v1/things/1', headers });
    return { answer, line: linesOf(server.seen())[0] };
  }

  test('is as the configuration says, for the values that a request chooses', async () => {
    expect((await chosen()).line).toBe('GET /main/eu/things/1 HTTP/1.1');
    expect((await chosen('tenant=other&area=us')).line).toBe('GET /other/us/things/1 HTTP/1.1');
  });

  test.each(['tenant=third', 'tenant=..', 'area=us%2F..%2F', 'area=', 'url=http://evil.example', 'tenant'])(
    'is nowhere else, and nothing is sent: %s',
    async (header) => {
      const { answer, line } = await chosen(header);
      expect([answer.statusCode, line]).toEqual([400, '']);
      expect(answer.json<{ errors: unknown[] }>().errors).toMatchObject([{ in: 'header', at: 'X-Portal-Server' }]);
    },
  );
});

describe('credentials of the configuration', () => {
  const apis = (credential: UpstreamCredentialConfig) => [
    {
      id: 'a',
      title: 'A',
      versions: [
        {
          id: 'v1',
          file: '',
          upstream: 'sandbox' as const,
          current: true,
          live: {
            url: 'https://a.example',
            variables: {},
            timeoutSeconds: 1,
            protection: defaultProtection,
            credential,
          },
        },
      ],
    },
  ];

  test.each([{}, { LIVE_TOKEN: ' ' }])('a name that is missing stops the start: %j', (environment) => {
    const read = () => readLiveCredentials({ apis: apis({ kind: 'bearer', tokenFrom: 'LIVE_TOKEN' }) }, environment);
    expect(read).toThrow(StartError);
    expect(read).toThrow('LIVE_TOKEN is not set, and the live upstream of a v1 takes its credential from it. Set it.');
  });

  test('one that would begin another header stops the start, and is not said', () => {
    const environment = { LIVE_TOKEN: 's3cret\r\nX: 1' };
    const read = () => readLiveCredentials({ apis: apis({ kind: 'bearer', tokenFrom: 'LIVE_TOKEN' }) }, environment);
    expect(read).toThrow(/^LIVE_TOKEN has characters that no header can carry\. Correct it\.$/);
  });
});
