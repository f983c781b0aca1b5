import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { sql } from 'kysely';
import { type RunningApp, startApp } from './app.fixture.ts';
import { codeOf } from './one-time-code.fixture.ts';
import { browser, type Browser, mailedLink, signInByMail } from './signed-in.fixture.ts';

/** One's own account as a browser meets it: sessions, the second factor, and leaving. */
let running: RunningApp;
beforeAll(async () => {
  running = await startApp({ settings: { trustProxy: false } });
});
afterAll(() => running.close());

const password = 'a long and unusual sentence';
const firefox = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; rv:145.0) Gecko/20100101 Firefox/145.0' };
let people = 0;

/** Somebody new, with a password, who is signed in. */
async function newPerson(): Promise<{ who: Browser; email: string }> {
  people += 1;
  const email = `person${people}@example.com`;
  const who = browser(running.app);
  expect((await who.call('POST', '/api/v1/accounts', { name: `Person ${people}`, email, password })).status).toBe(202);
  const link = await mailedLink(running.app, email, '/account/confirm');
  expect((await who.press(link.pathname, { token: link.searchParams.get('token') ?? '' })).status).toBe(303);
  return { who, email };
}

async function signIn(email: string, headers: Record<string, string> = {}): Promise<Browser> {
  const who = browser(running.app);
  expect((await who.call('POST', '/api/v1/session', { email, password }, headers)).status).toBe(201);
  return who;
}

const personOf = async (who: Browser) =>
  (await who.call('GET', '/api/v1/session')).json<{ person: { id: string; has_second_factor: boolean } | null }>()
    .person;
const kindsOf = async (who: Browser) =>
  (await who.call('GET', '/api/v1/account/events')).json<{ data: { kind: string }[] }>().data.map(({ kind }) => kind);
interface Sessions {
  readonly data: { id: string; is_this: boolean; browser: string }[];
}
const sessionsOf = async (who: Browser) => (await who.call('GET', '/api/v1/account/sessions')).json<Sessions>().data;

