import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GatewayProcess, startGatewayProcess } from './raw/gateway-process.ts';
import { head, talk } from './raw/raw-client.ts';
import { type RecordingUpstream, recordingUpstream } from './raw/recording-upstream.ts';

let upstream: RecordingUpstream;
let gateway: GatewayProcess;
beforeAll(async () => {
  upstream = await recordingUpstream();
  gateway = await startGatewayProcess(upstream.origin);
});
afterAll(async () => {
  await gateway.stop();
  await upstream.close();
});

const at = '/gateway/things/v1';
const bearer = () => `Authorization: Bearer ${gateway.key}`;
const json = 'Content-Type: application/json';
/** What must never be taken for a request. */
const smuggled = () => head(`GET ${at}/things/smuggled HTTP/1.1`, 'Host: x', bearer());
const post = (...lines: readonly string[]) => head(`POST ${at}/things HTTP/1.1`, 'Host: x', bearer(), json, ...lines);
const body = '{"name":"a"}';
const chunked = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
const nobodySawIt = () => {
  expect(upstream.bytes()).not.toContain('smuggled');
  expect(upstream.seen.filter(({ target }) => target.includes('smuggled'))).toEqual([]);
};

describe('a request whose length could be read in two ways', () => {
  const length = `Content-Length: ${body.length}`;
  test.each<[string, () => string]>([
    ['CL.TE', () => post('Content-Length: 6', 'Transfer-Encoding: chunked') + '0\r\n\r\n' + smuggled()],
    ['TE.CL', () => post('Transfer-Encoding: chunked', 'Content-Length: 4') + chunked + smuggled()],
    [
      'TE.TE, of which one is obfuscated',
      () => post('Transfer-Encoding: chunked', 'Transfer-Encoding: cow') + chunked + smuggled(),
    ],
    ['TE that does not end in chunked', () => post('Transfer-Encoding: chunked, identity') + chunked + smuggled()],
    ['TE that is unknown', () => post('Transfer-Encoding: xchunked') + chunked + smuggled()],
    ['TE with a vertical tab', () => post('Transfer-Encoding: \x0bchunked') + chunked + smuggled()],
    ['TE with a space before the colon', () => post('Transfer-Encoding : chunked') + chunked + smuggled()],
    ['CL with a space before the colon', () => post(`Content-Length : ${body.length}`) + body + smuggled()],
    ['CL with a tab before the colon', () => post(`Content-Length\t: ${body.length}`) + body + smuggled()],
    ['two lengths that differ', () => post(length, 'Content-Length: 0') + body + smuggled()],
    ['two lengths that agree', () => post(length, length) + body + smuggled()],
    ['a list of lengths', () => post('Content-Length: 12, 12') + body + smuggled()],
    ['a negative length', () => post('Content-Length: -1') + body + smuggled()],
    ['a length with a sign', () => post('Content-Length: +12') + body + smuggled()],
    ['a hexadecimal length', () => post('Content-Length: 0xc') + body + smuggled()],
    ['a length with a fraction', () => post('Content-Length: 12.0') + body + smuggled()],
    ['a length beyond 64 bits', () => post('Content-Length: 18446744073709551628') + body + smuggled()],
    ['an empty length', () => post('Content-Length:') + body + smuggled()],
    [
      'a header that goes on in the next line (obs-fold)',
      () => post(length, 'X-Folded: a', ' Transfer-Encoding: chunked') + body + smuggled(),
    ],
    ['a TE that is folded', () => post('Transfer-Encoding:', ' chunked') + chunked + smuggled()],
    ['a bare LF between headers', () => post(length).replace('\r\nHost: x\r\n', '\nHost: x\n') + body + smuggled()],
    ['a bare CR in a header', () => post(length, 'X-A: b\rTransfer-Encoding: chunked') + body + smuggled()],
    ['a bare LF that hides a header', () => post(length, 'X-A: b\nTransfer-Encoding: chunked') + body + smuggled()],
    ['a NUL in a header', () => post(length, 'X-A: b\0c') + body + smuggled()],
    ['a header without a name', () => post(length, ': value') + body + smuggled()],
    ['a space before the first header', () => post(length).replace('\r\nHost', '\r\n Host') + body + smuggled()],
    ['a chunk size that is negative', () => post('Transfer-Encoding: chunked') + '-1\r\n' + smuggled()],
    ['a chunk size beyond 64 bits', () => post('Transfer-Encoding: chunked') + 'fffffffffffffffff\r\n' + smuggled()],
    ['a chunk size with 0x', () => post('Transfer-Encoding: chunked') + `0x${chunked}` + smuggled()],
    ['a chunk size with an underscore', () => post('Transfer-Encoding: chunked') + `0_${chunked}` + smuggled()],
    [
      'a chunk that ends in a bare LF',
      () => post('Transfer-Encoding: chunked') + chunked.replaceAll('\r\n', '\n') + smuggled(),
    ],
    [
      'a chunk that is longer than it says',
      () => post('Transfer-Encoding: chunked') + `1\r\n${body}\r\n0\r\n\r\n` + smuggled(),
    ],
  ])('%s: 400 once, the connection ends, nobody sees another request', async (_, bytes) => {
    const { statuses, isClosed, text } = await talk(gateway.port, bytes());
    expect({ statuses, isClosed, text }).toMatchObject({ statuses: [400], isClosed: true });
    nobodySawIt();
  });
});

