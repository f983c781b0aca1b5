import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { useProblemAnswers } from '../../platform/error-handler.ts';
import { siteFeature } from './index.ts';

let build: string;
let app: FastifyInstance;

const script = 'console.log("sea");\n'.repeat(100);
const files: Record<string, string | Buffer> = {
  'site/index.html': '<h1>Home</h1>',
  'site/404.html': '<h1>Nothing here</h1>',
  'site/docs/start/index.html': '<h1>Start</h1>',
  'site/docs/plain.html': '<h1>Plain</h1>',
  'site/assets/js/main.abcd.js': script,
  'site/assets/js/main.abcd.js.br': brotliCompressSync(script),
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
  await app.register(siteFeature({ buildFolder: build }).plugin);
});
afterEach(async () => {
  await app.close();
  rmSync(build, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ url, headers: { accept: 'text/html', ...headers } });

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

    test('answers HEAD without a body', async () => {
      const answer = await app.inject({ method: 'HEAD', url: '/docs/start' });
      expect([answer.statusCode, answer.body]).toEqual([200, '']);
    });
  });

  describe('304', () => {
    test('where the page is still the same', async () => {
      const { headers } = await get('/docs/start');
      expect((await get('/docs/start', { 'if-none-match': String(headers.etag) })).statusCode).toBe(304);
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
