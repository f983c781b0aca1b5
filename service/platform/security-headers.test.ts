import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy, readScriptHashes, useSecurityHeaders } from './security-headers.ts';

describe('the content security policy', () => {
  const policy = contentSecurityPolicy(['sha256-abc='], '');

  test('lets only our own files and the hashed scripts run', () => {
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval' 'sha256-abc=';");
    expect(policy.match(/unsafe-inline/g)).toHaveLength(1);
    expect(policy).not.toContain("'unsafe-eval'");
  });

  test.each(["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"])(
    'says %s',
    (rule) => {
      expect(policy.split('; ')).toContain(rule);
    },
  );

  test('lets pages reach a service on another origin', () => {
    const rules = contentSecurityPolicy([], 'https://api.example/portal').split('; ');
    expect(rules).toContain("connect-src 'self' https://api.example");
  });
});

describe('the hashes of inline scripts', () => {
  test.each<[string, string | null, string[]]>([
    ['are read', '{"scripts":["sha256-YWJj"]}', ['sha256-YWJj']],
    ['are none without a build', null, []],
    ['are none in a broken file', '{"scripts":', []],
    ['cannot smuggle a rule in', `{"scripts":["sha256-x'; script-src *"]}`, []],
  ])('%s', (_, content, want) => {
    const folder = mkdtempSync(join(tmpdir(), 'portolan-csp-'));
    if (content !== null) writeFileSync(join(folder, 'csp.json'), content);
    expect(readScriptHashes(folder)).toEqual(want);
    rmSync(folder, { recursive: true });
  });
});

describe('an answer', () => {
  const app = Fastify({ trustProxy: true });
  useSecurityHeaders(app, "default-src 'self'");
  app.get('/', () => 'x');

  test('is not to be sniffed or framed, also where it is 404', async () => {
    for (const url of ['/', '/nowhere']) {
      expect((await app.inject(url)).headers).toMatchObject({
        'content-security-policy': "default-src 'self'",
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin-when-cross-origin',
      });
    }
  });

  test('asks for https from then on, over https only', async () => {
    expect((await app.inject('/')).headers['strict-transport-security']).toBeUndefined();
    const secure = await app.inject({ url: '/', headers: { 'x-forwarded-proto': 'https' } });
    expect(secure.headers['strict-transport-security']).toBe('max-age=31536000');
  });
});
