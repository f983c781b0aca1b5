import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from './app.fixture.ts';
import { Browser } from './oauth-browser.fixture.ts';
import { call, clientOf, guest, type IssuedClient, postForm, type TokenAnswer } from './oauth.fixture.ts';

const verifier = 'v'.repeat(64);
const challenge = createHash('sha256').update(verifier).digest('base64url');
const scope = 'issuers:read';

let running: RunningApp;
let origin: string;
let key: string;
let cookie: string;
let client: IssuedClient;

beforeAll(async () => {
  running = await startApp();
  await running.app.listen({ port: 0, host: '127.0.0.1' });
  origin = `http://127.0.0.1:${(running.app.server.address() as AddressInfo).port}`;
  ({ key, cookie } = await guest(running.app));
  const answer = await fetch(`${origin}/api/v1/sandbox-clients`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ api: 'cardea', kind: 'public' }),
  });
  client = (await answer.json()) as IssuedClient;
});
afterAll(() => running.close());

function authorize(change: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    client_id: client.client_id,
    response_type: 'code',
    redirect_uri: client.redirect_uri,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state: 'state-1',
    scope,
    ...change,
  });
  return `${origin}/oauth/authorize?${query.toString()}`;
}

async function codeOf(browser: Browser, address = authorize()): Promise<URLSearchParams> {
  await browser.open(address);
  await browser.answer('allow');
  return new URL(browser.address).searchParams;
}

const redeem = (code: string, change: Record<string, string> = {}) =>
  postForm(
    running.app,
    'token',
    { grant_type: 'authorization_code', code, redirect_uri: client.redirect_uri, code_verifier: verifier, ...change },
    client,
  );