describe('a request that has one length', () => {
  test('takes chunk extensions and trailers, and passes on neither', async () => {
    const pieces = `4;name="a;b"\r\n{"na\r\n8;x\r\nme":"a"}\r\n0\r\nX-Portal-Trailer: 1\r\nAuthorization: Bearer x\r\n\r\n`;
    const { statuses } = await talk(gateway.port, post('Transfer-Encoding: chunked', 'Connection: close') + pieces);
    expect(statuses).toEqual([200]);
    const last = upstream.seen.at(-1);
    expect(last?.body).toBe(body);
    expect(last?.headers.map(([name]) => name.toLowerCase())).not.toContain('transfer-encoding');
    expect(upstream.bytes()).not.toContain('X-Portal-Trailer');
  });

  test('in HTTP/1.0 is the last on its connection, whatever its framing', async () => {
    const request = post('Transfer-Encoding: chunked').replace('HTTP/1.1', 'HTTP/1.0');
    const { statuses, isClosed } = await talk(gateway.port, request + chunked + smuggled());
    expect(statuses).toHaveLength(1);
    expect(isClosed).toBe(true);
    nobodySawIt();
  });

  test('chunk extensions without end are refused', async () => {
    const { statuses, isClosed } = await talk(
      gateway.port,
      post('Transfer-Encoding: chunked'),
      `4;${'x'.repeat(40_000)}`,
    );
    expect(statuses).toEqual([413]);
    expect(isClosed).toBe(true);
  });

  test.each<[string, () => string, number]>([
    ['a key that opens nothing', () => `POST ${at}/things HTTP/1.1\r\nAuthorization: Bearer no`, 401],
    ['an address that is not there', () => `POST ${at}/nothing HTTP/1.1\r\n${bearer()}`, 404],
    ['a method that is not taken', () => `PATCH ${at}/things HTTP/1.1\r\n${bearer()}`, 405],
    ['a body that is not taken', () => `DELETE ${at}/things/1 HTTP/1.1\r\n${bearer()}`, 200],
    [
      'a media type that is not taken',
      () => `POST ${at}/things HTTP/1.1\r\nContent-Type: text/plain\r\n${bearer()}`,
      415,
    ],
  ])('is refused for %s, and its body is not taken for a request', async (_, start, status) => {
    const inner = smuggled();
    const request = head(...start().split('\r\n'), 'Host: x', `Content-Length: ${inner.length}`) + inner;
    const next = head(`GET ${at}/things/next HTTP/1.1`, 'Host: x', bearer(), 'Connection: close');
    const { statuses } = await talk(gateway.port, request + next);
    expect(statuses[0]).toBe(status);
    // The next request on the connection gets its own answer, or the connection has ended.
    expect(statuses.slice(1)).toEqual(statuses.length > 1 ? [200] : []);
    nobodySawIt();
  });

  test('three in a row on one connection get their own answers, in their order', async () => {
    const each = (id: string, ...lines: string[]) =>
      head(`GET ${at}/things/${id} HTTP/1.1`, 'Host: x', bearer(), ...lines);
    const { text, statuses } = await talk(gateway.port, each('one') + each('%2e') + each('two', 'Connection: close'));
    expect(statuses).toEqual([200, 400, 200]);
    expect(text.match(/full stop/g)).not.toBeNull();
    expect(upstream.seen.slice(-2).map(({ target }) => target)).toEqual(['/things/one', '/things/two']);
  });

  test.each(['CONNECT', 'TRACE', 'PRI', 'get', 'G ET'])('the method %s goes nowhere', async (method) => {
    const before = upstream.begun();
    const { statuses } = await talk(
      gateway.port,
      head(`${method} ${at}/things HTTP/1.1`, 'Host: x', bearer(), 'Connection: close'),
    );
    expect(statuses.every((status) => status >= 400)).toBe(true);
    expect(upstream.begun()).toBe(before);
  });

  test('a wish for another protocol is not passed on', async () => {
    const wish = ['Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA'];
    const { statuses } = await talk(gateway.port, head(`GET ${at}/things HTTP/1.1`, 'Host: x', bearer(), ...wish));
    expect(statuses).toEqual([200]);
    const names = upstream.seen.at(-1)?.headers.map(([name]) => name.toLowerCase());
    expect(names).not.toContain('upgrade');
    expect(names).not.toContain('http2-settings');
  });
});
