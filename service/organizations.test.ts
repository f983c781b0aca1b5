import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { answerCheck } from '../tests/support/answer-check.ts';
import { portalContract } from '../tests/support/portal-api.ts';
import { type RunningApp, startApp } from './app.fixture.ts';
import { newId } from './platform/ids.ts';
import { type Browser, browser, mailedLink, signInByMail } from './signed-in.fixture.ts';

/** Organizations as browsers meet them: the API, the mail of an invitation, and the page that its link leads to. */
let running: RunningApp;
let count = 0;
let ada: Browser;
let adaMail: string;
let uni: string;

beforeAll(async () => {
  running = await startApp({ settings: { trustProxy: false } });
});
afterAll(() => running.close());
beforeEach(async () => {
  count += 1;
  adaMail = `ada${count}@uni.example`;
  ada = await person(adaMail);
  uni = (await ada.call('POST', '/api/v1/organizations', { name: ' Uni ' })).json<{ id: string }>().id;
});

async function person(email: string): Promise<Browser> {
  const made = watched(browser(running.app));
  await signInByMail(running.app, made, email);
  return made;
}

/** Each answer of an operation on organizations is held against the contract. */
const operations = portalContract.operations.filter(({ tags }) => tags.includes('Organizations'));
const check = answerCheck(portalContract);
const given = new Set<string>();

function watched(who: Browser): Browser {
  return {
    ...who,
    async call(method, url, ...rest) {
      const answer = await who.call(method, url, ...rest);
      const path = url.replace('/api/v1', '');
      const of = operations.find((one) => one.method === method.toLowerCase() && matches(one.path, path));
      if (of !== undefined) {
        given.add(`${of.id} ${answer.status}`);
        expect(check(of.id, { status: answer.status, headers: answer.headers, body: answer.body })).toEqual([]);
      }
      return answer;
    },
  };
}
const matches = (template: string, path: string) =>
  new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path);

const session = async (who: Browser) =>
  (await who.call('GET', '/api/v1/session')).json<{
    organization: { id: string; role: string; name: string } | null;
    organizations: object[];
  }>();
const at = (path: string, organization = uni) => `/api/v1/organizations/${organization}${path}`;
const invite = async (email: string, role: string) =>
  (await ada.call('POST', at('/invitations'), { email, role })).json<{ id: string; state: string }>();
const members = async () =>
  (await ada.call('GET', at('/members'))).json<{
    data: { id: string; email: string; role: string; is_you: boolean }[];
  }>().data;
const memberWith = async (email: string) => (await members()).find((member) => member.email === email)?.id ?? '';

async function join(email: string, role: string): Promise<Browser> {
  const { id } = await invite(email, role);
  const joined = await person(email);
  expect((await joined.call('POST', `/api/v1/invitations/${id}/accept`)).status).toBe(200);
  return joined;
}

