import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerCheck } from '../tests/support/answer-check.ts';
import { portalContract } from '../tests/support/portal-api.ts';
import { type RunningApp, startApp } from './app.fixture.ts';
import { issueKey, sqlKeyStore } from './features/keys/index.ts';
import { systemClock } from './platform/clock.ts';
import { newId } from './platform/ids.ts';

/** The service and `openapi/portal/v1.yaml` say the same. */
let running: RunningApp;
let origin: string;
let key: string;
let liveKey: string;
let teamKey: string;
/** Of a request that the gateway saw. */
let exchange: string;
/** One that is there. */
let snapshot: string;
let delivery: string;

beforeAll(async () => {
  running = await startApp();
  await running.app.listen({ port: 0, host: '127.0.0.1' });
  origin = `http://127.0.0.1:${(running.app.server.address() as AddressInfo).port}`;
  const answer = await fetch(`${origin}/api/v1/guest-keys`, { method: 'POST' });
  ({ key } = (await answer.json()) as { key: string });
  const live = { organization: 'org_1', environment: 'live', requestsPerMinute: 10, lifetimeDays: null } as const;
  const store = sqlKeyStore(running.database);
  const issuing = { store, clock: systemClock, newId, random: randomBytes };
  ({ text: liveKey } = await issueKey(live, issuing));
  const team = { ...live, organization: 'org_team', environment: 'sandbox', scopes: ['portal:team'] } as const;
  ({ text: teamKey } = await issueKey(team, issuing));
  await fetch(`${origin}/gateway/cardea/v2/credential-offers`, { headers: { authorization: `Bearer ${key}` } });
  const seen = await fetch(`${origin}/api/v1/exchanges`, { headers: { authorization: `Bearer ${key}` } });
  exchange = ((await seen.json()) as { data: { id: string }[] }).data[0]?.id ?? '';
  const taken = await fetch(`${origin}/api/v1/sandboxes/cardea/v2/snapshots`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: '{"name":"At first"}',
  });
  ({ id: snapshot } = (await taken.json()) as { id: string });
  const sent = await fetch(`${origin}/api/v1/webhooks/test-events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: '{"api":"cardea","version":"v2","type":"offer.declined"}',
  });
  delivery = ((await sent.json()) as { data: { id: string }[] }).data[0]?.id ?? '';
});
afterAll(() => running.close());

/** `GET /api/v1/exchanges`, of Fastify's tree of routes: each line is indented by four characters a level. */
function routesBelow(prefix: string): string[] {
  const parents: string[] = [];
  return running.app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const found = /^(?<indent>[│ ]*)[├└]── (?<part>\S*)(?: \((?<methods>[A-Z, ]+)\))?/u.exec(line)?.groups;
      if (found === undefined) return [];
      const level = (found.indent?.length ?? 0) / 4;
      parents.splice(level, Infinity, found.part ?? '');
      const url = parents.join('');
      if (!url.startsWith(prefix) || found.methods === undefined) return [];
      return found.methods.split(', ').map((method) => `${method} ${url}`);
    });
}

test('the API has the routes of its contract, and no other', async () => {
  const declared = portalContract.operations.map(
    ({ method, path }) => `${method.toUpperCase()} /api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
  );
  const answering: string[] = [];
  for (const route of routesBelow('/api/v1/')) {
    const [method = '', url = ''] = route.split(' ');
    const answer = await running.app.inject({ method: method as 'GET', url: url.replaceAll(/:\w+/g, 'none') });
    // As between requests from sockets: many in one turn of the event loop would be a flood.
    await setImmediate();
    // Fastify answers HEAD wherever it answers GET.
    if (answer.statusCode !== 405 && method !== 'HEAD') answering.push(route);
  }
  expect(answering.toSorted()).toEqual(declared.toSorted());
});

