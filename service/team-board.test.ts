import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { answerCheck } from '../tests/support/answer-check.ts';
import { portalContract } from '../tests/support/portal-api.ts';
import { type RunningApp, startApp } from './app.fixture.ts';
import { type Browser, browser, signInByMail } from './signed-in.fixture.ts';

/** A partner engineer looks at the board and at a partner who signs up, calls, fails and asks for a review: by the API, with real requests. */
let running: RunningApp;
let partner: Browser;
let staff: Browser;
let organization: string;
let key: string;
const check = answerCheck(portalContract);

beforeAll(async () => {
  const accounts = { signUp: 'open', staff: ['staff@example.com'], providers: [] } as const;
  const journey = {
    id: 'launch',
    title: 'Launch',
    steps: [
      { id: 'access', title: 'Access', proof: { kind: 'key-issued' } },
      { id: 'read', title: 'Read', proof: { kind: 'traffic', operation: 'cardea/v2/listIssuers', status: '200' } },
      { id: 'review', title: 'Review', proof: { kind: 'review' }, after: ['read'], launch: true },
    ],
  } as const;
  running = await startApp({ portal: { accounts, journeys: [journey] }, settings: { trustProxy: false } });
  [partner, staff] = [browser(running.app), browser(running.app)];
  await signInByMail(running.app, partner, 'ada@example.com');
  await signInByMail(running.app, staff, 'staff@example.com');
  const made = await partner.call('POST', '/api/v1/organizations', { name: 'Universität <b>Halden</b>' });
  organization = made.json<{ id: string }>().id;
}, 60_000);
afterAll(() => running.close());

type Method = Parameters<Browser['call']>[0];

async function asked(operation: string, method: Method, path: string, body?: object, who = staff) {
  const answer = await who.call(method, `/api/v1${path}`, body);
  expect(check(operation, { status: answer.status, headers: answer.headers, body: answer.body })).toEqual([]);
  return answer;
}
interface Row {
  readonly organization: { readonly id: string; readonly name: string };
  readonly standing: {
    readonly step: { readonly id: string } | null;
    readonly proven: number;
    readonly reviews: number;
  };
  readonly last_call: { readonly status: number } | null;
  readonly last_error: { readonly status: number; readonly problem: string | null; readonly path: string } | null;
}
async function board(query = '') {
  const answer = await asked('listPartners', 'GET', `/team/partners?journey=launch${query}`);
  expect(answer.status).toBe(200);
  return answer.json<{ data: Row[]; total: number; reviews: number; steps: { partners: number }[] }>();
}
const shown = async (query = '') => (await board(query)).data[0];
/** The organization's page is never behind; the board follows it. */
const progress = () =>
  asked('getOrganizationProgress', 'GET', `/team/organizations/${organization}/journeys/launch/progress`);
const send = (path: string) =>
  running.app.inject({ url: `/gateway/cardea/v2${path}`, headers: { authorization: `Bearer ${key}` } });

test('a partner is on the board from the sign-up on, at the first step', async () => {
  expect(await board()).toMatchObject({
    ...{ total: 1, reviews: 0, next_cursor: null },
    steps: [{ id: 'access', partners: 1 }, { partners: 0 }, { partners: 0 }],
    data: [
      {
        organization: { id: organization, name: 'Universität <b>Halden</b>' },
        standing: { step: { id: 'access', title: 'Access' }, proven: 0, steps: 3, complete: false, missing: null },
        ...{ first_call_at: null, launched_at: null, last_call: null, last_error: null },
      },
    ],
  });
});

test('what happens at the gateway comes to the board: the step, the last call, the error met last', async () => {
  const made = await partner.call('POST', '/api/v1/keys', { label: 'CI', environment: 'sandbox' });
  ({ key } = made.json<{ key: string }>());
  expect((await send('/credential-offers/off_none')).statusCode).toBe(400);
  expect((await send('/issuers')).statusCode).toBe(200);
  await vi.waitFor(
    async () => {
      await progress();
      await setTimeout(50);
      expect(await shown()).toMatchObject({
        standing: { step: { id: 'review' }, proven: 2, reviews: 1 },
        last_call: { status: 200, operation: 'listIssuers' },
        last_error: {
          status: 400,
          problem: 'request-invalid',
          method: 'GET',
          path: '/credential-offers/off_none',
          on_purpose: false,
        },
      });
    },
    { timeout: 10_000 },
  );
  expect((await board('&waiting=review')).data).toHaveLength(1);
  expect(await board('&step=read')).toMatchObject({ data: [], total: 1, reviews: 1 });
  expect(await board('&q=HALDEN')).toMatchObject({ total: 1 });
  expect(await board('&q=somebody%25else')).toMatchObject({ total: 0, data: [] });
  expect(await board('&cohort=none')).toMatchObject({ total: 0, data: [] });
});

test('nobody’s look brings it to the board, either: who called is looked at a little later', async () => {
  const first = () => asked('getPartner', 'GET', `/team/partners/${organization}`);
  await vi.waitFor(
    async () => expect((await first()).json<{ first_call_at: string | null }>().first_call_at).not.toBeNull(),
    { timeout: 15_000, interval: 200 },
  );
});

