import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type RunningApp, startApp } from './app.fixture.ts';

/** Accounts as a browser meets them: the API, the mails, and the pages that their links lead to. */
let running: RunningApp;
beforeAll(async () => {
  running = await startApp({ settings: { trustProxy: false } });
});
afterAll(() => running.close());

const ada = { name: 'Ada <b>Lovelace</b>', email: 'ada@example.com', password: 'a long and unusual sentence' };

/** Mails go out after the answer. */
const waiting = { timeout: 10_000 };
const here = { host: 'localhost:3000' };
const call = (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object, headers: object = {}) =>
  running.app.inject({ method, url, headers: { ...here, ...headers }, ...(payload && { payload }) });
const press = (url: string, fields: Record<string, string>) =>
  running.app.inject({
    method: 'POST',
    url,
    headers: { ...here, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });

const personOf = async (headers: object) =>
  (await call('GET', '/api/v1/session', undefined, headers)).json<{ person: unknown }>().person;

/** Of the newest mail to the address: its link, once it is in the mailbox. */
async function linkFor(to: string, page: string): Promise<{ path: string; token: string }> {
  const { body } = await vi.waitFor(async () => {
    const answer = await call('GET', '/mailbox');
    expect(answer.body).toContain(`To ${to}`);
    expect(articleOf(answer.body, to)).toContain(page);
    return answer;
  }, waiting);
  const url = /href="([^"]+)"/.exec(articleOf(body, to))?.[1]?.replaceAll('&amp;', '&') ?? '';
  const { pathname, searchParams } = new URL(url);
  return { path: pathname, token: searchParams.get('token') ?? '' };
}
const articleOf = (html: string, to: string) =>
  html.split('<article>').find((article) => article.includes(`To ${to}`)) ?? '';

const cookieOf = (answer: { headers: Record<string, unknown> }) =>
  String([answer.headers['set-cookie']].flat().find((cookie) => String(cookie).includes('_session='))).split(';')[0] ??
  '';

describe('signing up', () => {
  test('sends a link, which asks for a press, confirms the address and signs in', async () => {
    const signedUp = await call('POST', '/api/v1/accounts', ada);
    expect([signedUp.statusCode, signedUp.json()]).toEqual([202, { sent_to: ada.email }]);
    const early = await call('POST', '/api/v1/session', { email: ada.email, password: ada.password });
    expect([early.statusCode, early.json()]).toMatchObject([403, { type: '/docs/errors/address-unconfirmed' }]);

    const { path, token } = await linkFor(ada.email, '/account/confirm');
    const page = await call('GET', `${path}?token=${token}`);
    expect(page.body).toContain('<button class="main" autofocus>Confirm</button>');
    expect(await call('GET', '/api/v1/session')).toMatchObject({ statusCode: 200 });
    const pressed = await press(path, { token });
    expect([pressed.statusCode, pressed.headers.location]).toEqual([303, 'http://localhost:3000/account']);
    expect(pressed.headers['set-cookie']).toMatch(/HttpOnly; SameSite=Lax/i);

    const session = await call('GET', '/api/v1/session', undefined, { cookie: cookieOf(pressed) });
    expect(session.json()).toMatchObject({ person: { name: ada.name, email: ada.email, is_staff: false } });
  });

  test('with an address that has an account answers the same', async () => {
    const again = await call('POST', '/api/v1/accounts', { ...ada, password: 'somebody else wants in' });
    expect([again.statusCode, again.json()]).toEqual([202, { sent_to: ada.email }]);
    const wrong = await call('POST', '/api/v1/session', { email: ada.email, password: 'somebody else wants in' });
    expect([wrong.statusCode, wrong.json()]).toMatchObject([401, { type: '/docs/errors/credentials-invalid' }]);
    const nobody = await call('POST', '/api/v1/session', { email: 'nobody@example.com', password: ada.password });
    expect({ ...nobody.json(), instance: '' }).toEqual({ ...wrong.json(), instance: '' });
  });

  test.each([
    ['a short password', { password: 'short' }, 'password'],
    ['an address that is none', { email: 'ada' }, 'email'],
    ['an empty name', { name: '  ' }, 'name'],
  ])('with %s names the place', async (_, change, at) => {
    const answer = await call('POST', '/api/v1/accounts', { ...ada, ...change });
    expect([answer.statusCode, answer.json()]).toMatchObject([400, { errors: [{ in: 'body', at: `/${at}` }] }]);
  });
});

