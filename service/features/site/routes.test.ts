import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { useProblemAnswers } from '../../platform/error-handler.ts';
import { siteFeature } from './index.ts';

let build: string;
let app: FastifyInstance;

const script = 'console.log("sea");\n'.repeat(100);
const long = `<h1>Long</h1>${'<p>The sea.</p>'.repeat(200)}`;
const files: Record<string, string | Buffer> = {
  'site/index.html': '<h1>Home</h1>',
  'site/404.html': '<h1>Nothing here</h1>',
  'site/docs/start/index.html': '<h1>Start</h1>',
  'site/docs/plain.html': '<h1>Plain</h1>',
  'site/docs/plain.md': '# Plain\n',
  'site/docs/long.html': long,
  'site/index.md': '# Home\n',
  'site/assets/js/main.abcd.js': script,
  'site/assets/js/main.abcd.js.br': brotliCompressSync(script),
  'site/assets/js/main.abcd.js.gz': gzipSync(script),
  'site/reference/cardea/v2/nav.json': '{"api":"cardea"}',
  'site/.env': 'SECRET=1',
  'csp.json': '{}',
};

function write(name: string, content: string | Buffer): void {
  mkdirSync(dirname(join(build, name)), { recursive: true });
  writeFileSync(join(build, name), content);
}