describe('an organization', () => {
  test('is made by who is signed in, and is theirs', async () => {
    expect(await session(ada)).toMatchObject({ organization: { id: uni, name: 'Uni', role: 'owner' } });
    expect(await members()).toMatchObject([{ email: adaMail, role: 'owner', is_you: true }]);
    for (const { method, path } of operations) {
      const url = `/api/v1${path.replaceAll(/\{\w+\}/g, 'none')}`;
      expect((await watched(browser(running.app)).call(method.toUpperCase() as 'GET', url)).status).toBe(401);
    }
    expect((await ada.call('POST', '/api/v1/organizations', { name: '  ' })).status).toBe(400);
  });

  test('is one of several, and each session acts for one', async () => {
    const second = (await ada.call('POST', '/api/v1/organizations', { name: 'Lab' })).json<{ id: string }>().id;
    expect((await session(ada)).organization?.id).toBe(second);
    // The role is the one in the organization that the session acts for: a page left behind changes nothing of the other.
    expect((await ada.call('PATCH', at(''), { name: 'Wrong tab' })).status).toBe(404);
    const switched = await ada.call('PUT', '/api/v1/session/organization', { organization: uni });
    expect([switched.status, switched.json()]).toEqual([200, { id: uni, name: 'Uni', role: 'owner' }]);
    expect((await ada.call('PATCH', at(''), { name: 'University' })).json()).toMatchObject({ name: 'University' });
    expect((await session(ada)).organizations).toHaveLength(2);
    expect((await ada.call('GET', '/api/v1/organizations')).json()).toEqual({
      data: (await session(ada)).organizations,
    });
    for (const body of [{ name: ' ' }, {}, { name: 'x'.repeat(81) }]) {
      expect((await ada.call('PATCH', at(''), body)).status).toBe(400);
    }
    expect((await ada.call('PUT', '/api/v1/session/organization', {})).status).toBe(400);
  });

  test('is the twenty-first for nobody', async () => {
    for (let made = 1; made < 20; made += 1) await ada.call('POST', '/api/v1/organizations', { name: `No. ${made}` });
    expect((await ada.call('POST', '/api/v1/organizations', { name: 'One too many' })).status).toBe(409);
  });

  test('of somebody else is not there, whatever is asked', async () => {
    const eve = await person(`eve${count}@evil.example`);
    await eve.call('POST', '/api/v1/organizations', { name: 'Evil' });
    const invitation = await invite(`x${count}@uni.example`, 'viewer');
    const member = (await members())[0]?.id ?? '';
    const own = (await session(eve)).organization?.id ?? '';
    const tries = [
      ['PATCH', at(''), { name: 'Mine' }],
      ['GET', at('/members')],
      ['PATCH', at(`/members/${member}`), { role: 'viewer' }],
      ['PATCH', at(`/members/${member}`, own), { role: 'viewer' }],
      ['DELETE', at(`/members/${member}`)],
      ['DELETE', at(`/members/${member}`, own)],
      ['DELETE', at('/membership')],
      ['GET', at('/invitations')],
      ['POST', at('/invitations'), { email: 'eve2@evil.example', role: 'owner' }],
      ['DELETE', at(`/invitations/${invitation.id}`)],
      ['DELETE', at(`/invitations/${invitation.id}`, own)],
      ['POST', at(`/invitations/${invitation.id}/resend`)],
      ['POST', at(`/invitations/${invitation.id}/resend`, own)],
      ['POST', `/api/v1/invitations/${invitation.id}/accept`],
      ['POST', `/api/v1/invitations/${invitation.id}/decline`],
      ['PUT', '/api/v1/session/organization', { organization: uni }],
    ] as const;
    for (const [method, url, body] of tries)
      expect([url, (await eve.call(method, url, body)).status]).toEqual([url, 404]);
    expect(await members()).toHaveLength(1);
  });

  test('is changed by its owners only', async () => {
    const dev = await join(`dev${count}@uni.example`, 'developer');
    const viewer = await join(`viewer${count}@uni.example`, 'viewer');
    const member = await memberWith(adaMail);
    for (const who of [dev, viewer]) {
      expect((await who.call('GET', at('/members'))).status).toBe(200);
      for (const [method, url, body] of [
        ['PATCH', at(''), { name: 'Mine' }],
        ['PATCH', at(`/members/${member}`), { role: 'viewer' }],
        ['DELETE', at(`/members/${member}`), undefined],
        ['GET', at('/invitations'), undefined],
        ['POST', at('/invitations'), { email: 'more@uni.example', role: 'owner' }],
        ['DELETE', at('/invitations/none'), undefined],
        ['POST', at('/invitations/none/resend'), undefined],
      ] as const) {
        expect([url, (await who.call(method, url, body)).status]).toEqual([url, 403]);
      }
    }
  });

  test('has an owner at all times', async () => {
    const last = await memberWith(adaMail);
    expect((await ada.call('PATCH', at(`/members/${last}`), { role: 'king' })).status).toBe(400);
    const refused = await ada.call('DELETE', at('/membership'));
    expect([refused.status, refused.json()]).toMatchObject([409, { type: '/docs/errors/resource-conflict' }]);
    expect((await ada.call('PATCH', at(`/members/${last}`), { role: 'developer' })).status).toBe(409);
    expect((await ada.call('DELETE', at(`/members/${last}`))).status).toBe(409);
    await join(`heir${count}@uni.example`, 'owner');
    expect((await ada.call('DELETE', at('/membership'))).status).toBe(204);
    expect((await session(ada)).organization).toBeNull();
  });

  test('is closed at once to who is removed, and a new role counts at once', async () => {
    const email = `dev${count}@uni.example`;
    const dev = await join(email, 'developer');
    const member = await memberWith(email);
    expect((await ada.call('PATCH', at(`/members/${member}`), { role: 'owner' })).status).toBe(204);
    expect((await dev.call('GET', at('/invitations'))).status).toBe(200);
    expect((await ada.call('DELETE', at(`/members/${member}`))).status).toBe(204);
    expect((await dev.call('GET', at('/members'))).status).toBe(403);
    expect((await session(dev)).organizations).toEqual([]);
  });

  test('is not changed by another site’s page', async () => {
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    for (const [method, url, body] of [
      ['POST', '/api/v1/organizations', { name: 'Forged' }],
      ['PUT', '/api/v1/session/organization', { organization: uni }],
      ['DELETE', at('/membership'), undefined],
      ['POST', at('/invitations'), { email: 'eve@evil.example', role: 'owner' }],
    ] as const) {
      expect((await ada.call(method, url, body, foreign)).status).toBe(403);
    }
    expect(await members()).toHaveLength(1);
  });
});

