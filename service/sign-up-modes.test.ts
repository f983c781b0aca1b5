import { afterEach, describe, expect, test, vi } from 'vitest';
import { answerCheck } from '../tests/support/answer-check.ts';
import { portalContract } from '../tests/support/portal-api.ts';
import { type RunningApp, startApp } from './app.fixture.ts';
import { openIdProvider } from './open-id-provider.fixture.ts';
import { browser, type Browser, mailedLink, signInByMail } from './signed-in.fixture.ts';

/** Who comes in where a portal is not open to everybody. */
const check = answerCheck(portalContract);
const root = 'root@portal.example';
const password = 'a long and unusual sentence';
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function start(signUp: 'approval' | 'invitation', change: Parameters<typeof startApp>[0] = {}) {
  const accounts = { signUp, staff: [root], providers: [], ...change.portal?.accounts };
  const running = await startApp({ ...change, settings: { trustProxy: false }, portal: { accounts } });
  closing.unshift(() => running.close());
  return running;
}

async function staffOf({ app }: RunningApp): Promise<Browser> {
  const staff = browser(app);
  await signInByMail(app, staff, root);
  return staff;
}

const isIn = async (who: Browser) =>
  (await who.call('GET', '/api/v1/session')).json<{ person: unknown }>().person !== null;
const codeOf = (answer: { json<T>(): T }) => answer.json<{ type: string }>().type.split('/').at(-1);

async function waiting(staff: Browser) {
  const answer = await staff.call('GET', '/api/v1/team/sign-ups');
  expect(
    check('listSignUps', {
      status: answer.status,
      headers: answer.headers,
      body: answer.body,
    }),
  ).toEqual([]);
  return answer.json<{ sign_up: string; data: { person: string; email: string }[] }>().data;
}

async function decide(staff: Browser, verb: 'approve' | 'decline', person: string, body: object = {}) {
  const answer = await staff.call('POST', `/api/v1/team/sign-ups/${person}/${verb}`, body);
  const { status, headers, body: text } = answer;
  const as = { status, headers: headers as Record<string, string>, body: text === '' ? null : text };
  expect(check(`${verb}SignUp`, as)).toEqual([]);
  return status;
}

/** Signs up by password, and opens the link of the mail. */
async function signUp({ app }: RunningApp, email: string) {
  const who = browser(app);
  expect((await who.call('POST', '/api/v1/accounts', { name: 'Ada', email, password })).status).toBe(202);
  const link = await mailedLink(app, email, '/account/confirm');
  const confirmed = await who.press('/account/confirm', { token: link.searchParams.get('token') ?? '' });
  return { who, confirmed };
}

