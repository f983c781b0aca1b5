import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerCheck } from '../tests/support/answer-check.ts';
import { portalContract } from '../tests/support/portal-api.ts';
import { type RunningApp, startApp } from './app.fixture.ts';
import { type Answer, browser, type Browser, mailedLink, signInByMail } from './signed-in.fixture.ts';

/** The team's cohorts, from a file to partners that take part. Every answer is held against the contract. */
let running: RunningApp;
let team: Browser;
beforeEach(async () => {
  running = await startApp({
    settings: { trustProxy: false },
    portal: { accounts: { signUp: 'open', staff: ['root@portal.example'], providers: [] } },
  });
  team = browser(running.app);
  await signInByMail(running.app, team, 'root@portal.example');
});
afterEach(() => running.close());

const check = answerCheck(portalContract);
const home = '/api/v1/team/cohorts';

/** Sends it, and holds the answer against the contract's operation. */
async function ask(who: Browser, operation: string, method: 'GET', path: string, body?: object, csv?: string) {
  const isCsv = csv !== undefined;
  const headers = isCsv ? { 'content-type': 'text/csv' } : undefined;
  const answer = await who.call(method, `/api/v1${path}`, isCsv ? Buffer.from(csv) : body, headers);
  expect(check(operation, { ...answer, headers: answer.headers })).toEqual([]);
  return answer;
}
const post = 'POST' as 'GET';

async function makeCohort(more: object = {}): Promise<string> {
  const words = { name: 'Autumn 2026', journey: 'issuer-launch', ...more };
  const made = await ask(team, 'createCohort', post, '/team/cohorts', words);
  expect(made.status).toBe(201);
  return made.json<{ id: string }>().id;
}

async function signedIn(email: string): Promise<Browser> {
  const who = browser(running.app);
  await signInByMail(running.app, who, email);
  return who;
}

async function organizationOf(who: Browser, name: string): Promise<string> {
  return (await who.call('POST', '/api/v1/organizations', { name })).json<{ id: string }>().id;
}

const invite = (cohort: string, csv: string, query = '') =>
  ask(team, 'inviteToCohort', post, `/team/cohorts/${cohort}/invitations${query}`, undefined, csv);

interface Listed {
  id: string;
  email: string;
  state: string;
  link: string | null;
  mail_error: string | null;
  organization_id: string | null;
}
async function invitationsOf(cohort: string): Promise<Listed[]> {
  const listed = await ask(team, 'listCohortInvitations', 'GET', `/team/cohorts/${cohort}/invitations`);
  expect(listed.headers['cache-control']).toBe('no-store');
  return listed.json<{ data: Listed[] }>().data;
}

const membersOf = async (cohort: string) =>
  (await ask(team, 'getCohort', 'GET', `/team/cohorts/${cohort}`))
    .json<{ members: { organization: string; name: string }[] }>()
    .members.map(({ name }) => name);

const codeOf = (answer: Answer) => answer.json<{ type: string }>().type.split('/').at(-1);