describe('an invitation', () => {
  test('comes by mail, asks to sign in, sends a link that does, and is accepted by a press', async () => {
    const email = `grace${count}@uni.example`;
    await ada.call('PATCH', at(''), { name: '<b>Uni</b>' });
    await invite(email, 'developer');
    const link = await mailedLink(running.app, email, '/account/invitation');
    const grace = watched(browser(running.app));
    const page = link.pathname + link.search;
    const asked = await grace.call('GET', page);
    expect([asked.status, asked.body]).toEqual([200, expect.stringContaining('Send me a link to sign in')]);
    expect(asked.body).not.toContain('<b>');
    const fields = { id: link.searchParams.get('id') ?? '' };
    expect((await grace.press('/account/invitation', { ...fields, do: 'accept' })).status).toBe(401);
    const sent = await grace.press('/account/invitation', { ...fields, do: 'link' });
    expect([sent.status, sent.body]).toEqual([200, expect.stringContaining('Look into your mail')]);
    const signIn = await mailedLink(running.app, email, '/account/link');
    await grace.press('/account/link', { token: signIn.searchParams.get('token') ?? '' });
    const mine = await grace.call('GET', '/api/v1/invitations');
    expect(mine.json()).toMatchObject({ data: [{ id: fields.id, organization: '<b>Uni</b>', role: 'developer' }] });
    expect((await grace.call('GET', page)).body).toContain('Accept');
    expect(await members()).toHaveLength(1);
    const accepted = await grace.press('/account/invitation', { ...fields, do: 'accept' });
    expect([accepted.status, accepted.headers.location]).toEqual([303, 'http://localhost:3000/organization']);
    expect((await session(grace)).organization).toMatchObject({ id: uni, role: 'developer' });
    expect((await grace.call('GET', page)).status).toBe(404);
    expect((await grace.press('/account/invitation', { ...fields, do: 'accept' })).status).toBe(404);
  });

  test('lets in who could not sign up otherwise', async () => {
    const closed = await startApp({
      settings: { trustProxy: false },
      portal: { accounts: { ...running.portal.accounts, signUp: 'invitation' } },
    });
    try {
      const owner = 'per_owner';
      const now = new Date().toISOString();
      const db = closed.database.db.withTables<Record<string, Record<string, unknown>>>();
      const times = { createdAt: now, updatedAt: now };
      await db
        .insertInto('account_people')
        .values({ id: owner, name: 'Ada', email: 'ada@uni.example', emailVerified: 1, ...times })
        .execute();
      await db
        .insertInto('organizations')
        .values({ id: 'org_uni', slug: 'uni', name: 'Uni', createdAt: now })
        .execute();
      const id = newId('inv');
      await db
        .insertInto('invitations')
        .values({
          ...{ id, organizationId: 'org_uni', email: 'grace@uni.example', role: 'viewer', status: 'pending' },
          ...{ inviterId: owner, createdAt: now, expiresAt: '2100-01-01T00:00:00.000Z' },
        })
        .execute();
      const grace = browser(closed.app);
      expect((await grace.press('/account/invitation', { id, do: 'link' })).status).toBe(200);
      const link = await mailedLink(closed.app, 'grace@uni.example', '/account/link');
      await grace.press('/account/link', { token: link.searchParams.get('token') ?? '' });
      expect((await grace.press('/account/invitation', { id, do: 'accept' })).status).toBe(303);
    } finally {
      await closed.close();
    }
  });

  test('is for its address only, and says so to who is signed in with another', async () => {
    const email = `grace${count}@uni.example`;
    const { id } = await invite(email, 'owner');
    const eve = await person(`eve${count}@evil.example`);
    const page = await eve.call('GET', `/account/invitation?id=${id}`);
    expect([page.status, page.body]).toEqual([403, expect.stringContaining('for somebody else')]);
    expect((await eve.press('/account/invitation', { id, do: 'accept' })).status).toBe(403);
    expect((await eve.call('POST', `/api/v1/invitations/${id}/accept`)).status).toBe(404);
    expect((await (await person(email)).call('POST', `/api/v1/invitations/${id}/decline`)).status).toBe(204);
    expect(await members()).toHaveLength(1);
  });

  test('is cancelled, sent again and declined', async () => {
    const email = `grace${count}@uni.example`;
    const { id } = await invite(email, 'viewer');
    expect((await ada.call('POST', at(`/invitations/${id}/resend`))).status).toBe(200);
    expect((await ada.call('POST', at(`/invitations/${id}/resend`))).status).toBe(429);
    const grace = await person(email);
    const declined = await grace.press('/account/invitation', { id, do: 'decline' });
    expect([declined.status, declined.body]).toEqual([200, expect.stringContaining('Declined')]);
    expect((await ada.call('DELETE', at(`/invitations/${id}`))).status).toBe(409);
    expect((await ada.call('POST', at(`/invitations/${id}/resend`))).status).toBe(409);
    const other = await invite(`hedy${count}@uni.example`, 'viewer');
    expect((await ada.call('DELETE', at(`/invitations/${other.id}`))).status).toBe(204);
    const { data } = (await ada.call('GET', at('/invitations'))).json<{ data: { state: string }[] }>();
    expect(data.map(({ state }) => state)).toEqual(['cancelled', 'declined']);
    expect((await ada.call('POST', at('/invitations'), { email: adaMail, role: 'viewer' })).status).toBe(409);
  });

  test('into an organization of 500 is not accepted', async () => {
    const { id } = await invite(`grace${count}@uni.example`, 'viewer');
    const grace = await person(`grace${count}@uni.example`);
    const now = new Date().toISOString();
    const others = Array.from({ length: 499 }, (_, number) => `per_${count}_${number}`);
    const db = running.database.db.withTables<Record<'account_people' | 'members', Record<string, unknown>>>();
    const people = others.map((other) => ({ id: other, name: other, email: other, emailVerified: 1 }));
    const times = { createdAt: now, updatedAt: now };
    await db
      .insertInto('account_people')
      .values(people.map((one) => ({ ...one, ...times })))
      .execute();
    const joined = others.map((userId) => ({ id: `mem_${userId}`, organizationId: uni, userId, role: 'viewer' }));
    await db
      .insertInto('members')
      .values(joined.map((one) => ({ ...one, createdAt: now })))
      .execute();
    expect((await grace.call('POST', `/api/v1/invitations/${id}/accept`)).status).toBe(409);
    expect((await session(grace)).organizations).toEqual([]);
  });

  test('has a role that there is, and is an address', async () => {
    for (const body of [
      { email: 'x@uni.example', role: 'admin' },
      { email: 'x@uni.example', role: 'owner,viewer' },
      { email: 'nobody', role: 'viewer' },
      { email: 'x@uni.example' },
    ]) {
      expect((await ada.call('POST', at('/invitations'), body)).status).toBe(400);
    }
  });

  test('is not a way to flood somebody with mail', async () => {
    const email = `victim${count}@other.example`;
    const statuses: number[] = [];
    for (let press = 0; press < 4; press += 1) {
      statuses.push((await ada.call('POST', at('/invitations'), { email, role: 'viewer' })).status);
    }
    expect(statuses).toEqual([201, 201, 429, 429]);
  });
});

