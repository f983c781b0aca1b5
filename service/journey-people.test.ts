import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerCheck } from '../tests/support/answer-check.ts';
import { portalContract } from '../tests/support/portal-api.ts';
import { type RunningApp, startApp } from './app.fixture.ts';
import { browser, signInByMail } from './signed-in.fixture.ts';

/** What people do on a journey, by the API, as each role meets it: every answer is held against the contract. */
let running: RunningApp;
let of: Record<'owner' | 'developer' | 'viewer' | 'elsewhere' | 'staff', string>;
beforeAll(async () => {
  const accounts = { signUp: 'open', staff: ['staff@example.com'], providers: [] } as const;
  const journey = {
    id: 'launch',
    title: 'Launch',
    steps: [
      {
        id: 'form',
        title: 'Form',
        proof: { kind: 'form', fields: [{ id: 'contact', label: 'Contact', kind: 'text' }] },
      },
      { id: 'terms', title: 'Terms', proof: { kind: 'agreement', document: '/docs/terms', version: '2' } },
      { id: 'review', title: 'Review', proof: { kind: 'review' }, after: ['form', 'terms'], launch: true },
    ],
  } as const;
  running = await startApp({ portal: { accounts, journeys: [journey] }, settings: { trustProxy: false } });
  const createdAt = new Date().toISOString();
  const db = running.database.db.withTables<{ organizations: object; members: object }>();
  for (const id of ['org_one', 'org_two'])
    await db.insertInto('organizations').values({ id, name: id, slug: id, createdAt }).execute();
  const member = async (name: string, organizationId: string, role: string): Promise<string> => {
    const tab = browser(running.app);
    await signInByMail(running.app, tab, `${name}@example.com`);
    const { person } = (await tab.call('GET', '/api/v1/session')).json<{ person: { id: string } }>();
    await db
      .insertInto('members')
      .values({ id: `member_${name}`, organizationId, userId: person.id, role, createdAt })
      .execute();
    return [...tab.cookies].map(([cookieName, value]) => `${cookieName}=${value}`).join('; ');
  };
  of = {
    owner: await member('owner', 'org_one', 'owner'),
    developer: await member('developer', 'org_one', 'developer'),
    viewer: await member('viewer', 'org_one', 'viewer'),
    elsewhere: await member('elsewhere', 'org_two', 'owner'),
    staff: await member('staff', 'org_two', 'viewer'),
  };
}, 60_000);
afterAll(() => running.close());

const check = answerCheck(portalContract);
const steps = '/journeys/launch/steps';
const team = '/team/organizations/org_one/journeys/launch';
const operations: readonly [path: RegExp, id: string][] = [
  [/\/form$/, 'fillJourneyForm'],
  [/\/agreement$/, 'agreeOnJourney'],
  [/\/review$/, 'reviewJourneyStep'],
  [/^\/team\/.*\/progress$/, 'getOrganizationProgress'],
  [/progress$/, 'getJourneyProgress'],
  [/^\/launchpad$/, 'getLaunchpad'],
  [/^\/session\/organization$/, 'switchOrganization'],
];

async function send(cookie: string, method: 'GET' | 'PUT', path: string, payload?: object, headers: object = {}) {
  const answer = await running.app.inject({
    ...{ method, url: `/api/v1${path}` },
    headers: { host: 'localhost:3000', cookie, ...headers },
    ...(payload && { payload }),
  });
  const operation = operations.find(([pattern]) => pattern.test(path))?.[1] ?? '';
  expect(check(operation, { status: answer.statusCode, headers: answer.headers, body: answer.body })).toEqual([]);
  return { status: answer.statusCode, json: answer.json<Record<string, never>>() };
}
const put = (cookie: string, path: string, payload: object, headers?: object) =>
  send(cookie, 'PUT', path, payload, headers);

const answers = { answers: { contact: 'security@halden.example' } };
const stateOf = ({ json }: { json: object }) =>
  (json as { steps: { state: string }[] }).steps.map(({ state }) => state);

