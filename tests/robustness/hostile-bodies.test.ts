import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GatewayProcess, startGatewayProcess } from './raw/gateway-process.ts';
import { head, talk } from './raw/raw-client.ts';
import { type RecordingUpstream, recordingUpstream } from './raw/recording-upstream.ts';

let upstream: RecordingUpstream;
let gateway: GatewayProcess;
beforeAll(async () => {
  upstream = await recordingUpstream();
  gateway = await startGatewayProcess(upstream.origin, { bodyMegabytes: 9 });
});
afterAll(async () => {
  await gateway.stop();
  await upstream.close();
});

const megabyte = 1024 * 1024;

async function post(path: string, body: string | Buffer, ...lines: readonly string[]): Promise<number> {
  const bytes = Buffer.from(body);
  const start = [`POST /gateway/things/v1${path} HTTP/1.1`, 'Host: x', `Authorization: Bearer ${gateway.key}`];
  const length = `Content-Length: ${bytes.length}`;
  const { statuses } = await talk(gateway.port, head(...start, ...lines, length, 'Connection: close'), bytes);
  expect(statuses).toHaveLength(1);
  return statuses[0] ?? 0;
}

/** Refused so, and the upstream saw nothing of it. */
async function refused(status: number, sending: () => Promise<number>): Promise<void> {
  const before = upstream.begun();
  expect(await sending()).toBe(status);
  expect(upstream.begun()).toBe(before);
}

const json = 'Content-Type: application/json';
const wrong = '{"name":1}';

test('a good body goes on, byte for byte', async () => {
  const body = '{ "name" : "a\\u00e4", "tags": ["b:c", "\\"d\\":"] }';
  expect(await post('/things', body, json)).toBe(200);
  expect(upstream.seen.at(-1)?.body).toBe(body);
});

describe('a JSON body', () => {
  test.each<[string, string, number]>([
    ['that breaks the contract', wrong, 400],
    ['with a name twice, of which one is wrong', '{"name":1,"name":"a"}', 400],
    ['with a name twice, spelt in two ways', '{"name":"a","n\\u0061me":"b"}', 400],
    ['with a name twice, deep inside', '{"name":"a","tags":[{"x":1,"x":2}]}', 400],
    ['with __proto__', '{"name":"a","__proto__":{"name":"b"}}', 400],
    ['with __proto__, escaped', '{"name":"a","\\u005f_proto__":{}}', 400],
    ['with constructor.prototype', '{"name":"a","constructor":{"prototype":{"x":1}}}', 400],
    ['nested 100,000 levels deep', '['.repeat(100_000) + ']'.repeat(100_000), 400],
    ['nested 100,000 levels deep, without end', '{"a":'.repeat(100_000), 400],
    ['with a comment', '{"name":"a"/**/}', 400],
    ['with two documents', '{"name":"a"}{"name":1}', 400],
    ['with NaN', '{"name":NaN}', 400],
    [
      'that is not UTF-8',
      Buffer.from([...Buffer.from('{"name":"'), 0xff, ...Buffer.from('"}')]).toString('latin1'),
      400,
    ],
  ])('%s is refused', async (_, body, status) => {
    await refused(status, () => post('/things', Buffer.from(body, 'latin1'), json));
  });

  test.each([
    ['said by Content-Length', () => post('/things', `{"name":"${'x'.repeat(9.5 * megabyte)}"}`, json)],
    ['of a million wrong members', () => post('/things', `{${manyMembers(900_000)}}`, json)],
  ])('that is too large, %s, is refused with 413', async (_, sending) => {
    await refused(413, sending);
  });

  test('that is too large in chunks is refused with 413, and no more than the limit is taken in', async () => {
    const before = upstream.begun();
    const start = ['POST /gateway/things/v1/things HTTP/1.1', 'Host: x', `Authorization: Bearer ${gateway.key}`, json];
    const chunk = `${megabyte.toString(16)}\r\n${' '.repeat(megabyte)}\r\n`;
    const chunks = Array.from({ length: 12 }, () => chunk);
    const { statuses } = await talk(gateway.port, head(...start, 'Transfer-Encoding: chunked'), ...chunks);
    expect(statuses).toEqual([413]);
    expect(upstream.begun()).toBe(before);
  });
});

test('a client that sends on and on after a refusal is cut off', async () => {
  const start = ['POST /gateway/things/v1/things HTTP/1.1', 'Host: x', `Authorization: Bearer ${gateway.key}`, json];
  const socket = connect(gateway.port, '127.0.0.1').on('error', () => undefined);
  socket.write(head(...start, 'Content-Length: 1000000000'));
  const sending = setInterval(() => socket.write(Buffer.alloc(megabyte)), 100);
  await once(socket.resume(), 'close');
  clearInterval(sending);
  expect(socket.bytesWritten).toBeLessThan(200 * megabyte);
});

function manyMembers(count: number): string {
  return Array.from({ length: count }, (_, index) => `"member${index}":1`).join(',');
}