describe('what happened at an organization', () => {
  interface Event {
    readonly kind: string;
    readonly subject: string | null;
    readonly by: { readonly name: string | null } | null;
  }
  const eventsOf = async (who: Browser) =>
    (await who.call('GET', at('/events'))).json<{ data: readonly Event[] }>().data;

  test('is told to its owners: who came, went and was invited, and what became of keys', async () => {
    const mail = `grace${count}@uni.example`;
    const grace = await person(mail);
    const invited = await ada.call('POST', at('/invitations'), { email: mail, role: 'owner' });
    const other = await ada.call('POST', at('/invitations'), { email: `bob${count}@uni.example`, role: 'viewer' });
    await ada.call('DELETE', at(`/invitations/${other.json<{ id: string }>().id}`));
    await grace.call('POST', `/api/v1/invitations/${invited.json<{ id: string }>().id}/accept`);
    await ada.call('PATCH', at(''), { name: 'University' });
    await ada.call('POST', '/api/v1/keys', { label: 'Server', environment: 'sandbox' });
    const members = (await ada.call('GET', at('/members'))).json<{ data: { id: string; is_you: boolean }[] }>().data;
    const her = members.find(({ is_you }) => !is_you)?.id ?? '';
    await ada.call('PATCH', at(`/members/${her}`), { role: 'developer' });
    expect((await grace.call('GET', at('/events'))).status).toBe(403);
    await ada.call('DELETE', at(`/members/${her}`));

    const told = (await eventsOf(ada)).map(({ kind, subject, by }) => [kind, subject, by?.name]);
    const [me, her_] = [`ada${count}`, `grace${count}`];
    expect(told).toEqual([
      ['member-removed', her_, me],
      ['member-role-changed', `${her_}: developer`, me],
      ['key-created', expect.stringMatching(/^Server \(ptl_test_/), me],
      ['organization-renamed', 'University', me],
      ['member-joined', 'as owner', her_],
      ['invitation-cancelled', `bob${count}@uni.example`, me],
      ['invitation-sent', `bob${count}@uni.example, as viewer`, me],
      ['invitation-sent', `${mail}, as owner`, me],
      ['organization-made', 'Uni', me],
    ]);
  });

  test('is told without the name of who is gone, and to nobody else', async () => {
    const mail = `gone${count}@uni.example`;
    const gone = await person(mail);
    const invited = await ada.call('POST', at('/invitations'), { email: mail, role: 'viewer' });
    await gone.call('POST', `/api/v1/invitations/${invited.json<{ id: string }>().id}/accept`);
    await gone.call('POST', '/api/v1/account/deletion', {});
    expect((await eventsOf(ada))[0]).toMatchObject({ kind: 'member-joined', by: { name: null } });
    const eve = await person(`eve${count}@other.example`);
    await eve.call('POST', '/api/v1/organizations', { name: 'Other' });
    expect((await eve.call('GET', at('/events'))).status).toBe(404);
    expect((await watched(browser(running.app)).call('GET', at('/events'))).status).toBe(401);
  });
});

test('every answer that the contract names was given above, as it is described', () => {
  const named = operations.flatMap(({ id, responses }) =>
    responses.filter(({ status }) => status !== 'default').map(({ status }) => `${id} ${status}`),
  );
  expect(named.filter((answer) => !given.has(answer))).toEqual([]);
});
