import type { IncomingMessage, ServerResponse } from 'node:http';
import { request as httpRequest } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { liveGateways, liveKey } from './live-gateway.fixture.ts';

const { gatewayTo, raw, upstream } = liveGateways();

/** What a client gets that unpacks nothing, and what the upstream got. */
async function passed(
  answer: (response: ServerResponse, request: IncomingMessage) => void,
  headers: Record<string, string>,
  method = 'GET',
) {
  let got: IncomingMessage['headers'] = {};
  const { origin } = await upstream((request, response) => {
    got = request.headers;
    answer(response, request);
  });
  const gateway = await gatewayTo(origin);
  await gateway.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = gateway.app.server.address() as AddressInfo;
  const sending = httpRequest({ port, method, path: '/gateway/api/v1/things/1', headers: { ...liveKey, ...headers } });
  sending.end();
  const [response] = (await once(sending, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return {
    got,
    status: response.statusCode,
    headers: response.headers,
    body: Buffer.concat(chunks),
    last: gateway.last,
  };
}

const validators = { etag: '"v7"', 'last-modified': 'Sat, 21 Nov 2026 10:00:00 GMT' };

describe('a conditional request', () => {
  test.each([
    ['if-none-match', 'W/"v7", "v8"'],
    ['if-modified-since', 'Sat, 21 Nov 2026 10:00:00 GMT'],
  ])('%s goes on as it is, and 304 comes back with its validators and no body', async (name, value) => {
    const { got, status, headers, body, last } = await passed(
      (response) => response.writeHead(304, { ...validators, vary: 'accept-encoding' }).end(),
      { [name]: value },
    );
    expect([got[name], status, body.length]).toEqual([value, 304, 0]);
    expect(headers).toMatchObject(validators);
    expect(headers.vary).toBe('accept-encoding');
    expect(last()).toMatchObject({ status: 304, responseBytes: 0 });
  });

  test('if-match goes on, and 412 comes back with its problem', async () => {
    const problem = '{"type":"about:blank","title":"It has changed"}';
    const { got, status, headers, body } = await passed(
      (response) => response.writeHead(412, { 'content-type': 'application/problem+json', etag: '"v8"' }).end(problem),
      { 'if-match': '"v7"' },
    );
    expect([got['if-match'], status, headers.etag, body.toString()]).toEqual(['"v7"', 412, '"v8"', problem]);
  });

  test('a range goes on, and its part comes back', async () => {
    const { got, status, headers, body } = await passed(
      (response) =>
        response
          .writeHead(206, {
            'content-type': 'text/plain',
            'content-range': 'bytes 2-4/10',
            'content-length': '3',
            ...validators,
          })
          .end('cde'),
      { range: 'bytes=2-4', 'if-range': '"v7"' },
    );
    expect([got.range, got['if-range'], status, body.toString()]).toEqual(['bytes=2-4', '"v7"', 206, 'cde']);
    expect(headers).toMatchObject({ 'content-range': 'bytes 2-4/10', 'content-length': '3', etag: '"v7"' });
  });
});

describe('a packed answer', () => {
  const text = JSON.stringify({ id: 'a'.repeat(10_000) });
  test.each([
    ['gzip', gzipSync(text)],
    ['br', brotliCompressSync(text)],
  ])('in %s goes by as it is, and is compared all the same', async (encoding, bytes) => {
    const { got, headers, body, last } = await passed(
      (response) =>
        response
          .writeHead(200, {
            'content-type': 'application/json',
            'content-encoding': encoding,
            'content-length': bytes.length,
            vary: 'accept-encoding',
            etag: '"v7-packed"',
          })
          .end(bytes),
      { 'accept-encoding': `${encoding};q=0.9, identity;q=0.1` },
    );
    expect(got['accept-encoding']).toBe(`${encoding};q=0.9, identity;q=0.1`);
    expect(headers).toMatchObject({ 'content-encoding': encoding, etag: '"v7-packed"', vary: 'accept-encoding' });
    expect(headers['content-length']).toBe(String(bytes.length));
    expect(body.equals(bytes)).toBe(true);
    expect(last()).toMatchObject({ findings: [], responseBytes: bytes.length, isCompared: true });
  });

  test('is not asked for where the client does not', async () => {
    const { got } = await passed((response) => response.writeHead(204).end(), {});
    expect(got).not.toHaveProperty('accept-encoding');
  });

  test('in pieces comes in pieces', async () => {
    const bytes = gzipSync(text);
    const { body, headers } = await passed(
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
        for (let at = 0; at < bytes.length; at += 10) response.write(bytes.subarray(at, at + 10));
        response.end();
      },
      { 'accept-encoding': 'gzip' },
    );
    expect([headers['content-length'], gunzipSync(body).toString()]).toEqual([undefined, text]);
  });
});

describe('what comes before an answer, or has no body', () => {
  test('102 and 103 are for the hop behind the gateway', async () => {
    const server = await raw((socket) =>
      socket.end(
        'HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n' +
          'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 8\r\n\r\n{"id":1}',
      ),
    );
    const { app } = await gatewayTo(server.origin);
    const answer = await app.inject({ url: '/gateway/api/v1/things/1', headers: liveKey });
    expect([answer.statusCode, answer.body, answer.headers.link]).toEqual([200, '{"id":1}', undefined]);
  });

  test('HEAD has the head that GET would have', async () => {
    const head = {
      'content-type': 'application/json',
      'content-length': '8',
      'content-encoding': 'gzip',
      ...validators,
    };
    const { status, headers, body } = await passed((response) => response.writeHead(200, head).end(), {}, 'HEAD');
    expect([status, body.length]).toEqual([200, 0]);
    expect(headers).toMatchObject(head);
  });

  test('204 has no length and no body', async () => {
    const server = await raw((socket) =>
      socket.end('HTTP/1.1 204 No Content\r\nContent-Length: 0\r\nETag: "1"\r\n\r\n'),
    );
    const { app } = await gatewayTo(server.origin);
    const answer = await app.inject({ url: '/gateway/api/v1/things/1', headers: liveKey });
    expect([answer.statusCode, answer.headers['content-length'], answer.headers.etag]).toEqual([204, undefined, '"1"']);
  });
});

test('what an upstream itself says of its end stays, and the version’s links come beside its own', async () => {
  const said = { deprecation: '@1767225600', sunset: 'Fri, 01 Jan 2027 00:00:00 GMT', link: '</a>; rel="next"' };
  const answer = (response: ServerResponse) =>
    response.writeHead(200, { 'content-type': 'application/json', ...said }).end('{"id":1}');
  const { headers } = await passed(answer, {});
  expect(headers).toMatchObject(said);
  const { origin } = await upstream((_request, response) => void answer(response));
  const ending = { since: '2026-03-02', sunset: '2027-06-30', replacedBy: 'v2', guide: '/docs/move' };
  const { app } = await gatewayTo(origin, {}, { deprecated: ending });
  const own = (await app.inject({ url: '/gateway/api/v1/things/1', headers: liveKey })).headers;
  expect([own.deprecation, own.sunset]).toEqual(['@1772409600', 'Wed, 30 Jun 2027 00:00:00 GMT']);
  expect(own.link).toBe(
    '</a>; rel="next", </docs/move>; rel="deprecation"; type="text/html", </docs/move>; rel="sunset"; type="text/html", </reference/api/v2>; rel="successor-version"; type="text/html"',
  );
});
