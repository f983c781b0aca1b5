import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from './app.fixture.ts';

let running: RunningApp;
let port: number;
let key: string;
beforeAll(async () => {
  running = await startApp();
  await running.app.listen({ port: 0, host: '127.0.0.1' });
  port = (running.app.server.address() as AddressInfo).port;
  const issued = await running.app.inject({ method: 'POST', url: '/api/v1/guest-keys' });
  key = issued.json<{ key: string }>().key;
});
afterAll(() => running.close());

/** Sends bytes as they are, where a client library would tidy them up, and gives all that comes until the end. */
function send(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk) => (text += chunk.toString('latin1')));
    socket.on('end', () => resolve(text));
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
    socket.setTimeout(5000, () => socket.destroy(new Error(`No end after: ${text}`)));
  });
}

const get = (target: string, ...headers: readonly string[]) =>
  send(
    [`GET ${target} HTTP/1.1`, 'Host: x', `Authorization: Bearer ${key}`, 'Connection: close', ...headers, '', ''].join(
      '\r\n',
    ),
  );
const status = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
const answersIn = (answer: string) => [...answer.matchAll(/HTTP\/1\.1 \d{3}/g)].length;

describe('a target is authorised as it is forwarded, or refused', () => {
  test.each([
    ['/gateway/cardea/v2/credential-offers', 200],
    ['http://elsewhere.example/gateway/cardea/v2/credential-offers', 200],
    ['/gateway/cardea/v2/credential%2Doffers', 200],
    ['/gateway/cardea/v2/../../portal/v1/exchanges', 400],
    ['/gateway/cardea/v2/%2e%2e/%2e%2e/portal/v1/exchanges', 400],
    ['/gateway/cardea/v2/credential-offers/..%2f..%2fissuers', 400],
    ['/gateway/cardea/v2//credential-offers', 400],
    ['/gateway/cardea//v2/credential-offers', 400],
    ['/gateway/cardea/v2/credential-offers%00', 400],
    ['/gateway/cardea/v2/credential-offers%0d%0aX:%201', 400],
    ['/gateway/cardea/v2\\credential-offers', 400],
    ['/gateway/cardea/v2/credential-offers/%c0%ae', 400],
    ['/gateway/cardea/v2/credential-offers/%', 400],
    ['/gateway/portal/v1/../../../api/v1/exchanges', 400],
  ])('%s: %i', async (target, want) => {
    expect(status(await get(target))).toBe(want);
  });
});

describe('a request that two programs could split in two ways is refused, and the connection ends', () => {
  const post = (headers: readonly string[], body: string) =>
    send(
      [
        'POST /gateway/cardea/v2/credential-offers HTTP/1.1',
        'Host: x',
        `Authorization: Bearer ${key}`,
        ...headers,
        '',
        body,
      ].join('\r\n'),
    );
  const smuggled = 'GET /gateway/cardea/v2/issuers HTTP/1.1\r\nHost: x\r\n\r\n';

  test.each<[string, readonly string[], string]>([
    ['two lengths', ['Content-Length: 2', 'Content-Length: 60'], `{}${smuggled}`],
    ['two equal lengths', ['Content-Length: 2', 'Content-Length: 2'], `{}${smuggled}`],
    ['a length and chunks', ['Content-Length: 4', 'Transfer-Encoding: chunked'], `0\r\n\r\n${smuggled}`],
    ['chunks twice over', ['Transfer-Encoding: chunked', 'Transfer-Encoding: identity'], `0\r\n\r\n${smuggled}`],
    ['an encoding that hides', ['Transfer-Encoding: xchunked'], `0\r\n\r\n${smuggled}`],
    ['a space before the colon', ['Transfer-Encoding : chunked'], `0\r\n\r\n${smuggled}`],
    ['a folded line', ['X-A: 1\r\n Transfer-Encoding: chunked', 'Content-Length: x'], smuggled],
    ['a length that is none', ['Content-Length: +2'], `{}${smuggled}`],
    ['a chunk that is none', ['Transfer-Encoding: chunked'], `zz\r\n${smuggled}`],
  ])('%s', async (_name, headers, body) => {
    const answer = await post(headers, body);
    expect(status(answer)).toBe(400);
    expect(answersIn(answer)).toBe(1);
  });
});

describe('headers that are not for the way behind', () => {
  test('cannot take the credential away or say who the client is', async () => {
    const answer = await get('/gateway/portal/v1/exchanges', 'X-Forwarded-For: 10.0.0.1', 'Cookie: portolan_guest=x');
    expect(status(answer)).toBe(200);
    const stripped = await send(
      [
        'GET /gateway/portal/v1/exchanges HTTP/1.1',
        'Host: x',
        `Authorization: Bearer ${key}`,
        'Connection: close, authorization',
        '',
        '',
      ].join('\r\n'),
    );
    expect(status(stripped)).toBe(200);
    expect(stripped.toLowerCase()).not.toContain('\nset-cookie:');
  });
});

describe('a body that is too large', () => {
  test('is refused while it comes in chunks, and the connection ends', async () => {
    const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;
    const head = [
      'POST /gateway/cardea/v2/credential-offers HTTP/1.1',
      'Host: x',
      `Authorization: Bearer ${key}`,
      'Content-Type: application/json',
      'Transfer-Encoding: chunked',
      '',
      '',
    ].join('\r\n');
    const answer = await send(head + chunk.repeat(161) + '0\r\n\r\n');
    expect(status(answer)).toBe(413);
    expect(answer.toLowerCase()).toContain('\nconnection: close');
  });
});

describe('the way from the gateway to a proven step', () => {
  test('an offer is made and read back, and the journey knows at once', async () => {
    const authorization = `Bearer ${key}`;
    const stream = await fetch(`http://127.0.0.1:${port}/gateway/portal/v1/journeys/first-call/progress/events`, {
      headers: { authorization },
    });
    const reader = stream.body?.getReader();
    const next = async () => new TextDecoder().decode((await reader?.read())?.value as Uint8Array | undefined);
    expect(await next()).toContain('"state":"next"');
    const made = await fetch(`http://127.0.0.1:${port}/gateway/cardea/v2/credential-offers`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({
        credential_type_id: 'typ_01k8p3a1b2c3d4e5f6g7h8j9k0',
        holder: { name: 'Ada Lindqvist', email: 'ada.lindqvist@students.halden.example' },
        claims: {
          kind: 'diploma',
          degree: 'Master of Science',
          field_of_study: 'Navigation',
          awarded_on: '2026-06-12',
        },
      }),
    });
    expect(made.status).toBe(201);
    const { id } = (await made.json()) as { id: string };
    expect(await next()).toContain('"id":"create-offer"');
    const read = await fetch(`http://127.0.0.1:${port}/gateway/cardea/v2/credential-offers/${id}`, {
      headers: { authorization },
    });
    expect(read.status).toBe(200);
    expect(await next()).toContain('"complete":true');
    await reader?.cancel();
    const exchanges = await running.app.inject({ url: '/api/v1/exchanges?limit=100', headers: { authorization } });
    const { data } = exchanges.json<{ data: { operation: string; findings: unknown[] }[] }>();
    expect(data.map((exchange) => exchange.operation)).toContain('createCredentialOffer');
    expect(data.filter((exchange) => exchange.operation === 'getCredentialOffer')).toMatchObject([{ findings: [] }]);
  });
});
