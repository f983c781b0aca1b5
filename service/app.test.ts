import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from './app.fixture.ts';

let running: RunningApp;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running.close());

describe('GET /healthz', () => {
  test('200: the process answers', async () => {
    const answer = await running.app.inject('/healthz');
    expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ok' }]);
  });
});

describe('GET /readyz', () => {
  test('200: with the database and the contracts', async () => {
    const answer = await running.app.inject('/readyz');
    expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ready', database: 'sqlite', contracts: 3 }]);
  });

  test('503: without the database', async () => {
    const other = await startApp();
    await other.app.ready();
    await other.database.close();
    const answer = await other.app.inject('/readyz');
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '2']);
    expect((await other.app.inject('/healthz')).statusCode).toBe(200);
    await other.close();
  });
});

describe('every answer', () => {
  test.each(['/healthz', '/api/v1/exchanges', '/nowhere', '/'])('has a request id and a policy: %s', async (url) => {
    const { headers } = await running.app.inject(url);
    expect(headers['request-id']).toMatch(/^req_[0-9a-z]{26}$/);
    expect(headers['content-security-policy']).toContain("object-src 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test.each(['/%zz', '/api/v1/%', '/%c0%ae'])('is a problem where the address cannot be read: %s', async (url) => {
    const answer = await running.app.inject(url);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([400, 'application/problem+json']);
  });
});

describe('the log', () => {
  test('has a line for each answer of the API, with neither key nor query', async () => {
    const lines: string[] = [];
    const other = await startApp({
      settings: { logLevel: 'info' },
      logStream: { write: (line) => void lines.push(line) },
    });
    const key = 'ptl_test_EXAMPLEexampleEXAMPLEexample00000000';
    await other.app.inject({ url: `/api/v1/exchanges?api_key=${key}`, headers: { authorization: `Bearer ${key}` } });
    await other.close();
    const line = lines
      .map((text) => JSON.parse(text) as Record<string, unknown>)
      .find(({ path }) => path !== undefined);
    expect(line).toMatchObject({ method: 'GET', path: '/api/v1/exchanges', status: 401, msg: 'answered' });
    expect(lines.join('')).not.toContain('EXAMPLE');
  });
});

describe('another origin', () => {
  const preflight = { origin: 'https://docs.example', 'access-control-request-method': 'POST' };

  test('may read nothing where the site is on the service’s own', async () => {
    const answer = await running.app.inject({ url: '/api/v1/exchanges', headers: { origin: 'https://docs.example' } });
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  test('may use the API, with the guest’s cookie, where it is the site’s; no other may', async () => {
    const other = await startApp({ portal: { url: 'https://docs.example', serviceUrl: 'https://api.example' } });
    const ask = (headers: Record<string, string>, method: 'OPTIONS' | 'POST' = 'OPTIONS') =>
      other.app.inject({ method, url: '/api/v1/guest-keys', headers });
    const allowed = await ask(preflight);
    expect(allowed.headers).toMatchObject({
      'access-control-allow-origin': 'https://docs.example',
      'access-control-allow-credentials': 'true',
    });
    const refused = await ask({ ...preflight, origin: 'https://evil.example' });
    expect(refused.headers['access-control-allow-origin']).toBeUndefined();
    const issued = await ask({ origin: 'https://docs.example', 'sec-fetch-site': 'cross-site' }, 'POST');
    expect([issued.statusCode, issued.headers['access-control-allow-origin']]).toEqual([201, 'https://docs.example']);
    const problem = (await ask({ origin: 'https://evil.example' }, 'POST')).json<{ type: string }>();
    expect(problem.type).toBe('https://docs.example/docs/errors/origin-refused');
    await other.close();
  });
});
