import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerCheck } from '../tests/support/answer-check.ts';
import { portalContract } from '../tests/support/portal-api.ts';
import { type RunningApp, startApp } from './app.fixture.ts';
import { type Browser, browser, signInByMail } from './signed-in.fixture.ts';

/** Somebody says what is wrong, and the team reads it and says how it stands: by the API. */
let running: RunningApp;
let reader: Browser;
let staff: Browser;
const check = answerCheck(portalContract);

beforeAll(async () => {
  const accounts = { signUp: 'open', staff: ['staff@example.com'], providers: [] } as const;
  running = await startApp({ portal: { accounts }, settings: { trustProxy: false } });
  [reader, staff] = [browser(running.app), browser(running.app)];
  await signInByMail(running.app, staff, 'staff@example.com');
}, 60_000);
afterAll(() => running.close());

async function asked(operation: string, method: Parameters<Browser['call']>[0], path: string, body?: object) {
  const answer = await staff.call(method, `/api/v1/team/feedback${path}`, body);
  expect(check(operation, { status: answer.status, headers: answer.headers, body: answer.body })).toEqual([]);
  return answer;
}
const say = async (body: object): Promise<string> =>
  (await reader.call('POST', '/api/v1/feedback', body)).json<{ id: string }>().id;
const list = async (query = '') =>
  (await asked('listFeedback', 'GET', query)).json<{ data: { id: string }[]; held: number }>();

test('an exchange is attached as the gateway recorded it, without what opens anything, and the team reads it', async () => {
  const { key } = (await reader.call('POST', '/api/v1/guest-keys')).json<{ key: string }>();
  const headers = { authorization: `Bearer ${key}` };
  const failed = await reader.call('POST', '/gateway/cardea/v2/credential-offers', { holder: 1 }, headers);
  const exchange = String(failed.headers['request-id']);
  const told = { kind: 'exchange', page: '/reference/cardea/v2/x', api: 'cardea', version: 'v2', exchange };
  const id = await say(told);
  const other = browser(running.app);
  expect((await other.call('POST', '/api/v1/feedback', told)).status).toBe(400);
  const { data } = await list('?kind=exchange');
  expect(data).toMatchObject([
    {
      ...{ id, version: 1, version_of_api: 'v2', state: 'new', held: null, person: null },
      exchange: { request_id: exchange, method: 'POST', path: '/credential-offers', status: failed.status },
    },
  ]);
  expect(JSON.stringify(data)).toContain('authorization: [redacted]');
  expect(JSON.stringify(data)).not.toContain(key);
});

test('what comes without a proof is apart until somebody has looked; of two colleagues one is told', async () => {
  const id = await say({ page: '/docs/webhooks', helpful: false, comment: '<img src=x onerror=alert(1)>\u202e' });
  expect((await list('?page=/docs/webhooks')).data).toEqual([]);
  const { data, held } = await list('?held=true');
  expect([data.map((item) => item.id), held]).toEqual([[id], 1]);
  const changed = await asked('changeFeedback', 'PATCH', `/${id}`, { version: 1, held: false, state: 'accepted' });
  expect(changed.json()).toMatchObject({
    version: 2,
    held: null,
    state: 'accepted',
    changed_by: expect.any(String) as string,
  });
  expect((await asked('changeFeedback', 'PATCH', `/${id}`, { version: 1, state: 'declined' })).status).toBe(409);
  expect((await list('?page=/docs/webhooks&state=accepted')).data).toMatchObject([{ id, version: 2 }]);
});

test.each([
  ['an unknown item', '/fbk_none', { version: 1, state: 'planned' }, 404],
  ['a state that is none', '/fbk_none', { version: 1, state: 'gone' }, 400],
  ['nothing to change', '/fbk_none', { version: 1 }, 400],
])('%s is refused', async (_, path, body, status) => {
  expect((await asked('changeFeedback', 'PATCH', path, body)).status).toBe(status);
});
