import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type RunningApp, startApp } from './app.fixture.ts';

/** The site's forms as a browser without JavaScript sends them. */
let running: RunningApp;
beforeAll(async () => {
  running = await startApp({ settings: { trustProxy: false } });
});
afterAll(() => running.close());

const ada = { name: 'Ada Lovelace', email: 'ada@example.com', password: 'a long and unusual sentence' };
const headers = { host: 'localhost:3000', 'content-type': 'application/x-www-form-urlencoded' };
const post = (url: string, fields: Record<string, string>, more: object = {}) =>
  running.app.inject({
    ...{ method: 'POST', url, headers: { ...headers, ...more } },
    payload: new URLSearchParams(fields).toString(),
  });

async function linkOf(page: string): Promise<URL> {
  const html = await vi.waitFor(
    async () => {
      const { body } = await running.app.inject({ url: '/mailbox', headers: { host: headers.host } });
      expect(body).toContain(page);
      return body;
    },
    { timeout: 10_000 },
  );
  const href = [...html.matchAll(/href="([^"]+)"/g)]
    .map(([, address = '']) => address)
    .find((address) => address.includes(page));
  return new URL((href ?? '').replaceAll('&amp;', '&'));
}

describe('without JavaScript', () => {
  test('signing up leads to the mail, and from there in', async () => {
    const sent = await post('/account/sign-up', { ...ada, way: 'password' });
    expect([sent.statusCode, sent.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(sent.body).toContain('A mail is on its way to ada@example.com');
    const { pathname, searchParams } = await linkOf('/account/confirm');
    const confirmed = await post(pathname, { token: searchParams.get('token') ?? '' });
    expect(confirmed.statusCode).toBe(303);
  });

  test('a password begins a session', async () => {
    const entered = await post('/account/sign-in', { ...ada, way: 'password' });
    expect([entered.statusCode, entered.headers.location]).toEqual([303, 'http://localhost:3000/account']);
    const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? '';
    const session = await running.app.inject({ url: '/api/v1/session', headers: { host: headers.host, cookie } });
    expect(session.json()).toMatchObject({ person: { email: ada.email } });
  });

  test.each([
    ['a wrong password', '/account/sign-in', { ...ada, password: 'another one' }, 401, 'do not belong together'],
    ['a short new password', '/account/sign-up', { ...ada, password: 'short' }, 400, 'password'],
    ['an address that is none', '/account/sign-in', { email: 'ada', way: 'link' }, 400, 'email'],
    ['a code without a password before', '/account/sign-in/code', { code: '123456' }, 401, 'Begin again'],
  ])('%s is answered with a page that says so and leads back', async (_, url, fields, status, words) => {
    const answer = await post(url, fields);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
    expect(answer.body).toContain(words);
    expect(answer.body).toMatch(/href="http:\/\/localhost:3000\/sign-(?:in|up)"/);
    expect(answer.headers['set-cookie'] ?? '').not.toContain('_session=');
  });

  test('a link and a new password are sent by mail', async () => {
    for (const way of ['link', 'reset']) {
      const sent = await post('/account/sign-in', { email: '<b>@example.com', way });
      expect(sent.body).not.toContain('<b>');
      expect((await post('/account/sign-in', { email: ada.email, way })).body).toContain('A mail is on its way');
    }
    expect((await linkOf('/account/link')).pathname).toBe('/account/link');
    expect((await linkOf('/account/password')).pathname).toBe('/account/password');
  });

  test('another site’s form is refused', async () => {
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    for (const url of ['/account/sign-in', '/account/sign-in/code', '/account/sign-up'])
      expect((await post(url, ada, foreign)).statusCode).toBe(403);
  });

  test('tries are counted as the API counts them, for the address that sent the form', async () => {
    let answer = await post('/account/sign-in', { ...ada, password: 'another one' });
    for (let tries = 0; tries < 40 && answer.statusCode === 401; tries++)
      answer = await post('/account/sign-in', { ...ada, password: 'another one' });
    expect(answer.statusCode).toBe(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });
});