describe('a cohort', () => {
  test('is made, listed, changed, archived and taken back', async () => {
    const id = await makeCohort({ starts_on: '2026-09-01', description: ' With four universities ' });
    const listed = await ask(team, 'listCohorts', 'GET', '/team/cohorts');
    expect(listed.json<{ data: object[] }>().data).toMatchObject([
      { id, name: 'Autumn 2026', description: 'With four universities', members: 0, archived_at: null },
    ]);
    const patch = (body: object) => ask(team, 'changeCohort', 'PATCH' as 'GET', `/team/cohorts/${id}`, body);
    expect((await patch({ name: 'Winter', launch_on: '2027-03-01' })).json()).toMatchObject({
      ...{ name: 'Winter', starts_on: '2026-09-01', launch_on: '2027-03-01' },
    });
    expect((await patch({ archived: true })).json<{ archived_at: string }>().archived_at).not.toBeNull();
    expect([(await patch({ name: 'Autumn' })).status, (await invite(id, 'email,organization')).status]).toEqual([
      409, 409,
    ]);
    expect((await patch({ archived: false, name: 'Autumn' })).json()).toMatchObject({
      name: 'Autumn',
      archived_at: null,
    });
  });

  test('is refused with what is wrong in it', async () => {
    const id = await makeCohort();
    const wrong = [
      { name: 'No journey' },
      { name: 'Another journey', journey: 'none' },
      { name: '', journey: 'issuer-launch' },
      { name: 'Days', journey: 'issuer-launch', starts_on: '2026-09-01', ends_on: '2026-08-01' },
      { name: 'No day', journey: 'issuer-launch', starts_on: 'soon' },
      { name: 'More', journey: 'issuer-launch', more: 1 },
    ];
    for (const body of wrong) {
      expect((await ask(team, 'createCohort', post, '/team/cohorts', body)).status, JSON.stringify(body)).toBe(400);
    }
    expect((await ask(team, 'changeCohort', 'PATCH' as 'GET', `/team/cohorts/${id}`, {})).status).toBe(400);
    const none = [
      await ask(team, 'getCohort', 'GET', '/team/cohorts/coh_none'),
      await ask(team, 'changeCohort', 'PATCH' as 'GET', '/team/cohorts/coh_none', { name: 'X' }),
      await ask(team, 'findCohortCandidates', 'GET', '/team/cohorts/coh_none/candidates'),
      await ask(team, 'addCohortMember', 'PUT' as 'GET', '/team/cohorts/coh_none/members/org_none'),
      await ask(team, 'addCohortMember', 'PUT' as 'GET', `/team/cohorts/${id}/members/org_none`),
      await ask(team, 'removeCohortMember', 'DELETE' as 'GET', `/team/cohorts/${id}/members/org_none`),
      await ask(team, 'listCohortInvitations', 'GET', '/team/cohorts/coh_none/invitations'),
      await invite('coh_none', 'email,organization'),
      await ask(team, 'resendCohortInvitation', post, `/team/cohorts/${id}/invitations/cin_none/resend`),
      await ask(team, 'withdrawCohortInvitation', 'DELETE' as 'GET', `/team/cohorts/${id}/invitations/cin_none`),
    ];
    expect(none.map((answer) => [answer.status, codeOf(answer)])).toEqual(none.map(() => [404, 'resource-not-found']));
    const long = await ask(
      team,
      'findCohortCandidates',
      'GET',
      `/team/cohorts/${id}/candidates?words=${'x'.repeat(101)}`,
    );
    expect(long.status).toBe(400);
  });

  test('takes organizations in and lets them go', async () => {
    const id = await makeCohort();
    const uni = await organizationOf(await signedIn('ada@uni.example'), 'Uni');
    const candidates = async () =>
      (await ask(team, 'findCohortCandidates', 'GET', `/team/cohorts/${id}/candidates?words=UN`)).json();
    expect(await candidates()).toEqual({ data: [{ id: uni, name: 'Uni' }] });
    const at = `/team/cohorts/${id}/members/${uni}`;
    expect((await ask(team, 'addCohortMember', 'PUT' as 'GET', at)).status).toBe(204);
    expect([await candidates(), await membersOf(id)]).toEqual([{ data: [] }, ['Uni']]);
    expect((await ask(team, 'removeCohortMember', 'DELETE' as 'GET', at)).status).toBe(204);
    expect(await membersOf(id)).toEqual([]);
    await team.call('PATCH', `${home}/${id}`, { archived: true });
    expect((await ask(team, 'addCohortMember', 'PUT' as 'GET', at)).status).toBe(409);
    expect((await ask(team, 'removeCohortMember', 'DELETE' as 'GET', at)).status).toBe(409);
  });
});