describe('the consent page', () => {
  test('says who asks for what, in whose sandbox, and loads nothing', async () => {
    const browser = new Browser(cookie);
    await browser.open(authorize());
    expect(browser.status).toBe(200);
    expect(browser.page).toContain('issuers:read');
    expect(browser.page).toContain('Read your issuers');
    expect(browser.page).toContain(client.organization);
    expect(browser.page).not.toContain('<script');
    expect(browser.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('a guest whose client it is not is not asked', async () => {
    const other = new Browser((await guest(running.app)).cookie);
    await other.open(authorize());
    expect(other.status).toBe(403);
    expect(await other.answer('allow')).toBe(403);
  });

  test('an answer from another site is refused', async () => {
    const browser = new Browser(cookie);
    await browser.open(authorize());
    expect(await browser.answer('allow', { origin: 'https://evil.example' })).toBe(403);
  });

  test('“Deny” goes back with access_denied and the state', async () => {
    const browser = new Browser(cookie);
    await browser.open(authorize());
    await browser.answer('deny');
    const { searchParams, pathname } = new URL(browser.address);
    expect([pathname, searchParams.get('error'), searchParams.get('state')]).toEqual([
      '/authorized',
      'access_denied',
      'state-1',
    ]);
  });
});

describe('an authorization code', () => {
  test('comes back with the state to the portal’s own page, and gets a token for the guest’s sandbox', async () => {
    const back = await codeOf(new Browser(cookie));
    expect(back.get('state')).toBe('state-1');
    const token = (await redeem(back.get('code') ?? '')).json<TokenAnswer>();
    expect(token.scope).toBe(scope);
    expect((await call(running.app, token.access_token)).statusCode).toBe(200);
  });

  test('is good for once: the second time ends what the first one got', async () => {
    const code = (await codeOf(new Browser(cookie))).get('code') ?? '';
    const { access_token } = (await redeem(code)).json<TokenAnswer>();
    expect((await redeem(code)).json()).toMatchObject({ error: 'invalid_grant' });
    expect((await call(running.app, access_token)).statusCode).toBe(401);
  });

  test.each([
    ['with another verifier', { code_verifier: 'w'.repeat(64) }],
    ['for another address', { redirect_uri: 'https://evil.example/' }],
  ])('is refused %s', async (_, change) => {
    const code = (await codeOf(new Browser(cookie))).get('code') ?? '';
    expect((await redeem(code, change)).json()).toMatchObject({ error: 'invalid_grant' });
  });

  test('of another client is refused', async () => {
    const code = (await codeOf(new Browser(cookie))).get('code') ?? '';
    const theirs = await clientOf(running.app, (await guest(running.app)).key, 'public');
    const form = { grant_type: 'authorization_code', code, redirect_uri: client.redirect_uri, code_verifier: verifier };
    expect((await postForm(running.app, 'token', form, theirs)).json()).toMatchObject({ error: 'invalid_grant' });
  });
});

describe('nobody is sent to an address that is not the client’s', () => {
  test.each(['https://evil.example/', 'https://evil.example/authorized', '/authorized', '//evil.example/authorized'])(
    '%s',
    async (redirect_uri) => {
      const browser = new Browser(cookie);
      await browser.open(authorize({ redirect_uri }));
      expect(browser.status).toBe(400);
      expect(browser.address.startsWith(`${origin}/oauth/authorize`)).toBe(true);
    },
  );

  test('not even with one more letter', async () => {
    const browser = new Browser(cookie);
    await browser.open(authorize({ redirect_uri: `${client.redirect_uri}/` }));
    expect(browser.status).toBe(400);
  });
});

test('without PKCE there is no code', async () => {
  const browser = new Browser(cookie);
  await browser.open(authorize({ code_challenge: '', code_challenge_method: '' }));
  expect(new URL(browser.address).searchParams.get('error')).toBe('invalid_request');
});

describe('a refresh token', () => {
  test('gets another token and is replaced; used again, all that came of it ends', async () => {
    const code = (await codeOf(new Browser(cookie))).get('code') ?? '';
    const first = (await redeem(code)).json<TokenAnswer>();
    const refresh = (token = '') =>
      postForm(running.app, 'token', { grant_type: 'refresh_token', refresh_token: token }, client);
    const second = (await refresh(first.refresh_token)).json<TokenAnswer>();
    expect((await call(running.app, second.access_token)).statusCode).toBe(200);
    expect((await refresh(first.refresh_token)).json()).toMatchObject({ error: 'invalid_grant' });
    expect((await call(running.app, second.access_token)).statusCode).toBe(401);
  });
});

describe('a device', () => {
  test('gets its token once a person typed its code and allowed it', async () => {
    const started = await postForm(running.app, 'device/authorize', { scope }, client);
    const { device_code, user_code } = started.json<Record<'device_code' | 'user_code', string>>();
    const poll = () =>
      postForm(
        running.app,
        'token',
        { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code },
        client,
      );
    expect((await poll()).json()).toMatchObject({ error: 'authorization_pending' });
    const browser = new Browser(cookie);
    await browser.open(`${origin}/oauth/device`);
    await browser.fill({ user_code });
    expect(browser.page).toContain(user_code);
    await browser.fill({});
    await browser.answer('allow');
    expect(browser.page).toContain('Your device is connected');
    const token = (await poll()).json<TokenAnswer>();
    expect((await call(running.app, token.access_token)).statusCode).toBe(200);
  });

  test('has a code of which only the hash is stored, and the hash opens nothing', async () => {
    const started = await postForm(running.app, 'device/authorize', { scope }, client);
    const { device_code } = started.json<Record<'device_code', string>>();
    const rows = await sql<{ payload: string; hash: string }>`select * from oauth_records`.execute(running.database.db);
    expect(JSON.stringify(rows.rows)).not.toContain(device_code);
    const hash = createHash('sha256').update(device_code).digest('hex');
    expect(rows.rows.some((row) => row.hash === hash)).toBe(true);
    const form = { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: `sha256:${hash}` };
    expect((await postForm(running.app, 'token', form, client)).json()).toMatchObject({ error: 'invalid_grant' });
  });

  test('a wrong code is said to be wrong', async () => {
    const browser = new Browser(cookie);
    await browser.open(`${origin}/oauth/device`);
    await browser.fill({ user_code: 'AAAA-AAAA' });
    expect(browser.page).toContain('There is no such code');
  });
});