test('a partner’s page has members, keys without the key, standings, failures and a timeline', async () => {
  const answer = await asked('getPartner', 'GET', `/team/partners/${organization}`);
  expect(answer.body).not.toContain(key);
  expect(answer.json()).toMatchObject({
    organization: { id: organization },
    members: [{ email: 'ada@example.com', role: 'owner' }],
    keys: [{ label: 'CI', environment: 'sandbox', state: 'active' }],
    journeys: [{ journey: 'launch', step: { id: 'review' } }],
    failing: [{ status: 400, path: '/credential-offers/off_none' }],
    ...{ cohorts: [], notes: [] },
  });
  const { timeline } = answer.json<{ timeline: { kind: string; subject: string | null }[] }>();
  expect(timeline.map(({ kind }) => kind).toSorted()).toEqual([
    'first-call',
    'key-created',
    'member-joined',
    'signed-up',
    'step-proven',
    'step-proven',
  ]);
  const exchange = answer.json<{ failing: { exchange: string }[] }>().failing[0]?.exchange ?? '';
  expect((await asked('getTeamExchange', 'GET', `/team/exchanges/${exchange}`)).status).toBe(200);
});

test('a review given back and approved moves the partner on the board and launches it', async () => {
  const review = (body: object) =>
    asked('reviewJourneyStep', 'PUT', `/team/organizations/${organization}/journeys/launch/steps/review/review`, body);
  expect((await review({ decision: 'returned', note: 'No privacy policy yet.' })).status).toBe(200);
  await vi.waitFor(async () =>
    expect(await shown()).toMatchObject({
      standing: { step: { id: 'review' }, reviews: 0, missing: 'It was given back: No privacy policy yet.' },
    }),
  );
  expect((await review({ decision: 'approved' })).status).toBe(200);
  await vi.waitFor(async () =>
    expect(await shown()).toMatchObject({
      standing: { step: null, complete: true, proven: 3 },
      launched_at: expect.any(String) as string,
    }),
  );
  const pace = await asked('getPartnerPace', 'GET', '/team/pace');
  expect(pace.json()).toMatchObject({ partners: 1, first_call: { count: 1 }, launch: { count: 1 } });
});

describe('notes', () => {
  const notes = () => `/team/partners/${organization}/notes`;

  test('are added, changed and deleted by the version that was read; whoever comes second is told who was first', async () => {
    const text = ' Their receiver moves on Monday. <script>alert(1)</script> ';
    const added = await asked('createPartnerNote', 'POST', notes(), { text });
    expect(added.status).toBe(201);
    const note = added.json<{ id: string; version: number; text: string }>();
    expect(note).toMatchObject({ text: text.trim(), version: 1, edited: null });
    const place = `${notes()}/${note.id}`;
    const edits = await Promise.all(
      ['First', 'Second'].map((words) => asked('editPartnerNote', 'PUT', place, { text: words, version: 1 })),
    );
    expect(edits.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await asked('deletePartnerNote', 'DELETE', `${place}?version=1`)).status).toBe(409);
    expect((await asked('deletePartnerNote', 'DELETE', `${place}?version=2`)).status).toBe(204);
    expect((await asked('deletePartnerNote', 'DELETE', `${place}?version=2`)).status).toBe(404);
    expect((await asked('editPartnerNote', 'PUT', place, { text: 'x', version: 1 })).status).toBe(404);
  });

  test('are of a partner that is there, and have words', async () => {
    const elsewhere = '/team/partners/org_none/notes';
    expect((await asked('createPartnerNote', 'POST', elsewhere, { text: 'x' })).status).toBe(404);
    expect((await asked('createPartnerNote', 'POST', notes(), { text: ' \n ' })).status).toBe(400);
    expect((await asked('createPartnerNote', 'POST', notes(), { text: 'x'.repeat(4001) })).status).toBe(400);
  });

  test('are so many of one partner', async () => {
    const at = new Date().toISOString();
    const row = { organization, text: 'x', version: 1, author: 'per_1', author_name: 'Ada', created_at: at };
    const rows = Array.from({ length: 500 }, (_, index) => ({ id: `note_${index}`, ...row }));
    await running.database.db.withTables<{ team_notes: object }>().insertInto('team_notes').values(rows).execute();
    expect((await asked('createPartnerNote', 'POST', notes(), { text: 'x' })).status).toBe(409);
    for (const body of [{ text: 'x' }, { text: 'x', version: 0 }, { text: '', version: 1 }])
      expect((await asked('editPartnerNote', 'PUT', `${notes()}/note_1`, body)).status).toBe(400);
    expect((await asked('deletePartnerNote', 'DELETE', `${notes()}/note_1`)).status).toBe(400);
  });

  test('are taken from our own pages only', async () => {
    const headers = { origin: 'https://elsewhere.example' };
    const answer = await staff.call('POST', `/api/v1${notes()}`, { text: 'x' }, headers);
    expect(answer.status).toBe(403);
  });
});

test.each([
  ['listPartners', '/team/partners?journey=none', 404],
  ['listPartners', '/team/partners', 400],
  ['listPartners', '/team/partners?journey=launch&cursor=none', 400],
  ['getPartner', '/team/partners/org_none', 404],
  ['getPartner', '/team/partners/none', 400],
  ['getPartnerPace', '/team/pace?cohort=', 400],
])('%s: %s is answered with %i', async (operation, path, status) => {
  expect((await asked(operation, 'GET', path)).status).toBe(status);
});

test.each(['/team/partners?journey=launch', '/team/pace', '/team/partners/org_none'])(
  '%s is nothing for a partner, nor for a guest',
  async (path) => {
    expect((await partner.call('GET', `/api/v1${path}`)).status).toBe(403);
    expect((await browser(running.app).call('GET', `/api/v1${path}`)).status).toBe(401);
  },
);
