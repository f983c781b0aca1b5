import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from './app.fixture.ts';
import { call, clientOf, guest, type IssuedClient, postForm, programToken } from './oauth.fixture.ts';

let running: RunningApp;
let key: string;
let organization: string;
let client: IssuedClient;

beforeAll(async () => {
  running = await startApp();
  ({ key, organization } = await guest(running.app));
  client = await clientOf(running.app, key, 'confidential');
});
afterAll(() => running.close());

describe('a sandbox client', () => {
  test('is of the key’s organization, may ask for the API’s scopes, and is kept without its secret', async () => {
    expect(client.organization).toBe(organization);
    expect(client.scopes).toContainEqual({ name: 'issuers:read', text: 'Read your issuers' });
    const rows = await running.database.db
      .withTables<{ oauth_records: { model: string; payload: string } }>()
      .selectFrom('oauth_records')
      .selectAll()
      .execute();
    expect(JSON.stringify(rows)).not.toContain(client.client_secret);
  });

  test.each([
    ['an API that takes keys only', 'portal'],
    ['an API that is not here', 'nowhere'],
  ])('is not issued for %s', async (_, api) => {
    const answer = await running.app.inject({
      method: 'POST',
      url: '/api/v1/sandbox-clients',
      headers: { authorization: `Bearer ${key}` },
      payload: { api, kind: 'public' },
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ type: '/docs/errors/request-invalid', errors: [{ at: '/api' }] });
  });

  test('is not issued without a key', async () => {
    const payload = { api: 'cardea', kind: 'public' };
    const answer = await running.app.inject({ method: 'POST', url: '/api/v1/sandbox-clients', payload });
    expect(answer.statusCode).toBe(401);
  });
});

describe('client credentials', () => {
  test('get a token of 15 minutes that opens the same sandbox as the key', async () => {
    const made = await running.app.inject({
      method: 'POST',
      url: '/gateway/cardea/v2/webhook-endpoints',
      headers: { authorization: `Bearer ${key}` },
      payload: { url: 'https://example.com/hook', events: ['credential.issued'] },
    });
    const token = await programToken(running.app, client, 'webhooks:read issuers:read');
    expect(token).toMatchObject({ token_type: 'Bearer', expires_in: 900, scope: 'webhooks:read issuers:read' });
    expect((await call(running.app, token.access_token)).statusCode).toBe(200);
    const listed = await call(running.app, token.access_token, 'cardea/v2/webhook-endpoints');
    if (made.statusCode === 201) expect(listed.body).toContain(made.json<{ id: string }>().id);
    expect(listed.statusCode).toBe(200);
  });

  test('are refused with a wrong secret', async () => {
    const wrong = { ...client, client_secret: 'ptl_secret_wrong' };
    const answer = await postForm(running.app, 'token', { grant_type: 'client_credentials' }, wrong);
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ error: 'invalid_client' });
  });

  test('get no scope that the API does not have', async () => {
    const token = await programToken(running.app, client, 'everything issuers:read');
    expect(token.scope).toBe('issuers:read');
  });
});

describe('the gateway refuses a token', () => {
  const refused = (code: string) => `/docs/errors/${code}`;

  test('without the operation’s scope, with 403 and the scope that is missing', async () => {
    const { access_token } = await programToken(running.app, client, 'offers:read');
    const answer = await call(running.app, access_token);
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ type: refused('scope-insufficient') });
    expect(answer.headers['www-authenticate']).toBe(
      'Bearer realm="portal", error="insufficient_scope", scope="issuers:read"',
    );
  });

  test('that nobody issued', async () => {
    const answer = await call(running.app, 'A'.repeat(43));
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ type: refused('token-invalid') });
    expect(answer.headers['www-authenticate']).toContain('error="invalid_token"');
  });

  test('at another API', async () => {
    const { access_token } = await programToken(running.app, client, 'offers:read');
    const answer = await call(running.app, access_token, 'portal/v1/exchanges');
    expect(answer.json()).toMatchObject({ type: refused('token-invalid'), status: 401 });
  });

  test('at an operation that takes keys only', async () => {
    const { access_token } = await programToken(running.app, client, 'offers:read');
    const answer = await call(running.app, access_token, 'cardea/v1/passes');
    expect([401, 404]).toContain(answer.statusCode);
  });

  test('that was revoked', async () => {
    const { access_token } = await programToken(running.app, client, 'issuers:read');
    expect((await postForm(running.app, 'revoke', { token: access_token }, client)).statusCode).toBe(200);
    const answer = await call(running.app, access_token);
    expect(answer.json()).toMatchObject({ type: refused('token-invalid'), status: 401 });
  });

  test('of another organization opens only that one’s sandbox', async () => {
    const other = await guest(running.app);
    const theirs = await clientOf(running.app, other.key, 'confidential');
    const { access_token } = await programToken(running.app, theirs, 'issuers:read');
    const introspected = await postForm(running.app, 'introspect', { token: access_token }, client);
    expect(introspected.json()).toEqual({ active: false });
    expect(theirs.organization).not.toBe(organization);
  });
});

test('the server describes itself where RFC 8414 and OpenID Connect Discovery look', async () => {
  const addresses = ['/oauth/.well-known/openid-configuration', '/.well-known/oauth-authorization-server/oauth'];
  for (const url of addresses) {
    const answer = await running.app.inject({ url, headers: { host: 'localhost:4711' } });
    expect(answer.json()).toMatchObject({
      issuer: 'http://localhost:4711/oauth',
      token_endpoint: 'http://localhost:4711/oauth/token',
      device_authorization_endpoint: 'http://localhost:4711/oauth/device/authorize',
      code_challenge_methods_supported: ['S256'],
    });
  }
});

test('a forged Host leads nowhere: the addresses stay the portal’s', async () => {
  const url = '/oauth/.well-known/openid-configuration';
  const answer = await running.app.inject({
    url,
    headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
  });
  expect(answer.body).not.toContain('evil.example');
});

describe('whatever is sent, the server does not fail', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  test.each<[string, 'GET' | 'POST' | 'PUT', string, string, Record<string, string>]>([
    ['an address of nothing', 'GET', '/oauth', '', {}],
    ['a crooked address', 'GET', '/oauth//%2e%2e/%00', '', {}],
    ['an authorization without anything', 'GET', '/oauth/authorize', '', { accept: 'text/html' }],
    ['a client with a hostile name', 'GET', '/oauth/authorize?client_id=%3Cscript%3E', '', { accept: 'text/html' }],
    ['a consent that is not there', 'GET', '/oauth/consent/none', '', {}],
    ['an answer to a consent that is not there', 'POST', '/oauth/consent/none', 'answer=allow', form],
    ['a form that is none', 'POST', '/oauth/token', '{"a":', { 'content-type': 'application/json' }],
    ['a form twice', 'POST', '/oauth/token', 'grant_type=a&grant_type=b', form],
    ['a form of a megabyte', 'POST', '/oauth/token', `a=${'x'.repeat(1_000_000)}`, form],
    ['a crooked authorization header', 'POST', '/oauth/token', 'grant_type=x', { ...form, authorization: 'Basic %%%' }],
    ['another method', 'PUT', '/oauth/token', '', {}],
  ])('%s', async (_, method, url, payload, headers) => {
    const answer = await running.app.inject({ method, url, payload, headers });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(answer.body).not.toContain('<script>');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });
});