describe('sessions', () => {
  test('are listed with the browser in words, and one is ended by its id', async () => {
    const { who, email } = await newPerson();
    const other = await signIn(email, firefox);
    const sessions = await sessionsOf(who);
    expect(sessions.map(({ is_this, browser: name }) => [is_this, name])).toEqual(
      expect.arrayContaining([
        [true, 'An unknown program'],
        [false, 'Firefox on Windows'],
      ]),
    );
    const id = sessions.find(({ is_this }) => !is_this)?.id ?? '';
    expect((await who.call('DELETE', `/api/v1/account/sessions/${id}`)).status).toBe(204);
    expect([await personOf(other), (await personOf(who)) !== null]).toEqual([null, true]);
    expect((await who.call('DELETE', `/api/v1/account/sessions/${id}`)).status).toBe(404);
  });

  test('of somebody else are as if they were not there', async () => {
    const [ada, eve] = [await newPerson(), await newPerson()];
    const id = (await sessionsOf(ada.who))[0]?.id ?? '';
    expect((await eve.who.call('DELETE', `/api/v1/account/sessions/${id}`)).status).toBe(404);
    expect(await personOf(ada.who)).not.toBeNull();
  });

  test('all but this one are ended at once', async () => {
    const { who, email } = await newPerson();
    const others = [await signIn(email), await signIn(email)];
    const ended = await who.call('DELETE', '/api/v1/account/sessions');
    expect([ended.status, ended.json()]).toEqual([200, { ended: 2 }]);
    expect(await Promise.all(others.map(personOf))).toEqual([null, null]);
    expect(await personOf(who)).not.toBeNull();
  });

  test('last 30 days from their last use: the cookie is renewed', async () => {
    const { who } = await newPerson();
    const asked = await who.call('GET', '/api/v1/session');
    expect(asked.headers['set-cookie']).toMatch(
      /^portolan_session=.+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(await personOf(who)).not.toBeNull();
  });
});

describe('the account', () => {
  test('shows what one signs in with, and takes another name', async () => {
    const { who, email } = await newPerson();
    const renamed = await who.call('PATCH', '/api/v1/account', { name: '  Ada <b>King</b> ' });
    expect([renamed.status, renamed.json()]).toMatchObject([
      200,
      { person: { name: 'Ada <b>King</b>', email }, has_password: true, backup_codes_left: null, providers: [] },
    ]);
    expect(await personOf(who)).toMatchObject({ name: 'Ada <b>King</b>' });
  });

  test('takes another password, and all other sessions end', async () => {
    const { who, email } = await newPerson();
    const other = await signIn(email);
    const change = (given: string) =>
      who.call('PUT', '/api/v1/account/password', { password: given, new_password: 'another long sentence' });
    const wrong = await change('not the password');
    expect([wrong.status, wrong.json()]).toMatchObject([401, { type: '/docs/errors/credentials-invalid' }]);
    expect((await change(password)).status).toBe(204);
    expect([await personOf(other), (await personOf(who)) !== null]).toEqual([null, true]);
    const old = await browser(running.app).call('POST', '/api/v1/session', { email, password });
    expect(old.status).toBe(401);
  });

  test('tells what happened at it, failed tries as well, and nothing of others', async () => {
    const { who, email } = await newPerson();
    await browser(running.app).call('POST', '/api/v1/session', { email, password: 'a guess' }, firefox);
    await signIn(email, firefox);
    await vi.waitFor(async () =>
      expect((await kindsOf(who)).toSorted()).toEqual(['account-made', 'sign-in-failed', 'signed-in', 'signed-in']),
    );
  });

  test('is not changed by another site’s page', async () => {
    const { who } = await newPerson();
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    for (const [method, path, body] of [
      ['PATCH', '/account', { name: 'Eve' }],
      ['PUT', '/account/password', { password, new_password: 'another long sentence' }],
      ['POST', '/account/second-factor', { password }],
      ['POST', '/account/second-factor/confirmation', { code: '123456' }],
      ['POST', '/account/second-factor/removal', { password }],
      ['DELETE', '/account/sessions', undefined],
      ['DELETE', '/account/sessions/ses_1', undefined],
      ['POST', '/account/deletion', { password }],
      ['POST', '/session/second-factor', { code: '123456' }],
      ['POST', '/staff', { email: 'eve@example.com' }],
      ['DELETE', '/staff/per_1', undefined],
    ] as const) {
      const answer = await who.call(method, `/api/v1${path}`, body, foreign);
      expect([path, answer.status, answer.json()]).toMatchObject([path, 403, { type: '/docs/errors/origin-refused' }]);
    }
  });
});

describe('the second factor', () => {
  interface Setup {
    readonly uri: string;
    readonly backup_codes: string[];
  }

  async function withSecondFactor() {
    const { who, email } = await newPerson();
    const begun = await who.call('POST', '/api/v1/account/second-factor', { password });
    expect(begun.status).toBe(201);
    const setup = begun.json<Setup>();
    const confirmed = await who.call('POST', '/api/v1/account/second-factor/confirmation', {
      code: codeOf(setup.uri, new Date()),
    });
    expect(confirmed.status).toBe(204);
    return { who, email, ...setup };
  }
  const give = (who: Browser, body: object) => who.call('POST', '/api/v1/session/second-factor', body);

  test('is on when a code has shown that the app has it, and ends the other sessions', async () => {
    const { who, email } = await newPerson();
    const other = await signIn(email);
    const setup = (await who.call('POST', '/api/v1/account/second-factor', { password })).json<Setup>();
    expect(setup.uri).toMatch(/^otpauth:\/\/totp\/.*secret=[A-Z2-7]+/);
    expect(setup.backup_codes).toHaveLength(10);
    expect(await personOf(who)).toMatchObject({ has_second_factor: false });
    const confirm = (code: string) => who.call('POST', '/api/v1/account/second-factor/confirmation', { code });
    const right = codeOf(setup.uri, new Date());
    const wrong = await confirm(right === '000000' ? '000001' : '000000');
    expect([wrong.status, wrong.json()]).toMatchObject([401, { type: '/docs/errors/second-factor-invalid' }]);
    expect((await confirm(codeOf(setup.uri, new Date()))).status).toBe(204);
    expect(await personOf(who)).toMatchObject({ has_second_factor: true });
    expect(await personOf(other)).toBeNull();
    expect((await who.call('POST', '/api/v1/account/second-factor', { password })).status).toBe(409);
  });

  test('is asked for after the password; the password alone opens nothing', async () => {
    const { email, uri } = await withSecondFactor();
    const who = browser(running.app);
    const begun = await who.call('POST', '/api/v1/session', { email, password });
    expect([begun.status, begun.json()]).toEqual([201, { needs_second_factor: true }]);
    expect(await personOf(who)).toBeNull();
    expect((await give(who, { code: codeOf(uri, new Date()) })).status).toBe(204);
    expect(await personOf(who)).toMatchObject({ has_second_factor: true });
  });

  test('is asked for after a link by mail, too', async () => {
    const { email, uri } = await withSecondFactor();
    const who = browser(running.app);
    await who.call('POST', '/api/v1/sign-in-links', { email });
    const link = await mailedLink(running.app, email, '/account/link');
    const pressed = await who.press(link.pathname, { token: link.searchParams.get('token') ?? '' });
    expect([pressed.status, pressed.headers.location]).toEqual([
      303,
      'http://localhost:3000/sign-in?step=second-factor',
    ]);
    expect(await personOf(who)).toBeNull();
    expect((await give(who, { code: codeOf(uri, new Date()) })).status).toBe(204);
    expect(await personOf(who)).not.toBeNull();
  });

  test('may be a backup code, once', async () => {
    const { who: own, email, backup_codes } = await withSecondFactor();
    const use = async () => {
      const who = await signIn(email);
      return (await give(who, { backup_code: backup_codes[0] })).status;
    };
    expect([await use(), await use()]).toEqual([204, 401]);
    expect((await own.call('GET', '/api/v1/account')).json()).toMatchObject({ backup_codes_left: 9 });
  });

  test('is not guessed: after five wrong codes the right one needs the password again', async () => {
    const { email, uri } = await withSecondFactor();
    const who = await signIn(email);
    const right = codeOf(uri, new Date());
    const wrong = right === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 5; tries += 1) expect((await give(who, { code: wrong })).status).toBe(401);
    expect((await give(who, { code: codeOf(uri, new Date()) })).status).toBe(401);
    const again = await signIn(email);
    for (let tries = 0; tries < 5; tries += 1) await give(again, { code: wrong });
    const locked = await give(await signIn(email), { code: codeOf(uri, new Date()) });
    expect([locked.status, locked.headers['retry-after']]).toEqual([429, '900']);
  });

  test('without the cookie of a sign-in that was begun is refused', async () => {
    const { who, uri } = await withSecondFactor();
    expect((await give(browser(running.app), { code: codeOf(uri, new Date()) })).status).toBe(401);
    expect((await give(who, { code: codeOf(uri, new Date()) })).status).toBe(401);
    expect((await give(browser(running.app), {})).status).toBe(400);
  });

  test('is switched off with the password', async () => {
    const { who, email } = await withSecondFactor();
    const remove = (body: object) => who.call('POST', '/api/v1/account/second-factor/removal', body);
    expect([(await remove({})).status, (await remove({ password: 'a guess' })).status]).toEqual([400, 401]);
    expect((await remove({ password })).status).toBe(204);
    const begun = await browser(running.app).call('POST', '/api/v1/session', { email, password });
    expect(begun.json()).toEqual({ needs_second_factor: false });
    expect(await kindsOf(who)).toEqual(expect.arrayContaining(['second-factor-set', 'second-factor-removed']));
  });
});

