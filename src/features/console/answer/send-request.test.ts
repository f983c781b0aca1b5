// @vitest-environment node
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { RequestDescription } from '../request';
import type { Partial } from './answer';
import { sendRequest } from './send-request';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A real server: what a broken connection or a stream looks like is not to be guessed. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const get = (url: string, part: object = {}): RequestDescription => ({
  method: 'GET',
  url,
  headers: [],
  cookies: [],
  user: null,
  content: { kind: 'none' },
  ...part,
});

function send(request: RequestDescription, signal = new AbortController().signal, isOnline = true) {
  const partials: Partial[] = [];
  const ports = {
    fetch: (url: string, init: RequestInit) => fetch(url, init),
    now: () => performance.now(),
    isOnline: () => isOnline,
    onPartial: (partial: Partial) => partials.push(partial),
  };
  return { sent: sendRequest(request, ports, signal), partials };
}

describe('sending', () => {
  test('sends the method, headers, user name and body that are described, and no cookies', async () => {
    const url = await serve((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => response.end(JSON.stringify({ ...request.headers, method: request.method, body })));
    });
    const { sent } = send(
      get(url, {
        method: 'PUT',
        user: 'key',
        headers: [
          ['X-Note', 'a'],
          ['Cookie', 'x=1'],
        ],
        content: { kind: 'text', text: 'hé' },
      }),
    );
    const outcome = await sent;
    if (outcome.kind !== 'answer' || outcome.answer.body.kind !== 'text') throw new Error(JSON.stringify(outcome));
    const seen = JSON.parse(outcome.answer.body.text) as Record<string, string>;
    expect(seen).toMatchObject({ method: 'PUT', body: 'hé', 'x-note': 'a', authorization: `Basic ${btoa('key:')}` });
    expect(seen).not.toHaveProperty('cookie');
  });

  test('shows a stream as it comes', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: 1\n\n');
      setTimeout(() => response.end('data: 2\n\n'), 30);
    });
    const { sent, partials } = send(get(url));
    expect(await sent).toMatchObject({
      kind: 'answer',
      answer: { status: 200, body: { kind: 'events', log: { events: [{ data: '1' }, { data: '2' }] } } },
    });
    expect(partials.map((partial) => partial.log?.events.length)).toEqual([0, 1, 2]);
  });

  test('reads a character that is cut between two chunks', async () => {
    const url = await serve((_request, response) => {
      const bytes = Buffer.from('"é"');
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write(bytes.subarray(0, 2));
      setTimeout(() => response.end(bytes.subarray(2)), 30);
    });
    expect(await send(get(url)).sent).toMatchObject({ answer: { body: { text: '"é"' }, bytes: 4 } });
  });

  test('keeps bytes that are not text', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.from([137, 80, 78, 71]));
    });
    const outcome = await send(get(url)).sent;
    if (outcome.kind !== 'answer' || outcome.answer.body.kind !== 'binary') throw new Error(JSON.stringify(outcome));
    // Never with the type that the answer claims: opened from the site's origin, an HTML or SVG file could run.
    expect(outcome.answer.body.blob.type).toBe('application/octet-stream');
    expect(outcome.answer.body.blob.size).toBe(4);
  });

  test('is cancelled with what had come', async () => {
    const stop = new AbortController();
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      response.write('half');
    });
    const { sent, partials } = send(get(url), stop.signal);
    await expect.poll(() => partials.at(-1)?.text).toBe('half');
    stop.abort();
    expect(await sent).toMatchObject({ failure: { kind: 'cancelled', partial: { text: 'half' } } });
  });

  test('tells a connection that breaks off from one that never was', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain', 'content-length': 100 });
      response.write('half');
      setTimeout(() => response.destroy(), 30);
    });
    expect(await send(get(url)).sent).toMatchObject({ failure: { kind: 'broken', partial: { text: 'half' } } });
    expect(await send(get('http://127.0.0.1:1/')).sent).toEqual({ kind: 'failure', failure: { kind: 'unreachable' } });
    expect(await send(get('http://127.0.0.1:1/'), undefined, false).sent).toEqual({
      kind: 'failure',
      failure: { kind: 'offline' },
    });
  });

  test('stops at 50 MB', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/octet-stream' });
      const megabyte = Buffer.alloc(1024 * 1024);
      const more = (): void => {
        while (!response.destroyed && response.write(megabyte));
      };
      response.on('drain', more);
      more();
    });
    const outcome = await send(get(url)).sent;
    expect(outcome).toMatchObject({ failure: { kind: 'too-large' } });
  });
});