describe('by approval', () => {
  test('somebody confirms the address, waits, is approved with words, and comes in', async () => {
    const running = await start('approval');
    const staff = await staffOf(running);
    const { who, confirmed } = await signUp(running, 'ada@example.com');
    expect([confirmed.status, confirmed.body.includes('The team has not approved the account yet')]).toEqual([
      403,
      true,
    ]);
    expect(await isIn(who)).toBe(false);
    const tried = await who.call('POST', '/api/v1/session', { email: 'ada@example.com', password });
    expect([tried.status, codeOf(tried), who.cookies.size]).toEqual([403, 'approval-missing', 0]);
    const told = await mailedLink(running.app, root, '/team/people');
    expect(told.pathname).toBe('/team/people');
    const [ada] = await waiting(staff);
    expect(ada?.email).toBe('ada@example.com');
    expect(await decide(staff, 'approve', ada?.person ?? '', { words: 'Welcome aboard.' })).toBe(204);
    await mailedLink(running.app, 'ada@example.com', '/sign-in');
    expect((await running.app.inject({ url: '/mailbox', headers: { host: 'localhost:3000' } })).body).toContain(
      'Welcome aboard.',
    );
    expect((await who.call('POST', '/api/v1/session', { email: 'ada@example.com', password })).status).toBe(201);
    expect([await isIn(who), await waiting(staff)]).toEqual([true, []]);
    expect(await decide(staff, 'decline', ada?.person ?? '')).toBe(404);
  });

  test('nobody learns of another whether the address waits, is in, or is not there', async () => {
    const running = await start('approval');
    await signUp(running, 'waits@example.com');
    for (const email of ['waits@example.com', root, 'nobody@example.com']) {
      const answer = await browser(running.app).call('POST', '/api/v1/session', { email, password: `${password}!` });
      expect([answer.status, codeOf(answer)]).toEqual([401, 'credentials-invalid']);
      expect((await browser(running.app).call('POST', '/api/v1/sign-in-links', { email })).status).toBe(202);
    }
  });

  test('a link by mail lets nobody in either, and staff hear of it once', async () => {
    const running = await start('approval');
    const staff = await staffOf(running);
    for (let round = 0; round < 2; round += 1) {
      const who = browser(running.app);
      await who.call('POST', '/api/v1/sign-in-links', { email: 'bob@example.com' });
      const link = await mailedLink(running.app, 'bob@example.com', '/account/link');
      const pressed = await who.press('/account/link', { token: link.searchParams.get('token') ?? '' });
      expect([pressed.status >= 400, await isIn(who)]).toEqual([true, false]);
    }
    expect((await waiting(staff)).map(({ email }) => email)).toEqual(['bob@example.com']);
    // Mails go out after the answer.
    await vi.waitFor(async () => {
      const { body } = await running.app.inject({ url: '/mailbox', headers: { host: 'localhost:3000' } });
      expect(body.split('Somebody waits to be let in')).toHaveLength(2);
    });
  });

  test('a provider lets nobody in either', async () => {
    const callback = 'http://localhost:3000/api/v1/auth/callback/uni';
    const person = { sub: 'eve', name: 'Eve', email: 'eve@uni.example', email_verified: true };
    const provider = await openIdProvider(callback, person);
    closing.push(() => provider.close());
    const uni = {
      id: 'uni',
      name: 'Uni',
      issuer: provider.issuer,
      clientIdFrom: 'UNI_ID',
      clientSecretFrom: 'UNI_SECRET',
    };
    const running = await start('approval', {
      portal: { accounts: { signUp: 'approval', staff: [root], providers: [uni] } },
      environment: { UNI_ID: provider.client.id, UNI_SECRET: provider.client.secret },
    });
    const who = browser(running.app);
    const begun = await who.call('POST', '/api/v1/auth/uni', { return_to: '/account' });
    const back = await provider.visit(begun.json<{ url: string }>().url);
    const answer = await who.call('GET', back.pathname + back.search);
    expect(answer.headers.location).toBe('http://localhost:3000/sign-in?refused=approval-missing');
    expect(await isIn(who)).toBe(false);
  });

  test('who is declined is told so with words, and nothing is kept of them', async () => {
    const running = await start('approval');
    const staff = await staffOf(running);
    await signUp(running, 'mallory@example.com');
    const [mallory] = await waiting(staff);
    expect(await decide(staff, 'decline', mallory?.person ?? '', { words: 'Not a partner.' })).toBe(204);
    expect(await waiting(staff)).toEqual([]);
    const db = running.database.db.withTables<{ account_people: { email: string } }>();
    const people = await db.selectFrom('account_people').select('email').execute();
    expect(people.map(({ email }) => email)).toEqual([root]);
    expect(await decide(staff, 'approve', mallory?.person ?? '')).toBe(404);
    expect(await decide(staff, 'approve', 'per_x', { words: 1 })).toBe(400);
  });

  test('an invitation of a colleague needs no approval', async () => {
    const running = await start('approval');
    const staff = await staffOf(running);
    const { id } = (await staff.call('POST', '/api/v1/organizations', { name: 'Portal' })).json<{ id: string }>();
    const email = 'grace@uni.example';
    await staff.call('POST', `/api/v1/organizations/${id}/invitations`, { email, role: 'viewer' });
    const invitation = await mailedLink(running.app, email, '/account/invitation');
    const grace = browser(running.app);
    await grace.press('/account/invitation', { id: invitation.searchParams.get('id') ?? '', do: 'link' });
    const link = await mailedLink(running.app, email, '/account/link');
    const pressed = await grace.press('/account/link', { token: link.searchParams.get('token') ?? '' });
    expect([pressed.status, await isIn(grace)]).toEqual([303, true]);
  });
});

describe('by invitation', () => {
  test('signing up is refused with what to do, by password and by link alike', async () => {
    const running = await start('invitation');
    const who = browser(running.app);
    const refused = await who.call('POST', '/api/v1/accounts', { name: 'Ada', email: 'ada@example.com', password });
    expect([refused.status, codeOf(refused)]).toEqual([403, 'sign-up-closed']);
    expect((await who.call('POST', '/api/v1/sign-in-links', { email: 'ada@example.com' })).status).toBe(202);
    const listed = await who.call('GET', '/api/v1/providers');
    expect(listed.json()).toMatchObject({ sign_up: 'invitation' });
  });

  test('whom the configuration names as staff comes in by a link all the same', async () => {
    const running = await start('invitation');
    const staff = await staffOf(running);
    expect((await staff.call('GET', '/api/v1/staff')).status).toBe(200);
  });
});