describe('leaving', () => {
  const leave = (who: Browser, body: object = { password }) => who.call('POST', '/api/v1/account/deletion', body);
  const found = async (who: Browser, name: string) =>
    (await who.call('POST', '/api/v1/organizations', { name })).json<{ id: string }>().id;

  test('takes everything along, and nothing that opens anything', async () => {
    const { who, email } = await newPerson();
    const organization = await found(who, 'University');
    await who.call('POST', '/api/v1/feedback', { page: '/docs/webhooks', helpful: false, comment: 'Half of it.' });
    const file = await who.call('GET', '/api/v1/account/export');
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="account-\d{4}-\d\d-\d\d\.json"$/);
    expect(file.json()).toMatchObject({
      account: { person: { email }, has_password: true },
      organizations: [{ id: organization, name: 'University', role: 'owner' }],
      sessions: [{ is_this: true }],
      keys: [],
      events: expect.arrayContaining([expect.objectContaining({ kind: 'signed-in' })]) as object[],
      elsewhere: { feedback: [{ page: '/docs/webhooks', comment: 'Half of it.' }] },
    });
    for (const cookie of who.cookies.values())
      expect(file.body).not.toContain(decodeURIComponent(cookie).split('.')[0]);
  });

  test('needs the password, and removes the person, the sessions and an organization without others', async () => {
    const { who, email } = await newPerson();
    const organization = await found(who, 'University');
    const other = await signIn(email);
    const { id: person } = (await personOf(who)) ?? { id: '' };
    const said = await who.call('POST', '/api/v1/feedback', { page: '/docs', helpful: true, email });
    expect([(await leave(who, {})).status, (await leave(who, { password: 'a guess' })).status]).toEqual([400, 401]);
    expect((await leave(who)).status).toBe(204);
    expect([await personOf(who), await personOf(other)]).toEqual([null, null]);
    expect((await browser(running.app).call('POST', '/api/v1/session', { email, password })).status).toBe(401);
    const left = await sql`select id from organizations where id = ${organization}`.execute(running.database.db);
    expect(left.rows).toEqual([]);
    const items =
      await sql`select id, person, email from feedback_items where person = ${person} or id = ${said.json<{ id: string }>().id}`.execute(
        running.database.db,
      );
    expect(items.rows).toEqual([{ id: said.json<{ id: string }>().id, person: null, email: null }]);
  });

  test('ends the keys of an organization that goes along', async () => {
    const { who } = await newPerson();
    await found(who, 'University');
    const made = await who.call('POST', '/api/v1/keys', { label: 'CI', environment: 'sandbox' });
    expect(made.status).toBe(201);
    const { key } = made.json<{ key: string }>();
    const use = () => running.app.inject({ url: '/api/v1/exchanges', headers: { authorization: `Bearer ${key}` } });
    expect((await use()).statusCode).toBe(200);
    const exported = (await who.call('GET', '/api/v1/account/export')).json<{ keys: object[] }>();
    expect(exported.keys).toMatchObject([{ label: 'CI' }]);
    expect((await leave(who)).status).toBe(204);
    const refused = await use();
    expect([refused.statusCode, refused.json()]).toMatchObject([401, { type: '/docs/errors/key-revoked' }]);
  });

  test('waits until an organization with other members has another owner', async () => {
    const [owner, member] = [await newPerson(), await newPerson()];
    const organization = await found(owner.who, 'University & Co');
    const person = (await personOf(member.who))?.id ?? '';
    await sql`insert into members (id, "organizationId", "userId", role, "createdAt")
      values ('mem_1', ${organization}, ${person}, 'developer', ${new Date().toISOString()})`.execute(
      running.database.db,
    );
    const refused = await leave(owner.who);
    expect([refused.status, refused.json()]).toMatchObject([
      409,
      { detail: expect.stringContaining('University & Co') as string },
    ]);
    expect(await personOf(owner.who)).not.toBeNull();
    expect((await leave(member.who)).status).toBe(204);
    expect((await leave(owner.who)).status).toBe(204);
  });

  test('without a password asks for a sign-in that is at most 15 minutes old', async () => {
    const who = browser(running.app);
    const email = 'link-only@example.com';
    await signInByMail(running.app, who, email);
    const old = new Date(Date.now() - 16 * 60_000).toISOString();
    const person = (await personOf(who))?.id ?? '';
    await sql`update account_sessions set "createdAt" = ${old} where "userId" = ${person}`.execute(running.database.db);
    const refused = await leave(who, {});
    expect([refused.status, refused.json()]).toMatchObject([403, { type: '/docs/errors/sign-in-stale' }]);
    const now = new Date().toISOString();
    await sql`update account_sessions set "createdAt" = ${now} where "userId" = ${person}`.execute(running.database.db);
    expect((await leave(who, {})).status).toBe(204);
  });
});