describe('every answer that the contract names is given, as it is described', () => {
  const journey = '/journeys/first-call/progress';
  const withKey = () => ({ authorization: `Bearer ${key}` });
  const withTeamKey = () => ({ authorization: `Bearer ${teamKey}` });
  const json = { 'content-type': 'application/json' };
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const feedback = JSON.stringify({ page: '/docs', helpful: true });
  const client = JSON.stringify({ api: 'cardea', kind: 'confidential' });
  type Sent = [path: string, init: () => RequestInit];
  const post = (headers: Record<string, string>, body?: string) => () => ({ method: 'POST', headers, body });
  const get = (headers: () => Record<string, string>) => () => ({ headers: headers() });
  const nobody = () => ({});
  const from = (address: string) => ({ 'x-forwarded-for': address });

  const samples: Record<string, Record<string, Sent>> = {
    createGuestKey: {
      201: ['/guest-keys', post(from('192.0.2.1'))],
      429: ['/guest-keys', post(from('192.0.2.2'))],
    },
    createSandboxClient: {
      201: ['/sandbox-clients', () => post({ ...json, ...withKey(), ...from('192.0.2.5') }, client)()],
      400: ['/sandbox-clients', () => post({ ...json, ...withKey(), ...from('192.0.2.5') }, '{}')()],
      401: ['/sandbox-clients', post({ ...json, ...from('192.0.2.5') }, client)],
      429: ['/sandbox-clients', post({ ...json, ...from('192.0.2.6') }, client)],
    },
    ...sandboxSamples(),
    ...webhookSamples(),
    ...troubleSamples(),
    ...accountSamples(),
    getTeamExchange: {
      200: ['/team/exchanges/{exchange}', get(withTeamKey)],
      404: ['/team/exchanges/none', get(withTeamKey)],
    },
    listDrift: { 200: ['/team/drift', get(withTeamKey)], 400: ['/team/drift?state=none', get(withTeamKey)] },
    resolveDrift: { 404: ['/team/drift/none/resolve', () => post(withTeamKey())()] },
    getExchange: {
      200: ['/exchanges/{exchange}', get(withKey)],
      401: ['/exchanges/{exchange}', get(nobody)],
      404: ['/exchanges/none', get(withKey)],
    },
    listExchanges: { 200: ['/exchanges', get(withKey)], 401: ['/exchanges', get(nobody)] },
    getJourneyProgress: {
      200: [journey, get(withKey)],
      401: [journey, get(nobody)],
      404: ['/journeys/none/progress', get(withKey)],
    },
    streamJourneyProgress: {
      200: [`${journey}/events`, get(withKey)],
      401: [`${journey}/events`, get(nobody)],
      404: ['/journeys/none/progress/events', get(withKey)],
    },
    listFeedback: {
      200: ['/team/feedback', get(withTeamKey)],
      400: ['/team/feedback?kind=none', get(withTeamKey)],
    },
    getFeedbackChallenge: {
      200: ['/feedback/challenge', get(() => from('192.0.2.3'))],
      429: ['/feedback/challenge', get(() => from('192.0.2.4'))],
    },
    createFeedback: {
      201: ['/feedback', post({ ...json, ...from('192.0.2.3') }, feedback)],
      303: ['/feedback', post({ ...form, ...from('192.0.2.3') }, 'page=/docs&helpful=true')],
      400: ['/feedback', post({ ...json, ...from('192.0.2.3') }, '{}')],
      429: ['/feedback', post({ ...json, ...from('192.0.2.4') }, feedback)],
    },
  };

  /** The sandbox as a whole: each operation with its own good request, and with what is refused alike by all. */
  function sandboxSamples(): Record<string, Record<string, Sent>> {
    const home = '/sandboxes/cardea/v2';
    const asJson = (method: string, body: unknown) => (headers: Record<string, string>) => ({
      method,
      headers: { ...json, ...headers },
      body: JSON.stringify(body),
    });
    const plain = (method: string) => (headers: Record<string, string>) => ({ method, headers });
    type Make = (headers: Record<string, string>) => RequestInit;
    const alike = (path: string, make: Make): Record<string, Sent> => ({
      401: [`${home}${path}`, () => make({})],
      403: [`${home}${path}`, () => make({ authorization: `Bearer ${liveKey}` })],
      404: [`/sandboxes/cardea/v0${path}`, () => make(withKey())],
    });
    const good = (path: string, make: Make): Sent => [`${home}${path}`, () => make(withKey())];
    const get = plain('GET');
    const take = asJson('POST', { name: 'A snapshot' });
    const seed = asJson('POST', { generate: { '/credential-offers': 2 } });
    const clock = asJson('PUT', { advance: 'P1D' });
    return {
      getSandbox: { 200: good('', get), ...alike('', get) },
      exportSandbox: { 200: good('/export', get), ...alike('/export', get) },
      listSandboxSnapshots: { 200: good('/snapshots', get), ...alike('/snapshots', get) },
      resetSandbox: {
        200: good('/reset', plain('POST')),
        400: good('/reset', asJson('POST', { to: 'the moon' })),
        ...alike('/reset', plain('POST')),
      },
      seedSandbox: {
        200: good('/seed', seed),
        400: good('/seed', asJson('POST', { items: { '/credential-offers': [{ id: 'x' }] } })),
        ...alike('/seed', seed),
      },
      setSandboxClock: {
        200: good('/clock', clock),
        400: good('/clock', asJson('PUT', { advance: 'tomorrow' })),
        ...alike('/clock', clock),
      },
      createSandboxSnapshot: {
        201: good('/snapshots', take),
        400: good('/snapshots', asJson('POST', { name: '' })),
        409: good('/snapshots', take),
        ...alike('/snapshots', take),
      },
      restoreSandboxSnapshot: {
        200: good('/snapshots/{snapshot}/restore', plain('POST')),
        ...alike('/snapshots/none/restore', plain('POST')),
      },
      deleteSandboxSnapshot: {
        204: good('/snapshots/{snapshot}', plain('DELETE')),
        ...alike('/snapshots/none', plain('DELETE')),
      },
    };
  }

  /** Each operation on webhooks with its good request, and with what is refused alike by all. */
  function webhookSamples(): Record<string, Record<string, Sent>> {
    type Headers = Record<string, string>;
    const sends = (method: string, body?: object) => (headers: Headers) => ({
      method,
      headers: { ...(body && json), ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
    const of = (status: number, path: string, method = 'GET', body?: object): Record<string, Sent> => {
      const make = sends(method, body);
      return {
        [status]: [path, () => make(withKey())],
        401: [path, () => make({})],
        403: [path, () => make({ authorization: `Bearer ${liveKey}` })],
        ...(body && { 400: [path, () => sends(method, {})(withKey())] }),
      };
    };
    const test = { api: 'cardea', version: 'v2', type: 'offer.declined' };
    const since = { since: '2026-11-21T00:00:00Z' };
    const deliveries = '/webhooks/deliveries';
    return {
      getWebhooks: of(200, '/webhooks'),
      setWebhookAddress: of(200, '/webhooks/address', 'PUT', { url: 'https://hooks.partner.example/' }),
      deleteWebhookAddress: of(204, '/webhooks/address', 'DELETE'),
      sendTestWebhook: {
        ...of(202, '/webhooks/test-events', 'POST', test),
        404: ['/webhooks/test-events', () => sends('POST', { ...test, type: 'none' })(withKey())],
      },
      listWebhookDeliveries: { ...of(200, deliveries), 400: [`${deliveries}?limit=0`, get(withKey)] },
      getWebhookDelivery: { ...of(200, `${deliveries}/{delivery}`), 404: [`${deliveries}/none`, get(withKey)] },
      replayWebhookDelivery: {
        ...of(202, `${deliveries}/{delivery}/replay`, 'POST'),
        404: [`${deliveries}/none/replay`, () => sends('POST')(withKey())],
      },
      replayWebhooks: of(202, '/webhooks/replays', 'POST', since),
    };
  }

  /** Trouble in the sandbox: a scenario is begun and ended. */
  function troubleSamples(): Record<string, Record<string, Sent>> {
    const home = '/sandbox-trouble';
    const put = (body: object) => () => ({
      method: 'PUT',
      headers: { ...json, ...withKey() },
      body: JSON.stringify(body),
    });
    const end = () => ({ method: 'DELETE', headers: withKey() });
    return {
      listSandboxTrouble: { 200: [home, get(withKey)] },
      beginSandboxTrouble: {
        200: [`${home}/flaky`, put({ minutes: 5 })],
        400: [`${home}/flaky`, put({ settings: { percent: 300 } })],
      },
      endSandboxTrouble: { 200: [`${home}/flaky`, end], 400: [`${home}/none`, end] },
    };
  }

  /** Accounts, as far as they need no mail: service/accounts.test.ts goes on. */
  function accountSamples(): Record<string, Record<string, Sent>> {
    const ada = { name: 'Ada', email: 'ada@example.com', password: 'a long and unusual sentence' };
    const { name: _, ...credentials } = ada;
    const sends = (body: object, address: string): Sent[1] => post({ ...json, ...from(address) }, JSON.stringify(body));
    const mail = { email: ada.email };
    return {
      getSession: { 200: ['/session', get(nobody)] },
      signUp: {
        202: ['/accounts', sends(ada, '192.0.2.10')],
        400: ['/accounts', sends({ ...ada, password: 'short' }, '192.0.2.10')],
        429: ['/accounts', sends(mail, '192.0.2.11')],
      },
      signIn: {
        400: ['/session', sends(mail, '192.0.2.12')],
        401: ['/session', sends({ ...credentials, password: 'another sentence' }, '192.0.2.12')],
        403: ['/session', sends(credentials, '192.0.2.12')],
        429: ['/session', sends(mail, '192.0.2.13')],
      },
      signOut: { 204: ['/session', () => ({ method: 'DELETE' })] },
      sendSignInLink: {
        202: ['/sign-in-links', sends(mail, '192.0.2.14')],
        400: ['/sign-in-links', sends({}, '192.0.2.14')],
        429: ['/sign-in-links', sends({}, '192.0.2.15')],
      },
      sendPasswordReset: {
        202: ['/password-resets', sends(mail, '192.0.2.16')],
        400: ['/password-resets', sends({}, '192.0.2.16')],
        429: ['/password-resets', sends({}, '192.0.2.17')],
      },
    };
  }

  /** Given by tests of their own, which need more than one request (`changeFeedback`: service/feedback.test.ts). Who may call at all is service/authorization's matter. */
  const elsewhere = new Set(['signUp 403', 'signIn 201', 'resolveDrift 200']);
  /** All their answers are held against the contract in service/organization-keys.test.ts. */
  const ofKeys = /^(?:listKeys|createKey|rollKey|revokeKey|createSessionKey|launchOrganization) /;

  /** The same in service/journey-people.test.ts. */
  const ofJourneys = /^(?:fillJourneyForm|agreeOnJourney|reviewJourneyStep|getOrganizationProgress|getLaunchpad) /;
  /** The same in service/organizations.test.ts. */
  const ofOrganizations = /(?:Organizations?|OrganizationEvents|Members?|(?:Invitation|MyInvitations|Invitations)) /;

  /** The same in service/cohorts.test.ts. */
  const ofCohorts = /^\w*(?:Cohort|Announcement)\w* /;

  /** The same in service/team-board.test.ts. */
  const ofPartners = /^\w*Partner\w* /;

  /** The same in service/early-access.test.ts. */
  const ofEarlyAccess = /^\w*Access\w* /;

  /** Given in service/own-account.test.ts, staff.test.ts and providers.test.ts. */
  const ofAccounts =
    /^(?:verifySecondFactor|listProviders|beginProviderSignIn|finishProviderSignIn|getAccount|changeAccount|changePassword|beginSecondFactor|confirmSecondFactor|removeSecondFactor|listSessions|endOtherSessions|endSession|listAccountEvents|exportAccount|deleteAccount|listStaff|addStaff|removeStaff|listSignUps|approveSignUp|declineSignUp) /;

  /** The same in service/events.test.ts. */
  const ofEvents =
    /^(?:listEvents|getEventsCalendar|getEventCalendar|signUpForEvent|leaveEvent|askToSignUpForEvent|listTeamEvents|createEvent|changeEvent|cancelEvent|cancelEventDate|listEventAttendees) /;

  /** The same in service/integrations.test.ts. */
  const ofIntegrations = /^\w*(?:Integration|Listing)\w* /;

  test('no answer is left out here', () => {
    const named = portalContract.operations.flatMap(({ id, responses }) =>
      responses
        .filter(({ status }) => !['default', '401', '403'].includes(status))
        .map(({ status }) => `${id} ${status}`)
        .filter(
          (answer) =>
            !elsewhere.has(answer) &&
            !ofKeys.test(answer) &&
            !ofJourneys.test(answer) &&
            !ofOrganizations.test(answer) &&
            !ofCohorts.test(answer) &&
            !ofPartners.test(answer) &&
            !ofEarlyAccess.test(answer) &&
            !ofIntegrations.test(answer) &&
            !ofEvents.test(answer) &&
            !answer.startsWith('changeFeedback ') &&
            !ofAccounts.test(answer),
        ),
    );
    const here = Object.entries(samples).flatMap(([id, answers]) =>
      Object.keys(answers)
        .filter((status) => !['401', '403'].includes(status))
        .map((status) => `${id} ${status}`),
    );
    expect(here.toSorted()).toEqual(named.toSorted());
  });

  const check = answerCheck(portalContract);
  const cases = Object.entries(samples).flatMap(([id, answers]) =>
    Object.entries(answers).map(([status, sent]): [string, number, Sent] => [id, Number(status), sent]),
  );

  test.each(cases)('%s %i', async (id, status, [path, init]) => {
    const abort = new AbortController();
    const address = `${origin}/api/v1${path.replace('{snapshot}', snapshot).replace('{delivery}', delivery).replace('{exchange}', exchange)}`;
    const send = () => fetch(address, { redirect: 'manual', signal: abort.signal, ...init() });
    let answer = await send();
    const comesWithMore = status === 409 || status === 429;
    for (let more = 0; comesWithMore && more < 100 && answer.status !== status; more += 1) answer = await send();
    expect(answer.status).toBe(status);
    const isStream = answer.headers.get('content-type') === 'text/event-stream';
    const body = isStream ? null : await answer.text();
    abort.abort();
    expect(check(id, { status, headers: Object.fromEntries(answer.headers), body })).toEqual([]);
  });
});
