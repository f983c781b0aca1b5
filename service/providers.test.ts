import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from './app.fixture.ts';
import { readProviders } from './features/accounts/identity/providers.ts';
import { codeOf } from './one-time-code.fixture.ts';
import { openIdProvider, type OpenIdProvider } from './open-id-provider.fixture.ts';
import { browser, type Browser, signInByMail } from './signed-in.fixture.ts';

/** Signing in with somebody else's account, against a real OpenID provider. */
const callback = 'http://localhost:3000/api/v1/auth/callback/uni';
const ada = { sub: 'ada', name: 'Ada Lovelace', email: 'ada@uni.example', email_verified: true };
let running: RunningApp;
let provider: OpenIdProvider;
const configured = (issuer: string) => [
  { id: 'uni', name: 'University', issuer, clientIdFrom: 'UNI_ID', clientSecretFrom: 'UNI_SECRET' },
];

beforeAll(async () => {
  provider = await openIdProvider(callback, ada);
  running = await startApp({
    settings: { trustProxy: false },
    portal: { accounts: { signUp: 'open', staff: [], providers: configured(provider.issuer) } },
    environment: { UNI_ID: provider.client.id, UNI_SECRET: provider.client.secret },
  });
});
afterAll(async () => {
  await running.close();
  await provider.close();
});

const begin = (who: Browser, return_to = '/account') => who.call('POST', '/api/v1/auth/uni', { return_to });

/** All the way there and back. */
async function signIn(who: Browser, return_to?: string) {
  const begun = await begin(who, return_to);
  expect(begun.status).toBe(200);
  const back = await provider.visit(begun.json<{ url: string }>().url);
  return who.call('GET', back.pathname + back.search);
}
const personOf = async (who: Browser) =>
  (await who.call('GET', '/api/v1/session')).json<{ person: { email: string } | null }>().person;

describe('signing in with a provider', () => {
  test('is offered by its name', async () => {
    const listed = await browser(running.app).call('GET', '/api/v1/providers');
    expect(listed.json()).toEqual({ data: [{ id: 'uni', name: 'University' }], sign_up: 'open' });
  });

  test('asks with state and PKCE, comes back, and goes where one wanted to', async () => {
    const who = browser(running.app);
    const begun = new URL((await begin(who)).json<{ url: string }>().url);
    expect(Object.fromEntries(begun.searchParams)).toMatchObject({
      code_challenge_method: 'S256',
      redirect_uri: callback,
      state: expect.stringMatching(/.{20,}/) as string,
    });
    const back = await signIn(who, '/docs/start?x=1');
    expect([back.status, back.headers.location]).toEqual([303, 'http://localhost:3000/docs/start?x=1']);
    expect(await personOf(who)).toMatchObject({ name: ada.name, email: ada.email });
    const account = (await who.call('GET', '/api/v1/account')).json();
    expect(account).toMatchObject({ has_password: false, providers: [{ id: 'uni', name: 'University' }] });
    const events = (await who.call('GET', '/api/v1/account/events')).json<{ data: { kind: string }[] }>().data;
    expect(events.map(({ kind }) => kind)).toEqual(['signed-in', 'account-made']);
  });

  test('joins an account that is there where both sides have confirmed the address', async () => {
    const who = browser(running.app);
    await signInByMail(running.app, who, 'bob@uni.example');
    const own = await personOf(who);
    provider.signsIn = { sub: 'bob', name: 'Bob', email: 'bob@uni.example', email_verified: true };
    const other = browser(running.app);
    await signIn(other);
    expect(await personOf(other)).toEqual(own);
  });

  test('joins none whose address nobody has confirmed here: who signed up first could read along', async () => {
    const eve = { name: 'Eve', email: 'carol@uni.example', password: 'a long and unusual sentence' };
    await browser(running.app).call('POST', '/api/v1/accounts', eve);
    provider.signsIn = { sub: 'carol', name: 'Carol', email: eve.email, email_verified: true };
    const who = browser(running.app);
    const back = await signIn(who);
    expect(back.headers.location).toBe('http://localhost:3000/sign-in?refused=address-unconfirmed');
    expect(await personOf(who)).toBeNull();
  });

  test('makes no account and joins none by an address that the provider has not confirmed', async () => {
    for (const email of ['dora@uni.example', ada.email]) {
      provider.signsIn = { sub: `mallory of ${email}`, name: 'Mallory', email, email_verified: false };
      const who = browser(running.app);
      const back = await signIn(who);
      expect(back.headers.location).toBe('http://localhost:3000/sign-in?refused=address-unconfirmed');
      expect(await personOf(who)).toBeNull();
    }
  });

  test('asks for the second factor, too', async () => {
    const who = browser(running.app);
    provider.signsIn = { sub: 'fay', name: 'Fay', email: 'fay@uni.example', email_verified: true };
    await signIn(who);
    const { uri } = (await who.call('POST', '/api/v1/account/second-factor', {})).json<{ uri: string }>();
    const code = () => ({ code: codeOf(uri, new Date()) });
    expect((await who.call('POST', '/api/v1/account/second-factor/confirmation', code())).status).toBe(204);
    const again = browser(running.app);
    const back = await signIn(again);
    expect(back.headers.location).toBe('http://localhost:3000/sign-in?step=second-factor');
    expect(await personOf(again)).toBeNull();
    expect((await again.call('POST', '/api/v1/session/second-factor', code())).status).toBe(204);
    expect(await personOf(again)).toMatchObject({ email: 'fay@uni.example' });
  });

  test('is finished by the browser that began it, once', async () => {
    provider.signsIn = ada;
    const [victim, attacker] = [browser(running.app), browser(running.app)];
    const back = await provider.visit((await begin(attacker)).json<{ url: string }>().url);
    const forced = await victim.call('GET', back.pathname + back.search);
    expect(forced.headers.location).toBe('http://localhost:3000/sign-in?refused=link-invalid');
    expect(await personOf(victim)).toBeNull();
    const without = await victim.call('GET', '/api/v1/auth/callback/uni?code=x&state=made-up');
    expect(without.headers.location).toBe('http://localhost:3000/sign-in?refused=link-invalid');
  });

  test.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)', ''])(
    'does not go to %s afterwards',
    async (return_to) => expect((await begin(browser(running.app), return_to)).status).toBe(400),
  );

  test('with one that is not configured is 404', async () => {
    const who = browser(running.app);
    expect((await who.call('POST', '/api/v1/auth/github', { return_to: '/account' })).status).toBe(404);
    expect((await who.call('GET', '/api/v1/auth/callback/github?code=x')).status).toBe(404);
  });

  test('is not begun by another site’s page', async () => {
    const foreign = { 'sec-fetch-site': 'cross-site' };
    const answer = await browser(running.app).call('POST', '/api/v1/auth/uni', { return_to: '/account' }, foreign);
    expect(answer.status).toBe(403);
  });
});

test('a variable that is not set stops the start, and is named', () => {
  expect(() => readProviders(configured('https://login.uni.example'), { UNI_ID: 'x', UNI_SECRET: '' })).toThrow(
    'UNI_SECRET is not set: accounts.providers needs it for "uni".',
  );
});