describe('a session', () => {
  const signIn = () => call('POST', '/api/v1/session', { email: ada.email, password: ada.password });

  test('begins with the password and ends with signing out, for a copy of its cookie too', async () => {
    const begun = await signIn();
    expect([begun.statusCode, begun.json()]).toEqual([201, { needs_second_factor: false }]);
    const headers = { cookie: cookieOf(begun) };
    expect(await personOf(headers)).toMatchObject({ email: ada.email });
    expect((await call('DELETE', '/api/v1/session', undefined, headers)).statusCode).toBe(204);
    expect(await personOf(headers)).toBeNull();
  });

  test('is not begun or ended by another site’s page', async () => {
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    for (const [method, url] of [
      ['POST', '/api/v1/session'],
      ['DELETE', '/api/v1/session'],
      ['POST', '/api/v1/accounts'],
      ['POST', '/api/v1/sign-in-links'],
      ['POST', '/api/v1/password-resets'],
      ['POST', '/account/link'],
    ] as const) {
      expect((await call(method, url, method === 'POST' ? ada : undefined, foreign)).statusCode).toBe(403);
    }
  });

  test('with a cookie that is made up is none', async () => {
    for (const cookie of ['portolan_session=made-up', 'portolan_session=a.b', '__Host-portolan_session=%00']) {
      expect((await call('GET', '/api/v1/session', undefined, { cookie })).json()).toMatchObject({ person: null });
    }
  });
});

describe('a link to sign in', () => {
  test('works once', async () => {
    const asked = await call('POST', '/api/v1/sign-in-links', { email: ada.email });
    expect(asked.statusCode).toBe(202);
    const { path, token } = await linkFor(ada.email, '/account/link');
    expect((await press(path, { token })).statusCode).toBe(303);
    const again = await press(path, { token });
    expect([again.statusCode, again.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8']);
    expect(again.body).toContain('The link does not work any more');
  });

  test('that is somebody’s text does no harm on the page', async () => {
    const page = await call('GET', '/account/link?token=%22%3E%3Cscript%3Ealert(1)%3C/script%3E');
    expect(page.body).not.toContain('<script');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  });
});

describe('a new password', () => {
  test('ends all sessions, and the old one opens nothing', async () => {
    const before = {
      cookie: cookieOf(await call('POST', '/api/v1/session', { email: ada.email, password: ada.password })),
    };
    await call('POST', '/api/v1/password-resets', { email: ada.email });
    const { path, token } = await linkFor(ada.email, '/account/password');
    const short = await press(path, { token, password: 'short' });
    expect([short.statusCode, short.body]).toEqual([400, expect.stringContaining('role="alert"')]);
    const changed = await press(path, { token, password: 'another long sentence' });
    expect(changed.statusCode).toBe(303);
    expect(await personOf(before)).toBeNull();
    expect((await call('POST', '/api/v1/session', { email: ada.email, password: ada.password })).statusCode).toBe(401);
    expect(
      (await call('POST', '/api/v1/session', { email: ada.email, password: 'another long sentence' })).statusCode,
    ).toBe(201);
  });

  test('is not asked for at an address without an account, and nobody can tell', async () => {
    const answer = await call('POST', '/api/v1/password-resets', { email: 'nobody@example.com' });
    expect([answer.statusCode, answer.json()]).toEqual([202, { sent_to: 'nobody@example.com' }]);
  });
});

describe('the mailbox', () => {
  test('shows names as text, and is not there for other machines or behind a proxy', async () => {
    const shown = await call('GET', '/mailbox');
    expect(shown.body).not.toContain('<b>Lovelace');
    expect((await call('GET', '/mailbox', undefined, { 'x-forwarded-for': '10.0.0.1' })).statusCode).toBe(404);
    expect((await call('GET', '/mailbox', undefined, { host: 'portal.example' })).statusCode).toBe(404);
    const far = await running.app.inject({ url: '/mailbox', headers: here, remoteAddress: '10.0.0.1' });
    expect(far.statusCode).toBe(404);
  });
});