describe('a file', () => {
  const file =
    'email;organization;name\r\nada@uni.example;Uni Köln;Ada\r\nnobody;Uni Delft;\r\ngrace@delft.example;Uni Delft;Grace\r\n';

  test('is looked at first, and then invites each good row once', async () => {
    const id = await makeCohort();
    const preview = await invite(id, file, '?preview=true');
    expect(preview.json()).toMatchObject({
      ...{ preview: true, invited: 2, skipped: 0 },
      data: [
        { line: 2, outcome: 'new' },
        { line: 4, outcome: 'new' },
      ],
      faults: [{ line: 3, column: 'email', message: 'is no mail address: "nobody"' }],
    });
    expect(await invitationsOf(id)).toEqual([]);
    expect((await invite(id, file)).json()).toMatchObject({ preview: false, invited: 2 });
    const again = await invite(id, `\uFEFF${file.replaceAll(';', ',')}`);
    expect(again.json()).toMatchObject({
      invited: 0,
      skipped: 2,
      data: [{ outcome: 'invited' }, { outcome: 'invited' }],
    });
    const link = await mailedLink(running.app, 'ada@uni.example', '/account/cohort-invitation');
    expect((await invitationsOf(id)).map(({ email, state, link: shown }) => [email, state, shown !== null])).toEqual([
      ['grace@delft.example', 'sent', true],
      ['ada@uni.example', 'sent', true],
    ]);
    expect((await invitationsOf(id))[1]?.link).toBe(link.href);
    const { body } = await running.app.inject({ url: '/mailbox', headers: { host: 'localhost:3000' } });
    expect(body.match(/To ada@uni\.example/g)).toHaveLength(1);
  });

  test('two at once invite nobody twice', async () => {
    const id = await makeCohort();
    const reports = await Promise.all([invite(id, file), invite(id, file)]);
    const counts = reports.map((report) => report.json<{ invited: number }>().invited);
    expect(counts.toSorted()).toEqual([0, 2]);
  });

  test('that is no CSV as UTF-8, is too large or sent as something else is refused with what to do', async () => {
    const id = await makeCohort();
    const send = (payload: Buffer, type = 'text/csv') =>
      team.call('POST', `${home}/${id}/invitations`, payload, { 'content-type': type });
    const latin = await send(Buffer.from('email,organization\nada@uni.example,Uni K\xf6ln', 'latin1'));
    expect([latin.status, latin.json<{ detail: string }>().detail]).toEqual([
      400,
      expect.stringContaining('CSV UTF-8'),
    ]);
    expect((await send(Buffer.alloc(300_000, 'a'))).status).toBe(413);
    expect((await send(Buffer.from('{}'), 'application/json')).status).toBe(415);
    expect((await send(Buffer.from(''))).json()).toMatchObject({
      invited: 0,
      faults: [{ line: 1, message: 'is empty' }],
    });
  });

  test('of another site’s page does nothing', async () => {
    const id = await makeCohort();
    const headers = { 'content-type': 'text/csv', 'sec-fetch-site': 'cross-site' };
    expect((await team.call('POST', `${home}/${id}/invitations`, Buffer.from(file), headers)).status).toBe(403);
    expect(await invitationsOf(id)).toEqual([]);
  });
});

