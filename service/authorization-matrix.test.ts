import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Operation } from '../contract/model.ts';
import { answerCheck } from '../tests/support/answer-check.ts';
import { portalContract } from '../tests/support/portal-api.ts';
import { type RunningApp, startApp } from './app.fixture.ts';
import { samples, type Sample, thingsOfOthers } from './authorization-samples.fixture.ts';
import { issueKey, sqlKeyStore, type WantedKey } from './features/keys/index.ts';
import { systemClock } from './platform/clock.ts';
import { newId } from './platform/ids.ts';
import { browser, type Browser, signInByMail } from './signed-in.fixture.ts';

/**
 * Who may call what, of the contract's own `security`: every operation is called by every kind of caller. A new operation needs a sample in
 * `authorization-samples.fixture.ts`; who may call it is not said there.
 */
const keyCallers = ['guest', 'partner', 'live', 'team'] as const;
const sessionCallers = ['viewer', 'developer', 'owner', 'elsewhere', 'staff'] as const;
const callers = ['nobody', ...keyCallers, ...sessionCallers] as const;
type Caller = (typeof callers)[number];

let running: RunningApp;
const headersOf = new Map<Caller, Record<string, string>>([['nobody', {}]]);
const browsers = new Map<Caller, Browser>();
let things: Readonly<Record<string, string>>;