beforeEach(async () => {
  build = mkdtempSync(join(tmpdir(), 'portolan-site-'));
  app = Fastify();
  useProblemAnswers(app, '');
  await app.register(siteFeature({ buildFolder: build, groupsOf: async () => [], serviceUrl: '' }).plugin);
});
afterEach(async () => {
  await app.close();
  rmSync(build, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ url, headers: { accept: 'text/html', ...headers } });

function decoded({ headers, rawPayload }: LightMyRequestResponse): string {
  const encoding = headers['content-encoding'];
  if (encoding === 'br') return brotliDecompressSync(rawPayload).toString();
  return (encoding === 'gzip' ? gunzipSync(rawPayload) : rawPayload).toString();
}

describe('a built site', () => {
  beforeEach(() => {
    for (const [name, content] of Object.entries(files)) write(name, content);
  });

  describe('200', () => {
    test.each([
      ['/', 'Home'],
      ['/index.html', 'Home'],
      ['/docs/start', 'Start'],
      ['/docs/start/', 'Start'],
      ['/docs/plain', 'Plain'],
      ['/docs/plain?utm_source=x', 'Plain'],
    ])('%s', async (url, want) => {
      const answer = await get(url);
      expect([answer.statusCode, answer.body]).toEqual([200, `<h1>${want}</h1>`]);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.headers['cache-control']).toBe('no-cache');
      expect(answer.headers.etag).toBeDefined();
    });

    test('sends what was compressed beforehand where the reader takes it, and caches it for good', async () => {
      const answer = await get('/assets/js/main.abcd.js', { 'accept-encoding': 'gzip, br' });
      expect(answer.headers).toMatchObject({
        'content-encoding': 'br',
        'content-type': 'application/javascript; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'accept-encoding',
      });
      expect(brotliDecompressSync(answer.rawPayload).toString()).toBe(script);
      expect((await get('/assets/js/main.abcd.js')).body).toBe(script);
    });

    test.each([
      [undefined, undefined, long],
      ['gzip', 'gzip', long],
      ['br;q=0.5, gzip;q=0.4', 'br', long],
      ['br;q=0, gzip;q=0, *;q=0', undefined, long],
      ['\\;q=q, ,,', undefined, long],
    ])('compresses a page for who takes %s', async (accepted, encoding, want) => {
      const answer = await get('/docs/long', accepted === undefined ? {} : { 'accept-encoding': accepted });
      expect([answer.statusCode, answer.headers['content-encoding']]).toEqual([200, encoding]);
      expect(decoded(answer)).toBe(want);
      expect(answer.headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'content-length': String(answer.rawPayload.length),
        vary: 'accept-encoding, accept',
      });
    });

    test('each encoding has an ETag of its own', async () => {
      const tags = await Promise.all(
        ['identity', 'gzip', 'br'].map(
          async (one) => (await get('/docs/long', { 'accept-encoding': one })).headers.etag,
        ),
      );
      expect(new Set(tags).size).toBe(3);
    });

    test('a small page is not compressed', async () => {
      const answer = await get('/docs/plain', { 'accept-encoding': 'br' });
      expect([answer.headers['content-encoding'], answer.body]).toEqual([undefined, '<h1>Plain</h1>']);
    });

    test.each(['identity', 'br'])('answers HEAD as GET, without a body: %s', async (encoding) => {
      const [head, whole] = await Promise.all(
        (['HEAD', 'GET'] as const).map((method) =>
          app.inject({ method, url: '/docs/long', headers: { 'accept-encoding': encoding } }),
        ),
      );
      expect([head?.statusCode, head?.body]).toEqual([200, '']);
      expect({ ...head?.headers, date: '' }).toEqual({ ...whole?.headers, date: '' });
    });

    test.each([
      ['/docs/plain.md', {}],
      ['/docs/plain', { accept: 'text/markdown, text/html;q=0.9' }],
      ['/docs/plain/', { accept: 'text/markdown' }],
    ])('%s is the Markdown twin with %j', async (url, headers) => {
      const answer = await get(url, headers);
      expect([answer.statusCode, answer.body]).toEqual([200, '# Plain\n']);
      expect(answer.headers).toMatchObject({
        'content-type': 'text/markdown; charset=utf-8',
        'cache-control': 'no-cache',
        vary: 'accept-encoding, accept',
      });
    });

    test('the first page has its twin too; a page without one stays HTML', async () => {
      expect((await get('/', { accept: 'text/markdown' })).body).toBe('# Home\n');
      expect((await get('/docs/start', { accept: 'text/markdown' })).body).toBe('<h1>Start</h1>');
    });
  });

  describe('206', () => {
    test('a range is of the bytes on the disk, whatever is accepted', async () => {
      const answer = await get('/docs/long', { range: 'bytes=4-7', 'accept-encoding': 'br' });
      expect([answer.statusCode, answer.body]).toEqual([206, 'Long']);
      expect(answer.headers).toMatchObject({ 'content-range': `bytes 4-7/${long.length}` });
      expect(answer.headers['content-encoding']).toBeUndefined();
    });
  });

  describe('304', () => {
    test('where the page is still the same', async () => {
      const { headers } = await get('/docs/start');
      expect((await get('/docs/start', { 'if-none-match': String(headers.etag) })).statusCode).toBe(304);
    });

    test.each(['/docs/long', '/assets/js/main.abcd.js'])(
      'where it is the same in the same encoding: %s',
      async (url) => {
        const { headers } = await get(url, { 'accept-encoding': 'br' });
        const etag = String(headers.etag);
        const again = await get(url, { 'accept-encoding': 'br', 'if-none-match': `"other", ${etag}` });
        expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag]);
        expect(again.headers.vary).toBe(headers.vary);
        expect(again.headers['content-encoding']).toBeUndefined();
        expect((await get(url, { 'accept-encoding': 'gzip', 'if-none-match': etag })).statusCode).toBe(200);
      },
    );

    test('where only the date is known', async () => {
      const { headers } = await get('/docs/long', { 'accept-encoding': 'br' });
      const since = { 'accept-encoding': 'br', 'if-modified-since': String(headers['last-modified']) };
      expect((await get('/docs/long', since)).statusCode).toBe(304);
      expect((await get('/docs/long', { ...since, 'if-none-match': '"other"' })).statusCode).toBe(200);
      expect((await get('/docs/long', { ...since, 'if-modified-since': 'yesterday' })).statusCode).toBe(200);
    });
  });

  describe('404', () => {
    test.each(['/nowhere', '/.env', '/%2e%2e/csp.json', '/..%2fcsp.json', '/docs', `/${'x'.repeat(5000)}`])(
      'is a page for a reader: %s',
      async (url) => {
        const answer = await get(url);
        expect([answer.statusCode, answer.body]).toEqual([404, '<h1>Nothing here</h1>']);
        expect(answer.headers['cache-control']).toBe('no-cache');
      },
    );

    test('is sent whole and compressed, whatever the reader has', async () => {
      write('site/404.html', long);
      const answer = await get('/nowhere', { 'accept-encoding': 'br', 'if-none-match': '*', range: 'bytes=0-1' });
      expect([answer.statusCode, answer.headers['content-encoding'], decoded(answer)]).toEqual([404, 'br', long]);
      expect((await get('/nowhere', { range: 'bytes=0-1' })).body).toBe(long);
    });

    test.each([
      ['/nowhere.json', { accept: 'application/json' }],
      ['/api/v1/nowhere', {}],
      ['/gateway', {}],
    ])('is a problem for a program: %s', async (url, headers) => {
      const answer = await get(url, headers);
      expect(answer.json()).toMatchObject({ type: '/docs/errors/not-found', status: 404 });
    });
  });
});

describe('503', () => {
  test('says how to build the site before it is built', async () => {
    const answer = await app.inject({ url: '/', headers: { accept: '*/*' } });
    expect(answer.statusCode).toBe(503);
    expect(answer.body).toContain('<code>npm run build</code>');
  });

  test('and serves it once it is', async () => {
    write('site/index.html', '<h1>Home</h1>');
    expect((await get('/')).body).toBe('<h1>Home</h1>');
  });
});