describe('an invitation', () => {
  const uni = 'email,organization\nada@uni.example,Uni Köln\nbob@uni.example,uni  köln\n';
  const page = '/account/cohort-invitation';

  async function opened(email: string): Promise<{ link: URL; token: string; who: Browser }> {
    const link = await mailedLink(running.app, email, page);
    return { link, token: link.searchParams.get('token') ?? '', who: browser(running.app) };
  }

  /** As a partner does it: the link, a link to sign in, and back. */
  async function letIn(email: string) {
    const { link, token, who } = await opened(email);
    expect((await who.call('GET', link.pathname + link.search)).body).toContain('Send me a link to sign in');
    expect((await who.press(page, { token, do: 'link' })).body).toContain('Look into your mail');
    const signIn = await mailedLink(running.app, email, 'to=%2Faccount%2Fcohort-invitation');
    const fields = Object.fromEntries(signIn.searchParams);
    const back = await who.press('/account/link', fields);
    expect([back.status, back.headers.location]).toEqual([303, link.pathname + link.search]);
    return { who, token, link };
  }

  test('brings a new organization into the cohort, and its colleague into the same one', async () => {
    const id = await makeCohort();
    await invite(id, uni);
    const ada = await letIn('ada@uni.example');
    expect((await invitationsOf(id)).map(({ state }) => state)).toEqual(['opened', 'sent']);
    expect((await ada.who.call('GET', ada.link.pathname + ada.link.search)).body).toContain('Accept for Uni Köln');
    const accepted = await ada.who.press(page, { token: ada.token, do: 'new' });
    expect([accepted.status, accepted.headers.location]).toEqual([303, 'http://localhost:3000/launch']);
    const session = (who: Browser) => who.call('GET', '/api/v1/session').then((answer) => answer.json<object>());
    expect(await session(ada.who)).toMatchObject({ organization: { name: 'Uni Köln', role: 'owner' } });
    expect((await ada.who.press(page, { token: ada.token, do: 'new' })).status).toBe(404);

    const bob = await letIn('bob@uni.example');
    await bob.who.press(page, { token: bob.token, do: 'new' });
    expect(await session(bob.who)).toMatchObject({ organization: { name: 'Uni Köln', role: 'developer' } });
    expect(await membersOf(id)).toEqual(['Uni Köln']);
    expect(await invitationsOf(id)).toMatchObject([
      { state: 'accepted', link: null, organization_id: expect.stringMatching(/^org_/) as string },
      { state: 'accepted', link: null },
    ]);
    const report = await invite(id, 'email,organization\nada@uni.example,Uni Köln\n');
    expect(report.json()).toMatchObject({ data: [{ outcome: 'invited' }] });
  });

  test('lets one take part with an organization that one owns, and with no other', async () => {
    const id = await makeCohort();
    await invite(id, uni);
    const [mine, theirs] = [
      await organizationOf(await signedIn('ada@uni.example'), 'Mine'),
      await organizationOf(await signedIn('eve@evil.example'), 'Theirs'),
    ];
    const { who, token, link } = await letIn('ada@uni.example');
    expect((await who.call('GET', link.pathname + link.search)).body).toContain('Take part with Mine');
    expect((await who.press(page, { token, do: theirs })).status).toBe(400);
    expect((await who.press(page, { token })).status).toBe(400);
    expect((await who.press(page, { token, do: mine })).status).toBe(303);
    expect(await membersOf(id)).toEqual(['Mine']);
    expect((await invite(id, 'email,organization\nADA@uni.example,X')).json()).toMatchObject({ invited: 0 });
  });

  test('is for its address only, and for nobody without its token', async () => {
    const id = await makeCohort();
    await invite(id, uni);
    const { link, token } = await opened('ada@uni.example');
    const eve = await signedIn('eve@evil.example');
    expect((await eve.call('GET', link.pathname + link.search)).status).toBe(403);
    expect((await eve.press(page, { token, do: 'new' })).status).toBe(403);
    expect((await browser(running.app).press(page, { token, do: 'new' })).status).toBe(401);
    for (const wrong of ['', 'x', `${token}x`])
      expect((await eve.press(page, { token: wrong, do: 'new' })).status).toBe(404);
    const foreign = { 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' };
    expect((await eve.call('POST', page, Buffer.from(`token=${token}`), foreign)).status).toBe(403);
    expect(await membersOf(id)).toEqual([]);
  });

  test('is withdrawn, sent again, and after that stays accepted', async () => {
    const id = await makeCohort();
    await invite(id, uni);
    const [ada] = await invitationsOf(id);
    const at = `/team/cohorts/${id}/invitations/${ada?.id}`;
    const { link } = await opened('ada@uni.example');
    const withdrawn = await ask(team, 'withdrawCohortInvitation', 'DELETE' as 'GET', at);
    expect(withdrawn.json()).toMatchObject({ state: 'withdrawn', link: null });
    expect((await browser(running.app).call('GET', link.pathname + link.search)).status).toBe(404);
    const resent = await ask(team, 'resendCohortInvitation', post, `${at}/resend`);
    expect(resent.json()).toMatchObject({ link: link.href });
    const { who, token } = await letIn('ada@uni.example');
    await who.press(page, { token, do: 'new' });
    expect((await ask(team, 'withdrawCohortInvitation', 'DELETE' as 'GET', at)).status).toBe(409);
    expect((await ask(team, 'resendCohortInvitation', post, `${at}/resend`)).status).toBe(409);
    const other = await makeCohort();
    const elsewhere = `/team/cohorts/${other}/invitations/${ada?.id}/resend`;
    expect((await ask(team, 'resendCohortInvitation', post, elsewhere)).status).toBe(404);
  });

  test('is not sent more often than is good', async () => {
    const id = await makeCohort();
    await invite(id, uni);
    const [ada] = await invitationsOf(id);
    const resend = () => ask(team, 'resendCohortInvitation', post, `/team/cohorts/${id}/invitations/${ada?.id}/resend`);
    expect([(await resend()).status, (await resend()).status, (await resend()).status]).toEqual([200, 200, 429]);
  });
});

describe('an announcement', () => {
  const draft = '0b9c2c64-5d4c-4f5e-9a5e-0d7b6f3c1a2b';
  const hours = { draft, subject: 'Office hours', text: 'On Thursday:\nhttps://meet.portal.example/hours' };
  const announce = (cohort: string, body: object = hours) =>
    ask(team, 'announceToCohort', post, `/team/cohorts/${cohort}/announcements`, body);
  const listed = async (cohort: string) =>
    (await ask(team, 'listCohortAnnouncements', 'GET', `/team/cohorts/${cohort}/announcements`)).json<object>();
  const received = async (who: Browser) =>
    (await ask(who, 'listAnnouncements', 'GET', '/announcements')).json<{ data: { id: string }[] }>().data;

  test('goes to the cohort’s people as a mail, stands there for them, and is marked as read', async () => {
    const id = await makeCohort();
    const [ada, eve] = [await signedIn('ada@uni.example'), await signedIn('eve@evil.example')];
    const uni = await organizationOf(ada, 'Uni');
    await organizationOf(eve, 'Evil');
    expect((await announce(id)).status, 'to nobody').toBe(409);
    await team.call('PUT', `${home}/${id}/members/${uni}`);
    expect(await listed(id)).toEqual({ reach: 1, data: [] });
    const sent = await announce(id);
    expect([sent.status, (await announce(id)).json<{ id: string }>().id]).toEqual([
      201,
      sent.json<{ id: string }>().id,
    ]);
    expect((await announce(id, { ...hours, text: 'Another' })).status).toBe(409);
    await mailedLink(running.app, 'ada@uni.example', 'meet.portal.example');
    const { body } = await running.app.inject({ url: '/mailbox', headers: { host: 'localhost:3000' } });
    expect(body.match(/Office hours/g)).toHaveLength(1);
    expect(await listed(id)).toMatchObject({ data: [{ subject: 'Office hours', mails: { sent: 1 }, read: 0 }] });

    expect([await received(ada), await received(eve)]).toMatchObject([[{ cohort: 'Autumn 2026', read_at: null }], []]);
    const [first] = await received(ada);
    const read = (who: Browser) => ask(who, 'readAnnouncement', 'PUT' as 'GET', `/announcements/${first?.id}/read`);
    expect([(await read(eve)).status, (await read(ada)).status, (await read(ada)).status]).toEqual([404, 204, 204]);
    expect(await received(ada)).toMatchObject([{ read_at: expect.any(String) as string }]);
    expect(await listed(id)).toMatchObject({ data: [{ read: 1 }] });
    await team.call('PATCH', `${home}/${id}`, { archived: true });
    expect((await announce(id, { ...hours, draft: crypto.randomUUID() })).status).toBe(409);
  });

  test('that says nothing is refused, and so is one to no cohort', async () => {
    const id = await makeCohort();
    const wrong = [{ ...hours, text: ' ' }, { ...hours, subject: '\n' }, { ...hours, draft: 'one' }, { draft }];
    for (const body of wrong) expect((await announce(id, body)).status, JSON.stringify(body)).toBe(400);
    expect((await announce('coh_none')).status).toBe(404);
    const none = await ask(team, 'listCohortAnnouncements', 'GET', '/team/cohorts/coh_none/announcements');
    expect(none.status).toBe(404);
  });
});

describe('an export', () => {
  test('tells where each partner stands, as JSON and as a file in which nothing is a formula', async () => {
    const id = await makeCohort({ name: 'Herbst "2026" / ä' });
    const uni = await organizationOf(await signedIn('ada@uni.example'), '=HYPERLINK("https://evil.example")');
    await team.call('PUT', `${home}/${id}/members/${uni}`);
    await organizationOf(await signedIn('eve@evil.example'), 'Not in it');
    const json = await ask(team, 'exportCohort', 'GET', `/team/cohorts/${id}/export`);
    expect(json.json()).toMatchObject({
      cohort: { id },
      data: [{ organization: { id: uni }, standing: { proven: 0, complete: false }, first_call_at: null }],
    });
    const csv = await ask(team, 'exportCohort', 'GET', `/team/cohorts/${id}/export?format=csv`);
    expect(csv.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store' });
    expect(csv.headers['content-disposition']).toMatch(/^attachment; filename="cohort-herbst-2026-[\d-]{10}\.csv"$/);
    const [head = '', row = '', ...more] = csv.body.split('\r\n');
    expect([head.slice(0, 30), more]).toEqual(['\uFEFForganization,organization_id,', ['']]);
    expect(row).toContain(`"'=HYPERLINK(""https://evil.example"")",${uni},not begun,`);
  });

  test('is of a cohort that there is, in a format that there is', async () => {
    const id = await makeCohort();
    expect((await ask(team, 'exportCohort', 'GET', '/team/cohorts/coh_none/export')).status).toBe(404);
    expect((await ask(team, 'exportCohort', 'GET', `/team/cohorts/${id}/export?format=xls`)).status).toBe(400);
    await sql`update cohorts set journey = 'gone'`.execute(running.database.db);
    expect((await ask(team, 'exportCohort', 'GET', `/team/cohorts/${id}/export`)).status).toBe(409);
  });
});