beforeAll(async () => {
  running = await startApp({
    settings: { trustProxy: false },
    portal: { accounts: { signUp: 'open', staff: ['staff@example.com'], providers: [] } },
  });
  const { app, database } = running;
  for (const caller of sessionCallers) {
    const who = browser(app);
    await signInByMail(app, who, `${caller}@example.com`);
    browsers.set(caller, who);
  }
  const ofOwner = browsers.get('owner');
  const idOf = async (method: 'POST' | 'GET', url: string, body?: object) =>
    (await ofOwner?.call(method, `/api/v1${url}`, body))?.json<{ id: string }>().id ?? '';
  const organization = await idOf('POST', '/organizations', { name: 'University' });
  await browsers.get('elsewhere')?.call('POST', '/api/v1/organizations', { name: 'Elsewhere' });
  for (const role of ['viewer', 'developer'] as const) await join(role, organization);
  for (const [caller, who] of browsers) {
    headersOf.set(caller, { cookie: [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ') });
  }

  const guest = await app.inject({ method: 'POST', url: '/api/v1/guest-keys' });
  headersOf.set('guest', { authorization: `Bearer ${guest.json<{ key: string }>().key}` });
  headersOf.set('partner', await keyOf({ organization }));
  headersOf.set('live', await keyOf({ organization, environment: 'live' }));
  headersOf.set('team', await keyOf({ organization: 'org_team', scopes: ['portal:team'] }));

  const sessions = (await ofOwner?.call('GET', '/api/v1/account/sessions'))?.json<{ data: { id: string }[] }>();
  const created = (await ofOwner?.call('POST', '/api/v1/keys', { label: 'CI', environment: 'sandbox' }))?.json<{
    entry: { id: string };
  }>();
  const delivered = await call('partner', 'POST', '/webhooks/test-events', {
    ...{ api: 'cardea', version: 'v2', type: 'offer.declined' },
  });
  const snapshot = await call('partner', 'POST', '/sandboxes/cardea/v2/snapshots', { name: 'At first' });
  things = {
    organization,
    member: 'mem_developer',
    invitation: await idOf('POST', `/organizations/${organization}/invitations`, {
      ...{ email: 'invited@example.com', role: 'viewer' },
    }),
    session: sessions?.data[0]?.id ?? '',
    key: created?.entry.id ?? '',
    delivery: delivered.json<{ data: { id: string }[] }>().data[0]?.id ?? '',
    snapshot: snapshot.json<{ id: string }>().id,
  };
  expect(Object.values(things)).not.toContain('');
  expect(Object.values(things)).not.toContain(undefined);

  async function join(role: 'viewer' | 'developer', to: string): Promise<void> {
    const session = await browsers.get(role)?.call('GET', '/api/v1/session');
    const person = session?.json<{ person: { id: string } }>().person.id;
    await sql`insert into members (id, "organizationId", "userId", role, "createdAt")
      values (${`mem_${role}`}, ${to}, ${person}, ${role}, ${new Date().toISOString()})`.execute(database.db);
  }
  async function keyOf(difference: Partial<WantedKey>): Promise<Record<string, string>> {
    const wanted = {
      organization: 'org_a',
      environment: 'sandbox',
      requestsPerMinute: 600,
      lifetimeDays: null,
    } as const;
    const deps = { store: sqlKeyStore(database), clock: systemClock, newId, random: randomBytes };
    return { authorization: `Bearer ${(await issueKey({ ...wanted, ...difference }, deps)).text}` };
  }
}, 60_000);
afterAll(() => running.close());

let networks = 0;
/** Each request is in a network of its own, so that no limit answers before whoever is asked. */
function call(caller: Caller, method: string, path: string, body?: unknown) {
  networks += 1;
  return running.app.inject({
    method: method.toUpperCase() as 'GET',
    url: `/api/v1${path}`,
    remoteAddress: `10.${2 + Math.floor(networks / 62_500)}.${Math.floor(networks / 250) % 250}.${(networks % 250) + 1}`,
    headers: { host: 'localhost:3000', ...headersOf.get(caller) },
    ...(body !== undefined && { payload: body as object }),
  });
}

/** What the contract says, by nothing but `security`. */
function isDeclared({ security }: Operation, caller: Caller): boolean {
  if (security.length === 0) return true;
  return security.some((requirement) =>
    Object.entries(requirement).every(([scheme, roles]) => {
      if (scheme === 'key') return keyCallers.some((each) => each === caller);
      if (scheme === 'teamKey') return caller === 'team';
      const isSession = sessionCallers.some((each) => each === caller);
      const role = caller === 'elsewhere' ? 'owner' : caller;
      return scheme === 'session' && isSession && (roles.length === 0 || roles.includes(role));
    }),
  );
}

const pathOf = ({ path }: Operation, values: Readonly<Record<string, string>>) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? 'none');

const check = answerCheck(portalContract);

test('every operation has a sample, and every sample an operation', () => {
  expect(Object.keys(samples).toSorted()).toEqual(portalContract.operations.map(({ id }) => id).toSorted());
});

describe.each(portalContract.operations.map((operation) => ({ id: operation.id, operation })))(
  '$id',
  ({ id, operation }) => {
    const { path = {}, body, gives, ofLive = gives }: Sample = samples[id] ?? { gives: 0 };
    const isPublic = operation.security.length === 0;

    test('is open to whom the contract names, and to nobody else', async () => {
      const got: Record<string, number> = {};
      const wanted: Record<string, number> = {};
      for (const caller of isPublic ? (['nobody'] as const) : callers) {
        const answer = await call(caller, operation.method, pathOf(operation, path), body);
        got[caller] = answer.statusCode;
        const { statusCode: status, headers, body: text } = answer;
        expect(check(id, { status, headers, body: text === '' ? null : text })).toEqual([]);
        const refused = caller === 'nobody' || wrongScheme(caller, operation) ? 401 : 403;
        wanted[caller] = isDeclared(operation, caller) ? (caller === 'live' ? ofLive : gives) : refused;
      }
      expect(got).toEqual(wanted);
      expect([401, 403]).not.toContain(gives);
    });
  },
);

/** Whether the caller shows nothing that any of the operation's schemes looks at: then they are unknown, not forbidden. */
function wrongScheme(caller: Caller, { security }: Operation): boolean {
  const schemes = security.flatMap((requirement) => Object.keys(requirement));
  const isKey = keyCallers.some((each) => each === caller);
  return isKey ? !schemes.some((scheme) => scheme !== 'session') : !schemes.includes('session');
}

describe('somebody else’s thing is as if it were not there', () => {
  const catalogue = new Set(['api', 'version', 'journey', 'step', 'scenario', 'provider']);

  test('for every operation that names a thing, unless it is the team’s', () => {
    const naming = portalContract.operations.filter(({ path, security }) => {
      const isTeams = security.some((each) => 'teamKey' in each || each.session?.includes('staff'));
      return !isTeams && [...path.matchAll(/\{(\w+)\}/g)].some(([, name = '']) => !catalogue.has(name));
    });
    expect(Object.keys(thingsOfOthers).toSorted()).toEqual(naming.map(({ id }) => id).toSorted());
  });

  test.each(Object.entries(thingsOfOthers))('%s', async (id, body) => {
    const operation = portalContract.operations.find((each) => each.id === id);
    if (operation === undefined) throw new Error(`The contract has no operation ${id}.`);
    const caller = isDeclared(operation, 'guest') ? 'guest' : 'elsewhere';
    const fixed = { api: 'cardea', version: 'v2' };
    const send = (values: Readonly<Record<string, string>>) =>
      call(caller, operation.method, pathOf(operation, { ...fixed, ...values }), body);
    const nothing = Object.fromEntries(Object.keys(things).map((name) => [name, 'none']));
    const [others, unknown] = [await send(things), await send(nothing)];
    const told = (answer: typeof others) => {
      const { type, title, status, detail = '' } = answer.json<Record<string, string>>();
      const ids = Object.values(things).map(String);
      return {
        type,
        title,
        status,
        detail: [...ids, 'none'].reduce((text, each) => text.replaceAll(each, '…'), detail),
      };
    };
    expect([others.statusCode, unknown.statusCode]).toEqual([404, 404]);
    expect(told(others)).toEqual(told(unknown));
  });
});
