import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerCheck } from '../tests/support/answer-check.ts';
import { portalContract } from '../tests/support/portal-api.ts';
import { type RunningApp, startApp } from './app.fixture.ts';
import { browser, signInByMail } from './signed-in.fixture.ts';

interface Member {
  readonly name: string;
  readonly organization: string;
  readonly cookie: string;
}

/** Keys of an organization, as its people and their programs meet them. */
let running: RunningApp;
let of: Record<'owner' | 'developer' | 'viewer' | 'elsewhere' | 'staff', Member>;
beforeAll(async () => {
  const accounts = { signUp: 'open', staff: ['staff@example.com'], providers: [] } as const;
  running = await startApp({ portal: { accounts }, settings: { trustProxy: false } });
  const created = new Date().toISOString();
  const db = running.database.db.withTables<{ organizations: object; members: object }>();
  for (const id of ['org_one', 'org_two']) {
    await db.insertInto('organizations').values({ id, name: id, slug: id, createdAt: created }).execute();
  }
  const member = async (name: string, organization: string, role: string): Promise<Member> => {
    const tab = browser(running.app);
    await signInByMail(running.app, tab, `${name}@example.com`);
    const cookie = [...tab.cookies].map(([cookieName, value]) => `${cookieName}=${value}`).join('; ');
    const { person } = (await tab.call('GET', '/api/v1/session')).json<{ person: { id: string } }>();
    const row = { id: `member_${name}`, organizationId: organization, userId: person.id, role, createdAt: created };
    await db.insertInto('members').values(row).execute();
    return { name, organization, cookie };
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

/** All that the database holds, as text. */
async function dump(): Promise<string> {
  const { db } = running.database;
  const tables = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(db);
  const rows = await Promise.all(tables.rows.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(db)));
  return JSON.stringify(rows.map((found) => found.rows));
}

interface Entry {
  id: string;
  hint: string;
  state: string;
  last_used_at: string | null;
  expires_at: string | null;
  replaced_by: string | null;
}
interface Shown {
  key: string;
  entry: Entry;
  old: Entry;
}

const check = answerCheck(portalContract);
const seen = new Set<string>();
const operations: readonly [method: string, path: RegExp, id: string][] = [
  ['GET', /^\/keys$/, 'listKeys'],
  ['POST', /^\/keys$/, 'createKey'],
  ['POST', /\/roll$/, 'rollKey'],
  ['POST', /\/revoke$/, 'revokeKey'],
  ['POST', /^\/session-keys$/, 'createSessionKey'],
  ['PUT', /^\/team\/launches\//, 'launchOrganization'],
];

/** Each answer is held against the contract. */
const call = async (
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  by: Member | null,
  payload?: object,
  headers: Record<string, string> = {},
) => {
  const answer = await running.app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { host: 'localhost:3000', ...(by && { cookie: by.cookie }), ...headers },
    ...(payload && { payload }),
  });
  const id = operations.find(([verb, pattern]) => verb === method && pattern.test(path))?.[2];
  if (id !== undefined) {
    const { statusCode: status, headers: answered } = answer;
    seen.add(`${id} ${status}`);
    const texts = Object.fromEntries(Object.entries(answered).map(([name, value]) => [name, String(value)]));
    expect(check(id, { status, headers: texts, body: answer.body })).toEqual([]);
  }
  return answer;
};
const create = async (by: Member, body: object = {}) => {
  const answer = await call('POST', '/keys', by, { label: 'Server', environment: 'sandbox', ...body });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<Shown>();
};
const listed = async (by: Member) => (await call('GET', '/keys', by)).json<{ data: Entry[] }>().data;
const offers = (key: string) =>
  running.app.inject({ url: '/gateway/cardea/v2/credential-offers', headers: { authorization: `Bearer ${key}` } });
const withKey = (key: string, path: string) =>
  running.app.inject({ url: `/api/v1${path}`, headers: { authorization: `Bearer ${key}` } });
const problem = (code: string) => ({ type: `/docs/errors/${code}` });

describe('a key that somebody makes', () => {
  test('opens the gateway, is shown once, and is listed by its first characters', async () => {
    const answer = await call('POST', '/keys', of.owner, {
      label: ' Staging ',
      environment: 'sandbox',
      expires_in_days: 9,
    });
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([201, 'no-store']);
    const { key, entry } = answer.json<Shown>();
    expect((await offers(key)).statusCode).toBe(200);
    const list = await call('GET', '/keys', of.viewer);
    expect(list.json()).toMatchObject({
      data: [{ id: entry.id, label: 'Staging', state: 'active', created_by: { name: of.owner.name } }],
      launched_at: null,
    });
    expect(key.startsWith(entry.hint)).toBe(true);
    expect(list.body).not.toContain(key.slice(0, 20));
  });

  test('tells when it was last used, at the gateway and at the portal’s own API', async () => {
    for (const use of [offers, (key: string) => withKey(key, '/exchanges')]) {
      const { key, entry } = await create(of.developer);
      expect(entry.last_used_at).toBeNull();
      expect((await use(key)).statusCode).toBe(200);
      const found = (await listed(of.owner)).find(({ id }) => id === entry.id);
      expect(found?.last_used_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00\.000Z$/);
    }
  });

  test('stands nowhere in the database', async () => {
    const { key } = await create(of.owner);
    const rows = await dump();
    expect(rows).toContain('ptl_test_');
    expect(rows).not.toContain(key.slice(9));
  });

  test('is told all that is wrong with it at once', async () => {
    const answer = await call('POST', '/keys', of.owner, {
      label: ' ',
      environment: 'moon',
      scopes: [],
      expires_in_days: 0,
    });
    expect(answer.statusCode).toBe(400);
    const places = answer.json<{ errors: { at: string }[] }>().errors.map(({ at }) => at);
    expect(places.toSorted()).toEqual(['/environment', '/expires_in_days', '/label', '/scopes']);
    const scopes = await call('POST', '/keys', of.owner, {
      label: 'x',
      environment: 'sandbox',
      scopes: ['portal:team'],
    });
    expect([scopes.statusCode, scopes.json()]).toMatchObject([400, { errors: [{ in: 'body', at: '/scopes/0' }] }]);
  });

  test('is one of a hundred at most', async () => {
    for (let made = 0; made < 100; made += 1) await create(of.elsewhere);
    const answer = await call('POST', '/keys', of.elsewhere, { label: 'One more', environment: 'sandbox' });
    expect([answer.statusCode, answer.json()]).toMatchObject([409, problem('resource-conflict')]);
  });
});

describe('a key with scopes', () => {
  test('does what they say at the gateway, and nothing else', async () => {
    const { key } = await create(of.owner, { scopes: ['cardea/offers:read'] });
    expect((await offers(key)).statusCode).toBe(200);
    const headers = { authorization: `Bearer ${key}` };
    const refused = await running.app.inject({ url: '/gateway/cardea/v2/issuers', headers });
    expect([refused.statusCode, refused.json()]).toMatchObject([403, problem('scope-insufficient')]);
    expect(refused.headers['www-authenticate']).toContain('scope="cardea/issuers:read"');
    const older = await running.app.inject({ url: '/gateway/cardea/v1/credentials', headers: { 'x-cardea-key': key } });
    expect([older.statusCode, older.json()]).toMatchObject([403, problem('scope-insufficient')]);
  });

  test('opens the portal’s own API with the scope for it, and comes by no other scope there', async () => {
    const { key: without } = await create(of.owner, { scopes: ['cardea'] });
    expect((await withKey(without, '/exchanges')).json()).toMatchObject(problem('scope-insufficient'));
    const { key } = await create(of.owner, { scopes: ['portal', 'cardea/offers:read'] });
    expect((await withKey(key, '/exchanges')).statusCode).toBe(200);
    const payload = { api: 'cardea', kind: 'confidential' };
    const client = await call('POST', '/sandbox-clients', null, payload, { authorization: `Bearer ${key}` });
    expect([client.statusCode, client.json()]).toMatchObject([403, problem('scope-insufficient')]);
  });
});

describe('a roll', () => {
  test('with an overlap leaves both working', async () => {
    const { key: before, entry } = await create(of.owner, { scopes: ['cardea'], expires_in_days: 1 });
    const answer = await call('POST', `/keys/${entry.id}/roll`, of.developer, { overlap_seconds: 3600 });
    const { key, old, entry: successor } = answer.json<Shown>();
    expect(answer.statusCode).toBe(201);
    expect(successor).toMatchObject({ label: 'Server', scopes: ['cardea'], state: 'active' });
    expect(old).toMatchObject({ id: entry.id, state: 'ending', replaced_by: successor.id });
    expect([(await offers(before)).statusCode, (await offers(key)).statusCode]).toEqual([200, 200]);
    const again = await call('POST', `/keys/${entry.id}/roll`, of.owner, { overlap_seconds: 0 });
    expect([again.statusCode, again.json()]).toMatchObject([409, problem('resource-conflict')]);
  });

  test('without one ends the old key at once', async () => {
    const { key: before, entry } = await create(of.owner);
    expect((await offers(before)).statusCode).toBe(200);
    const { key } = (await call('POST', `/keys/${entry.id}/roll`, of.owner, { overlap_seconds: 0 })).json<Shown>();
    expect((await offers(before)).json()).toMatchObject(problem('key-expired'));
    expect((await offers(key)).statusCode).toBe(200);
  });
});

test('a revoked key opens nothing from then on, and cannot be rolled', async () => {
  const { key, entry } = await create(of.owner);
  expect((await offers(key)).statusCode).toBe(200);
  const answer = await call('POST', `/keys/${entry.id}/revoke`, of.developer);
  expect([answer.statusCode, answer.json()]).toMatchObject([200, { id: entry.id, state: 'revoked' }]);
  expect((await offers(key)).json()).toMatchObject(problem('key-revoked'));
  expect((await call('POST', `/keys/${entry.id}/roll`, of.owner, { overlap_seconds: 60 })).statusCode).toBe(409);
});

describe('who may do what', () => {
  const changes = (id: string): [string, object | undefined][] => [
    ['/keys', { label: 'x', environment: 'sandbox' }],
    [`/keys/${id}/roll`, { overlap_seconds: 0 }],
    [`/keys/${id}/revoke`, undefined],
    ['/session-keys', undefined],
  ];

  test('a viewer looks and changes nothing; nobody without a session does either', async () => {
    const { entry } = await create(of.owner);
    for (const [path, body] of changes(entry.id)) {
      expect((await call('POST', path, of.viewer, body)).json()).toMatchObject(problem('role-insufficient'));
      expect((await call('POST', path, null, body)).json()).toMatchObject(problem('session-missing'));
    }
    expect((await call('GET', '/keys', of.viewer)).statusCode).toBe(200);
    expect((await call('GET', '/keys', null)).statusCode).toBe(401);
  });

  test('another organization’s key is as if it were not there', async () => {
    const { key, entry } = await create(of.owner);
    for (const id of [entry.id, 'key_none']) {
      const rolled = await call('POST', `/keys/${id}/roll`, of.elsewhere, { overlap_seconds: 0 });
      const revoked = await call('POST', `/keys/${id}/revoke`, of.elsewhere);
      expect([rolled.json(), revoked.json()]).toMatchObject([
        problem('resource-not-found'),
        problem('resource-not-found'),
      ]);
    }
    expect((await offers(key)).statusCode).toBe(200);
    expect((await listed(of.elsewhere)).map(({ id }) => id)).not.toContain(entry.id);
  });

  test('another site’s page does nothing with the session', async () => {
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    for (const [path, body] of changes('key_1')) {
      const answer = await call('POST', path, of.owner, body, foreign);
      expect([answer.statusCode, answer.json()]).toMatchObject([403, problem('origin-refused')]);
    }
  });
});

test('a live key needs the launch, which only staff sets', async () => {
  const live = { label: 'Live', environment: 'live' };
  expect((await call('POST', '/keys', of.owner, live)).json()).toMatchObject(problem('launch-missing'));
  const path = `/team/launches/${of.owner.organization}`;
  expect((await call('PUT', path, of.owner)).json()).toMatchObject(problem('role-insufficient'));
  expect((await call('PUT', path, of.staff)).statusCode).toBe(200);
  const made = await call('POST', '/keys', of.owner, live);
  expect([made.statusCode, made.json<Shown>().key]).toEqual([201, expect.stringMatching(/^ptl_live_/)]);
  expect((await call('POST', '/keys', of.elsewhere, live)).json()).toMatchObject(problem('launch-missing'));
});

test('a key of a session is of the organization, for the sandbox, and not in the list', async () => {
  const before = (await listed(of.developer)).length;
  const answer = await call('POST', '/session-keys', of.developer);
  expect([answer.statusCode, answer.headers['cache-control']]).toEqual([201, 'no-store']);
  const { key, organization } = answer.json<{ key: string; organization: string }>();
  expect([organization, key.slice(0, 9)]).toEqual([of.developer.organization, 'ptl_test_']);
  expect((await offers(key)).statusCode).toBe(200);
  expect(await listed(of.developer)).toHaveLength(before);
});

test('the audit log has what was done with keys, and no key', async () => {
  const { key, entry } = await create(of.owner);
  await call('POST', `/keys/${entry.id}/revoke`, of.owner);
  const rows = await dump();
  for (const kind of ['key-created', 'key-rolled', 'key-revoked']) expect(rows).toContain(kind);
  expect(rows).toContain(`Server (${entry.hint}…)`);
  expect(rows).not.toContain(key);
});

test('a roll says how long the overlap is, of 30 days at most', async () => {
  const { entry } = await create(of.owner);
  for (const body of [{}, { overlap_seconds: 30 * 86_400 + 1 }, { overlap_seconds: -1 }]) {
    expect((await call('POST', `/keys/${entry.id}/roll`, of.owner, body)).statusCode).toBe(400);
  }
});

test('keys of sessions are so many a minute from one network', async () => {
  let status = 0;
  for (let asked = 0; asked < 80 && status !== 429; asked += 1) {
    status = (await call('POST', '/session-keys', of.developer)).statusCode;
  }
  expect(status).toBe(429);
});

test('nobody launches an organization that is not there', async () => {
  const answer = await call('PUT', '/team/launches/org_01k9z6w3e8q2r4t6y8m0n3p5s7', of.staff);
  expect([answer.statusCode, answer.json()]).toMatchObject([404, problem('resource-not-found')]);
  expect(await dump()).not.toContain('org_01k9z6w3e8q2r4t6y8m0n3p5s7');
});

test('an organization’s id is one', async () => {
  expect((await call('PUT', '/team/launches/org', of.staff)).statusCode).toBe(400);
});

test('every answer that the contract names for keys was given here', () => {
  const own = new Set(operations.map(([, , id]) => id));
  const named = portalContract.operations
    .filter(({ id }) => own.has(id))
    .flatMap(({ id, responses }) => responses.map(({ status }) => `${id} ${status}`))
    .filter((answer) => !answer.endsWith('default'));
  // A list has no role that lacks: whoever belongs to an organization may see it. Staff is asked for by a session or a key.
  const elsewhere = ['listKeys 403', 'launchOrganization 401'];
  expect(named.filter((answer) => !seen.has(answer) && !elsewhere.includes(answer))).toEqual([]);
});
