import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { fakeTiming } from './resilience/timing.fixture.ts';
import { liveGateways, liveKey } from './live-gateway.fixture.ts';

const { gatewayTo, upstream } = liveGateways();

const environment = { PORTAL_ID: 'portal', PORTAL_SECRET: 's3cret-of-the-portal' };
const thing = { url: '/gateway/api/v1/things/1', headers: liveKey };

type Answering = (response: ServerResponse, visit: number) => void;

/** An upstream that keeps the tokens it gets, and a token endpoint that gives `t1`, `t2` and so on. */
async function withToken(answerThing: (token: string, response: ServerResponse) => void, answerToken?: Answering) {
  const forms: { headers: IncomingMessage['headers']; form: URLSearchParams }[] = [];
  const authorization = await upstream((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      forms.push({ headers: request.headers, form: new URLSearchParams(body) });
      if (answerToken) return answerToken(response, forms.length);
      const token = { access_token: `t${forms.length}`, token_type: 'Bearer', expires_in: 3600 };
      return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(token));
    });
  });
  const tokens: (string | undefined)[] = [];
  const bodies: string[] = [];
  const { origin } = await upstream((request, response) => {
    const token = request.headers.authorization;
    tokens.push(token);
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      bodies.push(body);
      answerThing(token ?? '', response);
    });
  });
  const lines: object[] = [];
  const log = { info: () => undefined, warn: (details: object) => lines.push(details) };
  const credential = {
    kind: 'oauth2' as const,
    tokenUrl: `${authorization.origin}/token`,
    clientIdFrom: 'PORTAL_ID',
    clientSecretFrom: 'PORTAL_SECRET',
    scopes: ['things'],
  };
  const timing = fakeTiming();
  const gateway = await gatewayTo(origin, { credential }, { environment, log, timing });
  return { ...gateway, timing, tokens, forms, bodies, lines };
}

const ok = (response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":1}');

describe('an upstream that takes access tokens', () => {
  test('gets one, fetched once for parallel requests by the client credentials grant', async () => {
    const { app, tokens, forms } = await withToken((_, response) => ok(response));
    const answers = await Promise.all(Array.from({ length: 20 }, () => app.inject(thing)));
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
    expect([new Set(tokens), forms.length]).toEqual([new Set(['Bearer t1']), 1]);
    expect(Object.fromEntries(forms[0]?.form ?? [])).toEqual({ grant_type: 'client_credentials', scope: 'things' });
    expect(forms[0]?.headers.authorization).toMatch(/^Basic /);
  });

  test('gets a new one and the same body again, where it answers 401 to the first', async () => {
    const { app, tokens, bodies } = await withToken((token, response) =>
      token === 'Bearer t1' ? response.writeHead(401).end() : ok(response),
    );
    const headers = { ...liveKey, 'content-type': 'application/json' };
    const answer = await app.inject({ method: 'POST', url: '/gateway/api/v1/things', headers, payload: '{"a":1}' });
    expect([answer.statusCode, tokens, bodies]).toEqual([200, ['Bearer t1', 'Bearer t2'], ['{"a":1}', '{"a":1}']]);
  });

  test('gets one new token, where it refuses every one, and its 401 is the answer', async () => {
    const { app, forms } = await withToken((_, response) => response.writeHead(401).end());
    for (let count = 0; count < 5; count += 1) expect((await app.inject(thing)).statusCode).toBe(401);
    expect(forms.length).toBe(2);
  });

  test('gets a body that goes through unread only once', async () => {
    const { app, tokens, bodies } = await withToken((_, response) => response.writeHead(401).end());
    const headers = { ...liveKey, 'content-type': 'application/octet-stream' };
    const answer = await app.inject({ method: 'PUT', url: '/gateway/api/v1/files/1', headers, payload: 'bytes' });
    expect([answer.statusCode, tokens, bodies]).toEqual([401, ['Bearer t1'], ['bytes']]);
    await app.inject(thing);
    expect(tokens.at(-1)).toBe('Bearer t2');
  });
});

describe('502: the gateway gets no token', () => {
  test.each<[string, Answering, string]>([
    [
      'the server refuses the client, and repeats its secret',
      (response) =>
        response.writeHead(401).end(`{"error":"invalid_client","error_description":"s3cret-of-the-portal"}`),
      'the gateway is refused one, so nothing was sent. Tell whoever runs this portal.',
    ],
    ['the server fails', (response) => response.writeHead(500).end(), 'Nothing was done: send the request again'],
    ['the server hangs up', (response) => response.destroy(), 'Nothing was done: send the request again'],
    ['the answer is no token', (response) => response.writeHead(200).end('<html>'), 'Nothing was done'],
    [
      'the answer has no end',
      (response) => response.writeHead(200).end(' '.repeat(100_000)),
      'Nothing was done: send the request again',
    ],
    ['the answer leads elsewhere', (response) => response.writeHead(307, { location: '/' }).end(), 'is refused one'],
  ])('%s', async (_, answerToken, words) => {
    const { app, last, tokens, lines } = await withToken((__, response) => ok(response), answerToken);
    const answer = await app.inject(thing);
    expect([answer.statusCode, answer.json<{ type: string }>().type]).toEqual([
      502,
      '/docs/errors/upstream-unavailable',
    ]);
    expect(answer.json<{ detail: string }>().detail).toContain(words);
    expect(tokens).toEqual([]);
    expect(lines).toMatchObject([{ upstream: 'api v1' }]);
    for (const text of [answer.body, JSON.stringify([last(), lines])]) expect(text).not.toContain('s3cret');
  });

  test('is no failure of the upstream: it is not left alone for it', async () => {
    let isDown = true;
    const give = (response: ServerResponse) =>
      response.end(JSON.stringify({ access_token: 't', token_type: 'bearer', expires_in: 60 }));
    const { app, timing } = await withToken(
      (_, response) => ok(response),
      (response) => (isDown ? response.writeHead(500).end() : give(response)),
    );
    for (let count = 0; count < 10; count += 1) expect((await app.inject(thing)).statusCode).toBe(502);
    isDown = false;
    timing.pass(1000);
    expect((await app.inject(thing)).statusCode).toBe(200);
  });
});
