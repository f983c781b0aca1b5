// @vitest-environment node
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { RequestDescription } from '../../request';
import { sendRequest, type SendingPorts } from '../send-request';
import { isGatewayThere } from './gateway-there';
import { requestBytes } from './request-bytes';
import { canCountUpload, type Upload } from './upload-stream';
import { createWaitStore, waitWords } from './wait-store';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const request = (url: string, part: Partial<RequestDescription> = {}): RequestDescription => ({
  method: 'POST',
  url,
  headers: [],
  cookies: [],
  user: null,
  content: { kind: 'none' },
  ...part,
});

function send(given: RequestDescription, part: Partial<SendingPorts>) {
  const ports = {
    fetch: (url: string, init: RequestInit) => fetch(url, init),
    now: () => performance.now(),
    isOnline: () => true,
    onPartial: () => undefined,
    ...part,
  };
  return sendRequest(given, ports, new AbortController().signal);
}

describe('a wait that is over', () => {
  test('is told from Cancel, without an answer and in the midst of one', async () => {
    const silent = await serve(() => undefined);
    expect(await send(request(silent), { waitMilliseconds: 40 })).toEqual({
      kind: 'failure',
      failure: { kind: 'timed-out', partial: null, waitedMilliseconds: 40 },
    });
    const half = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      response.write('half');
    });
    expect(await send(request(half), { waitMilliseconds: 40 })).toMatchObject({
      failure: { kind: 'timed-out', partial: { text: 'half' } },
    });
  });

  test('is counted anew with each piece, and not at all between events', async () => {
    const slow = (type: string) =>
      serve((_, response) => {
        response.writeHead(200, { 'content-type': type });
        const pieces = ['data: 1\n\n', 'data: 2\n\n', 'data: 3\n\n'];
        const next = (): void => {
          const piece = pieces.shift();
          if (piece === undefined) return void response.end();
          response.write(piece);
          setTimeout(next, 60);
        };
        next();
      });
    expect(await send(request(await slow('text/plain')), { waitMilliseconds: 150 })).toMatchObject({ kind: 'answer' });
    expect(await send(request(await slow('text/event-stream')), { waitMilliseconds: 40 })).toMatchObject({
      answer: { body: { log: { events: { length: 3 } } } },
    });
  });
});

describe('a large body', () => {
  const text = 'é'.repeat(2_000_000);

  test('is counted on its way where the browser can, and arrives as it is', async () => {
    const url = await serve((incoming, response) => {
      let bytes = 0;
      incoming.on('data', (chunk: Buffer) => (bytes += chunk.length));
      incoming.on('end', () => response.end(`${bytes} ${incoming.headers['content-type']}`));
    });
    const uploads: Upload[] = [];
    const ports = { canCountUpload: () => true, onUpload: (upload: Upload) => uploads.push(upload) };
    const file = new File([text], 'a.bin');
    const sent = await send(request(url, { content: { kind: 'parts', parts: [['file', '', 'a.bin', file]] } }), ports);
    if (sent.kind !== 'answer' || sent.answer.body.kind !== 'text') throw new Error(JSON.stringify(sent));
    expect(sent.answer.body.text).toMatch(/^4000[12]\d\d multipart\/form-data; boundary=/);
    expect(uploads.map(({ sentBytes }) => sentBytes)).toEqual(
      uploads.map(({ sentBytes }) => sentBytes).toSorted((a, b) => (a ?? 0) - (b ?? 0)),
    );
    expect(uploads.at(-1)).toEqual({ sentBytes: 4_000_000, ofBytes: 4_000_000 });
  });

  test('is said to be one where it cannot be counted', async () => {
    const url = await serve((incoming, response) => void incoming.resume().on('end', () => response.end()));
    const uploads: Upload[] = [];
    await send(request(url, { content: { kind: 'text', text } }), { onUpload: (upload) => uploads.push(upload) });
    expect(uploads).toEqual([{ sentBytes: null, ofBytes: text.length }]);
  });

  test('is not counted over HTTP/1.1', () => {
    expect(canCountUpload('http://127.0.0.1/x')).toBe(false);
  });

  test('has a size', () => {
    const file = new File(['12345'], 'a');
    expect(requestBytes({ kind: 'text', text: 'é' })).toBe(2);
    expect(requestBytes({ kind: 'file', text: '', fileName: 'a', file })).toBe(5);
    expect(
      requestBytes({
        kind: 'parts',
        parts: [
          ['a', 'xy'],
          ['b', '', 'f', file],
        ],
      }),
    ).toBe(7);
  });
});

test('a connection that broke asks the gateway how it is', async () => {
  const url = await serve((incoming, response) => {
    if (incoming.url === '/healthz') return void response.end('{}');
    response.writeHead(200, { 'content-type': 'text/plain', 'content-length': 100 });
    response.write('half');
    setTimeout(() => response.destroy(), 20);
  });
  const there = () => isGatewayThere(url.slice(0, -1), fetch);
  expect(await send(request(url), { isGatewayThere: there })).toMatchObject({
    failure: { kind: 'broken', isGatewayThere: true },
  });
  expect(await isGatewayThere('http://127.0.0.1:1', fetch)).toBe(false);
});

describe('how long one waits', () => {
  test('is kept on the device', () => {
    const items = new Map<string, string>();
    const storage = { getItem: (name: string) => items.get(name) ?? null, setItem: items.set.bind(items) };
    expect(createWaitStore(() => storage).get()).toBe(60);
    createWaitStore(() => storage).set(null);
    expect(createWaitStore(() => storage).get()).toBeNull();
    items.set([...items.keys()].join(), '-3');
    expect(createWaitStore(() => storage).get()).toBe(60);
  });

  test('lasts as long as the page where storage is full or forbidden', () => {
    const store = createWaitStore(() => {
      throw new DOMException('no', 'SecurityError');
    });
    store.set(5);
    expect(store.get()).toBe(5);
  });

  test('is said in words', () => {
    expect([5, 60, 300, null].map(waitWords)).toEqual(['5 s', '60 s', '5 min', 'no limit']);
  });
});