test('only who may, from our own pages, and only what can be done now', async () => {
  expect((await put('', `${steps}/form/form`, answers)).status).toBe(401);
  expect((await put(of.viewer, `${steps}/form/form`, answers)).status).toBe(403);
  expect((await put(of.developer, `${steps}/terms/agreement`, { version: '2' })).status).toBe(403);
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  expect((await put(of.owner, `${steps}/terms/agreement`, { version: '2' }, foreign)).status).toBe(403);
  expect((await put(of.owner, `${team}/steps/review/review`, { decision: 'approved' })).status).toBe(403);
  expect((await send(of.owner, 'GET', `${team}/progress`)).status).toBe(403);
  expect((await put(of.staff, `${team}/steps/review/review`, { decision: 'approved' })).status).toBe(409);
  expect((await put(of.owner, `${steps}/terms/agreement`, { version: '1' })).status).toBe(409);
  expect((await put(of.owner, `${steps}/form/agreement`, { version: '1' })).status).toBe(404);
  expect((await put(of.owner, `${steps}/none/form`, answers)).status).toBe(404);
  expect((await put(of.staff, `${team}/steps/none/review`, { decision: 'approved' })).status).toBe(404);
  expect((await send(of.staff, 'GET', '/team/organizations/org_one/journeys/none/progress')).status).toBe(404);
  expect((await put(of.owner, `${steps}/terms/agreement`, {})).status).toBe(400);
  expect((await put(of.staff, `${team}/steps/review/review`, { decision: 'maybe' })).status).toBe(400);
  const wrong = await put(of.developer, `${steps}/form/form`, { answers: { contact: '', other: true } });
  expect(wrong.json).toMatchObject({ status: 400, errors: [{ at: '/answers/other' }, { at: '/answers/contact' }] });
  expect(stateOf(await send(of.viewer, 'GET', '/journeys/launch/progress'))).toEqual(['next', 'waiting', 'waiting']);
});

test('an organization fills in, agrees, is reviewed and launches; another one sees nothing of it', async () => {
  expect(stateOf(await put(of.developer, `${steps}/form/form`, answers))).toEqual(['proven', 'next', 'waiting']);
  expect(stateOf(await put(of.owner, `${steps}/terms/agreement`, { version: '2' }))).toEqual([
    'proven',
    'proven',
    'next',
  ]);
  const returned = await put(of.staff, `${team}/steps/review/review`, {
    decision: 'returned',
    note: 'No <b>logo</b>.',
  });
  expect(returned.json).toMatchObject({ steps: [{}, {}, { missing: 'It was given back: No <b>logo</b>.' }] });
  expect((await put(of.staff, `${team}/steps/review/review`, { decision: 'approved' })).json).toMatchObject({
    complete: true,
  });
  const seen = await send(of.viewer, 'GET', '/journeys/launch/progress');
  expect(seen.json).toMatchObject({
    complete: true,
    steps: [{ evidence: { ...answers, kind: 'form', by: expect.any(String) as string } }, {}, {}],
  });
  expect((await send(of.staff, 'GET', `${team}/progress`)).json).toEqual(seen.json);
  expect(stateOf(await send(of.elsewhere, 'GET', '/journeys/launch/progress'))).toEqual(['next', 'waiting', 'waiting']);
  const { launched_at } = (
    await running.app.inject({ url: '/api/v1/keys', headers: { host: 'localhost:3000', cookie: of.owner } })
  ).json<{ launched_at: string | null }>();
  expect(launched_at).not.toBeNull();
});

test('the launchpad shows each organization how ready it is, also to a viewer, and nobody else', async () => {
  expect((await send('', 'GET', '/launchpad')).status).toBe(401);
  const own = (await send(of.viewer, 'GET', '/launchpad')).json;
  expect(own).toMatchObject({
    launched_at: expect.any(String) as string,
    keys: [
      { environment: 'sandbox', open: 0, last_used_at: null },
      { environment: 'live', open: 0 },
    ],
    journeys: [{ journey: 'launch', done: 3, of: 3, complete: true, next: null }],
    ...{ calls: [], last_failed_call: null, webhooks: { received: null, refused: null } },
  });
  const other = (await send(of.elsewhere, 'GET', '/launchpad')).json;
  expect(other).toMatchObject({
    launched_at: null,
    journeys: [{ done: 0, of: 3, complete: false, next: { id: 'form', title: 'Form' } }],
  });
});

test('somebody in two organizations sees and does what is of the one that they act for', async () => {
  const both = { id: 'member_both', organizationId: 'org_two', role: 'owner', createdAt: new Date().toISOString() };
  const db = running.database.db.withTables<{ members: object }>();
  const { person } = (
    await running.app.inject({ url: '/api/v1/session', headers: { host: 'localhost:3000', cookie: of.owner } })
  ).json<{ person: { id: string } }>();
  await db
    .insertInto('members')
    .values({ ...both, userId: person.id })
    .execute();
  const progress = async () => stateOf(await send(of.owner, 'GET', '/journeys/launch/progress'));
  expect(await progress()).toEqual(['proven', 'proven', 'proven']);
  expect((await put(of.owner, '/session/organization', { organization: 'org_two' })).status).toBe(200);
  expect(await progress()).toEqual(['next', 'waiting', 'waiting']);
  expect(stateOf(await put(of.owner, `${steps}/form/form`, answers))).toEqual(['proven', 'next', 'waiting']);
  expect(stateOf(await send(of.elsewhere, 'GET', '/journeys/launch/progress'))).toEqual(['proven', 'next', 'waiting']);
  await put(of.owner, '/session/organization', { organization: 'org_one' });
  expect(await progress()).toEqual(['proven', 'proven', 'proven']);
});
