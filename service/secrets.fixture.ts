import { expect } from 'vitest';
import type { RunningApp } from './app.fixture.ts';
import { clientOf, guest, postForm, programToken } from './oauth.fixture.ts';
import { codeOf } from './one-time-code.fixture.ts';
import { type Browser, browser, mailedLink } from './signed-in.fixture.ts';

/** Everything that lets somebody in, and who has it: each text is to be read by its owner, and by nobody else. */
export interface Secrets {
  /** What each is called, with its text. */
  readonly all: ReadonlyMap<string, string>;
  /** Somebody who is signed in, as owner of an organization. */
  readonly owner: Browser;
  readonly organization: string;
  /** A sandbox key of the organization. */
  readonly key: string;
}

const password = 'canary-password-of-ada-1815';

/** Lets the portal make one secret of each kind, and shows it some that it never made. */
export async function makeSecrets({ app }: Pick<RunningApp, 'app'>): Promise<Secrets> {
  const all = new Map<string, string>();
  const owner = browser(app);
  const email = 'ada@example.com';
  async function done<T>(method: 'POST' | 'PUT', url: string, body: object): Promise<T> {
    const answer = await owner.call(method, `/api/v1${url}`, body);
    expect([url, answer.status < 300 ? '' : answer.body]).toEqual([url, '']);
    return answer.body === '' ? ({} as T) : answer.json<T>();
  }
  const tokenOf = (link: URL) => link.searchParams.get('token') ?? link.searchParams.get('id') ?? '';

  all.set('a password', password);
  await done('POST', '/accounts', { name: 'Ada', email, password });
  const confirming = await mailedLink(app, email, '/account/confirm');
  all.set('a link that confirms', tokenOf(confirming));
  expect((await owner.press(confirming.pathname, { token: tokenOf(confirming) })).status).toBe(303);
  const { id: organization } = await done<{ id: string }>('POST', '/organizations', { name: 'Analytical Engines' });
  for (const [name, value] of owner.cookies)
    if (value.length > 20) all.set(`the cookie ${name}`, decodeURIComponent(value));

  const visitor = await guest(app);
  all.set('a guest key', visitor.key);
  all.set('a guest’s cookie', visitor.cookie.split('=')[1] ?? '');

  const made = await done<{ key: string; entry: { id: string } }>('POST', '/keys', {
    label: 'CI',
    environment: 'sandbox',
  });
  all.set('a key that was rolled', made.key);
  const rolled = await done<{ key: string }>('POST', `/keys/${made.entry.id}/roll`, { overlap_seconds: 60 });
  all.set('a key', rolled.key);
  const gone = await done<{ key: string; entry: { id: string } }>('POST', '/keys', {
    label: 'Old',
    environment: 'sandbox',
  });
  all.set('a revoked key', gone.key);
  await done('POST', `/keys/${gone.entry.id}/revoke`, {});
  all.set('a session key', (await done<{ key: string }>('POST', '/session-keys', {})).key);

  const setup = await done<{ uri: string; backup_codes: string[] }>('POST', '/account/second-factor', { password });
  all.set('a second factor', new URL(setup.uri).searchParams.get('secret') ?? '');
  for (const code of setup.backup_codes) all.set(`the backup code ${code}`, code);
  await done('POST', '/account/second-factor/confirmation', { code: codeOf(setup.uri, new Date()) });

  const invited = 'grace@example.com';
  await done('POST', `/organizations/${organization}/invitations`, { email: invited, role: 'developer' });
  await owner.call('POST', '/api/v1/sign-in-links', { email: 'new@example.com' });
  all.set('a link that signs in', tokenOf(await mailedLink(app, 'new@example.com', '/account/link')));
  await owner.call('POST', '/api/v1/password-resets', { email });
  all.set('a link to a new password', tokenOf(await mailedLink(app, email, '/account/password')));

  const client = await clientOf(app, visitor.key, 'confidential');
  all.set('a client’s secret', client.client_secret ?? '');
  all.set('an access token', (await programToken(app, client, 'offers:read')).access_token);

  const withKey = { authorization: `Bearer ${rolled.key}` };
  const ask = async <T>(method: 'GET' | 'POST' | 'PUT', url: string, payload?: object): Promise<T> =>
    (await app.inject({ method, url, headers: withKey, ...(payload && { payload }) })).json<T>();
  const hook = { url: 'https://hooks.partner.example/' };
  all.set('the inbox’s secret', (await ask<{ inbox: { secret: string } }>('GET', '/api/v1/webhooks')).inbox.secret);
  all.set('an address’ secret', (await ask<{ secret: string }>('PUT', '/api/v1/webhooks/address', hook)).secret);
  const endpoint = await app.inject({
    ...{ method: 'POST', url: '/gateway/cardea/v2/webhook-endpoints' },
    headers: { ...withKey, 'idempotency-key': 'made-once' },
    payload: { ...hook, event_types: ['*'] },
  });
  all.set('an endpoint’s secret', endpoint.json<{ secret: string }>().secret);

  // Those that somebody guesses, or sends to the wrong door.
  all.set('a guessed key', `ptl_test_${'Canary0Guess1'.padEnd(36, 'x')}`);
  all.set('a guessed password', 'canary-guess-of-eve-1984');
  all.set('a guessed code', 'canary-code-847362');
  all.set('a guessed client secret', 'canary-client-secret');
  await postForm(
    app,
    'token',
    { grant_type: 'client_credentials' },
    { ...client, client_secret: 'canary-client-secret' },
  );
  for (const guess of [all.get('a guessed password') ?? '', password]) {
    await browser(app).call('POST', '/api/v1/session', { email: 'nobody@example.com', password: guess });
    await browser(app).call('POST', '/api/v1/session', { email: guess, password: guess });
  }
  await app.inject({ url: `/account/link?token=${all.get('a guessed code')}`, headers: { host: 'localhost:3000' } });

  for (const [name, text] of all) expect([name, text.length > 8]).toEqual([name, true]);
  return { all, owner, organization, key: rolled.key };
}