describe('a media type that could hide a body from validation', () => {
  test.each<[string, string]>([
    ['text', 'Content-Type: text/plain'],
    ['a list', 'Content-Type: application/json, text/plain'],
    ['a range', 'Content-Type: */*'],
    ['a subtype range', 'Content-Type: application/*'],
    ['no slash', 'Content-Type: json'],
    ['an empty one', 'Content-Type:'],
    ['another charset', 'Content-Type: application/json; charset=utf-16'],
    ['UTF-7', 'Content-Type: application/json; charset="utf-7"'],
    ['two charsets', 'Content-Type: application/json; charset=utf-16; charset=utf-8'],
    ['a form', 'Content-Type: application/x-www-form-urlencoded'],
    ['bytes', 'Content-Type: application/octet-stream'],
    ['a slash too many', 'Content-Type: application/json/xml'],
  ])('%s is refused with 415', async (_, line) => {
    await refused(415, () => post('/things', wrong, line));
  });

  test('none is refused with 415', async () => {
    await refused(415, () => post('/things', wrong));
  });

  test.each([
    'Content-Type: APPLICATION/JSON',
    'Content-Type: application/json;charset=UTF-8',
    'Content-Type: application/json ; a="b;c"',
    'Content-Type: application/problem+json',
    'Content-Type:\tapplication/json\t',
  ])('%s is read as JSON, and checked', async (line) => {
    await refused(400, () => post('/things', wrong, line));
    expect(await post('/things', '{"name":"a"}', line)).toBe(200);
  });

  test('the first of two types is the one that is checked, and the only one that goes on', async () => {
    await refused(400, () => post('/things', wrong, json, 'Content-Type: text/plain'));
    expect(await post('/things', '{"name":"a"}', json, 'Content-Type: text/plain')).toBe(200);
    const types = upstream.seen.at(-1)?.headers.filter(([name]) => name.toLowerCase() === 'content-type');
    expect(types?.map(([, value]) => value)).toEqual(['application/json']);
  });

  test.each(['gzip', 'br', 'deflate', 'GZIP', 'gzip, identity', 'x-custom', 'identity, identity'])(
    'Content-Encoding: %s is refused with 415',
    async (encoding) => {
      await refused(415, () => post('/things', wrong, json, `Content-Encoding: ${encoding}`));
    },
  );

  test('Content-Encoding: identity is read, and checked', async () => {
    await refused(400, () => post('/things', wrong, json, 'Content-Encoding: identity'));
  });
});

describe('a multipart body', () => {
  const type = 'Content-Type: multipart/form-data; boundary=b';
  const part = (name: string, value: string, ...lines: string[]) =>
    ['--b', `Content-Disposition: form-data; name="${name}"`, ...lines, '', value, ''].join('\r\n');
  const form = (...parts: string[]) => `${parts.join('')}--b--\r\n`;

  test('that is good goes on', async () => {
    const file = part('file', 'x'.repeat(megabyte), 'Content-Type: application/octet-stream');
    expect(await post('/forms', form(part('title', 'a'), file), type)).toBe(200);
  });

  test.each<[string, () => string, number]>([
    ['that breaks the contract', () => form(part('title', 'x'.repeat(21))), 400],
    ['with a part that no contract names', () => form(part('title', 'a'), part('other', 'b')), 400],
    ['with a part twice, of which one is wrong', () => form(part('title', 'x'.repeat(21)), part('title', 'a')), 400],
    ['without its end', () => part('title', 'a'), 400],
    ['with another boundary', () => form(part('title', 'a')).replaceAll('--b', '--c'), 400],
    [
      'with __proto__',
      () => form(part('title', 'a'), part('__proto__', '{"x":1}', 'Content-Type: application/json')),
      400,
    ],
    [
      'with JSON that is nested 100,000 levels deep',
      () => form(part('title', '['.repeat(100_000) + ']'.repeat(100_000), 'Content-Type: application/json')),
      400,
    ],
    ['of 150,000 parts', () => form(part('title', 'a').repeat(150_000)), 413],
    [
      'that is larger than the configured 9 MB',
      () => form(part('title', 'a'), part('file', 'x'.repeat(11 * megabyte))),
      413,
    ],
  ])('%s is refused', async (_, body, status) => {
    await refused(status, () => post('/forms', body(), type));
  });

  test('without a boundary is refused', async () => {
    await refused(400, () => post('/forms', form(part('title', 'a')), 'Content-Type: multipart/form-data'));
  });

  test('of another kind of multipart is refused', async () => {
    await refused(415, () => post('/forms', form(part('title', 'a')), type.replace('form-data', 'mixed')));
  });
});

test('while bodies come that take long to look at, another request is answered within a second', async () => {
  const bombs = [
    () => post('/things', `{"name":"a","tags":[${'""'.padEnd(8 * megabyte, ',""')}]}`.replace(/,"?\]/, ']'), json),
    () => post('/things', `{${manyMembers(400_000)}}`, json),
    () => post('/things', '[' + '{},'.repeat(2.5 * megabyte) + '{}]', json),
  ];
  for (const bomb of bombs) {
    const sending = bomb();
    let slowest = 0;
    let isDone = false;
    void sending.finally(() => (isDone = true));
    while (!isDone) {
      const from = performance.now();
      const lines = ['GET /gateway/things/v1/things HTTP/1.1', 'Host: x', 'Connection: close'];
      await talk(gateway.port, head(...lines, `Authorization: Bearer ${gateway.key}`));
      slowest = Math.max(slowest, performance.now() - from);
    }
    await sending;
    expect(slowest).toBeLessThan(1000);
  }
});
