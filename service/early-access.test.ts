import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerCheck } from '../tests/support/answer-check.ts';
import { portalContract } from '../tests/support/portal-api.ts';
import { type EarlyPortal, type Got, type Sent, startEarlyPortal } from './early-access.fixture.ts';
import { browser, type Browser, signInByMail } from './signed-in.fixture.ts';

/** What is early access, for whom it is and for all others, at every door of the service. */
let portal: EarlyPortal;
let staff: Browser;
let member: Browser & { organization: string };
let outsider: Browser & { organization: string };

beforeAll(async () => {
  portal = await startEarlyPortal();
  const signedIn = async (email: string) => {
    const who = browser(portal.app);
    await signInByMail(portal.app, who, email);
    const made = await who.call('POST', '/api/v1/organizations', { name: email.split('@')[0] ?? '' });
    return { ...who, organization: made.json<{ id: string }>().id };
  };
  staff = await signedIn('root@portal.example');
  member = await signedIn('mia@partner.example');
  outsider = await signedIn('otto@partner.example');
  await give(member.organization);
}, 60_000);
afterAll(() => portal.close());

const check = answerCheck(portalContract);

/** Sends it to the service's own API, and holds the answer against the contract's operation. */
async function ask(who: Browser, operation: string, method: 'GET' | 'PUT' | 'DELETE', path: string, body?: object) {
  const answer = await who.call(method, `/api/v1${path}`, body);
  expect(check(operation, answer)).toEqual([]);
  return answer;
}
const inBeta = (organization: string) => `/team/access/beta/organizations/${organization}`;
const give = async (organization: string) =>
  expect((await ask(staff, 'giveOrganizationAccess', 'PUT', inBeta(organization))).status).toBe(204);
const take = async (organization: string) =>
  expect((await ask(staff, 'takeOrganizationAccess', 'DELETE', inBeta(organization))).status).toBe(204);

const cookieOf = (who: Browser) => [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
const as = (who: Browser | null, sent: Sent = {}): Sent => ({
  ...sent,
  headers: { accept: 'text/html', ...(who && { cookie: cookieOf(who) }), ...sent.headers },
});
const text = ({ headers, body }: Got) =>
  (headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body).toString();

describe('pages', () => {
  /** Another name, as long and as odd. */
  const renamed = (words: string) =>
    words
      .replaceAll('early', 'noply')
      .replaceAll('EARLY', 'NOPLY')
      .replaceAll('%65arly', '%6eoply')
      .replaceAll('vault', 'voult')
      .replaceAll('editions.json', 'aditions.json');

  /** What an answer tells, without what differs between any two requests, and with the name that `nowhere` has. */
  function told({ status, headers, body }: Got) {
    const { date: _, 'request-id': id, ...rest } = headers;
    return { status, headers: rest, body: renamed(body.toString('latin1')).replaceAll(String(id), 'ID') };
  }

  const early = [
    '/docs/early',
    '/docs/early/',
    '/docs/early.html',
    '/docs/early/index.html',
    '/docs/early.md',
    '/docs/early.png',
    '/docs/%65arly',
    '/docs//early',
    '/docs/EARLY',
    '/docs/./early',
    '/docs/none/../early',
    '/docs/none/%2e%2e/early',
    '/docs/..%2fdocs/early',
    '/docs%2fearly',
    '/docs/early%00',
    '/docs/early%2emd',
    '/docs/early?x=/docs/early',
    '/reference/vault/v2/nav.json',
    '/assets/js/early.bbbb2222.js',
    '/assets/js/early.bbbb2222.js.br',
    '/editions/beta/site/docs/early',
    '/../editions/beta/site/docs/early.html',
    '/..%2feditions/beta/site/docs/early.html',
    '/%2e%2e/editions/beta/site/docs/early.html',
    '/..%5ceditions/beta/site/docs/early.html',
    '/assets/../../editions/beta/site/docs/early.html',
    '/editions.json',
    '/../editions.json',
    '/..%2feditions.json',
  ];
  const manners: readonly [string, Sent][] = [
    ['a page', {}],
    ['its head', { method: 'HEAD' }],
    ['a part', { headers: { range: 'bytes=0-9' } }],
    ['what anybody kept', { headers: { 'if-none-match': '*' } }],
    ['what was before', { headers: { 'if-modified-since': new Date().toUTCString() } }],
    ['what must be the same', { headers: { 'if-match': '"x"' } }],
    ['it compressed', { headers: { 'accept-encoding': 'br' } }],
    ['Markdown', { headers: { accept: 'text/markdown' } }],
    ['anything, as a program', { headers: { accept: '*/*' } }],
  ];

  test.each(early)('%s is for others what no page is', async (path) => {
    const nowhere = renamed(path);
    expect(nowhere).not.toBe(path);
    for (const who of [null, outsider]) {
      for (const [, sent] of manners) {
        const [gated, unknown] = [await portal.send(path, as(who, sent)), await portal.send(nowhere, as(who, sent))];
        expect(told(gated)).toEqual(told(unknown));
        expect(gated.status).toBeGreaterThanOrEqual(400);
        expect(gated.body.includes('Early')).toBe(false);
      }
    }
  });

  test('others see everybody’s edition, and caches are told that there is another', async () => {
    for (const who of [null, outsider]) {
      const answer = await portal.send('/docs/open', as(who));
      expect([answer.status, text(answer).includes('Early')]).toEqual([200, false]);
      expect(answer.headers).toMatchObject({ 'cache-control': 'no-cache', vary: 'cookie, accept-encoding, accept' });
      expect(String(answer.headers['content-security-policy'])).not.toContain('sha256-QmV0YQ==');
    }
  });

  test.each([
    ['/docs/early', '<h1>Early'],
    ['/docs/early/', '<h1>Early'],
    ['/docs/early.md', '# Early'],
    ['/docs/early.png', 'PNG'],
    ['/docs/open', '<h1>Open, with Early'],
    ['/search.json', '/docs/early'],
    ['/reference/vault/v2/nav.json', 'vault'],
    ['/assets/js/early.bbbb2222.js', 'early'],
    ['/', 'Home of beta'],
  ])('who is in the group, and staff, see %s, whole, and no cache keeps it', async (path, want) => {
    for (const who of [member, staff]) {
      for (const [, sent] of manners) {
        const answer = await portal.send(path, as(who, sent));
        expect(answer.status).toBe(200);
        expect(answer.headers['cache-control']).toBe('private, no-store');
        expect(answer.headers.vary).toMatch(/^cookie, /);
        for (const name of ['etag', 'last-modified', 'accept-ranges', 'content-range']) {
          expect(answer.headers[name]).toBeUndefined();
        }
        if (sent.method === 'HEAD') expect(answer.body.length).toBe(0);
        else if (sent.headers?.accept !== 'text/markdown') expect(text(answer)).toContain(want);
      }
    }
    expect((await portal.send('/docs/early', as(member))).headers['content-security-policy']).toContain(
      'sha256-QmV0YQ==',
    );
  });

  test('their address also has its Markdown twin; what is nowhere is nowhere for them, too', async () => {
    const twin = await portal.send('/docs/early', as(member, { headers: { accept: 'text/markdown' } }));
    expect(text(twin)).toBe('# Early\n');
    const missing = await portal.send('/docs/none', as(member));
    expect([missing.status, text(missing).includes('Nothing in beta')]).toEqual([404, true]);
    expect(missing.headers['cache-control']).toBe('private, no-store');
  });

  test('what everybody has by the same name is kept by all caches, whoever asks', async () => {
    const shared = '/assets/js/shared.aaaa1111.js';
    for (const who of [null, outsider, member]) {
      const { status, headers } = await portal.send(shared, as(who));
      expect([status, headers['cache-control'], headers.vary]).toEqual([
        200,
        'public, max-age=31536000, immutable',
        'accept-encoding',
      ]);
    }
  });

  test('an ETag of one edition says nothing in another', async () => {
    const everybodys = String((await portal.send('/docs/open', as(null))).headers.etag);
    const sent = { headers: { 'if-none-match': everybodys } };
    expect((await portal.send('/docs/open', as(null, sent))).status).toBe(304);
    expect((await portal.send('/docs/open', as(member, sent))).status).toBe(200);
  });

  test('who is taken out, signs out, or acts for another organization sees nothing of it from then on', async () => {
    const seen = async () => (await portal.send('/docs/early', as(member))).status;
    expect(await seen()).toBe(200);
    await take(member.organization);
    expect(await seen()).toBe(404);
    await give(member.organization);
    expect(await seen()).toBe(200);

    const other = await member.call('POST', '/api/v1/organizations', { name: 'Another' });
    const acting = (organization: string) => member.call('PUT', '/api/v1/session/organization', { organization });
    expect((await acting(other.json<{ id: string }>().id)).status).toBe(200);
    expect(await seen()).toBe(404);
    expect((await acting(member.organization)).status).toBe(200);
    expect(await seen()).toBe(200);

    const tab = browser(portal.app);
    await signInByMail(portal.app, tab, 'mia@partner.example');
    const cookie = cookieOf(tab);
    const stale = { headers: { cookie } };
    expect((await portal.send('/docs/early', as(null, stale))).status).toBe(200);
    expect((await tab.call('DELETE', '/api/v1/session')).status).toBeLessThan(300);
    expect((await portal.send('/docs/early', as(null, stale))).status).toBe(404);
  });
});

describe('the gateway', () => {
  const keyOf = async (who: Browser) => (await who.call('POST', '/api/v1/session-keys')).json<{ key: string }>().key;
  const guestKey = async () =>
    (await browser(portal.app).call('POST', '/api/v1/guest-keys')).json<{ key: string }>().key;
  const asked = async (path: string, headers: Record<string, string>, method = 'GET') => {
    const answer = await portal.send(path, { method, headers });
    const { date: _, 'request-id': __, 'server-timing': ___, ...rest } = answer.headers;
    const body = answer.body.toString().replaceAll(String(answer.headers['request-id']), 'ID');
    return { status: answer.status, headers: rest, body };
  };
  /** What an answer says, with one API's or version's name in the other's place. */
  const renamed = ({ status, headers, body }: Awaited<ReturnType<typeof asked>>, from: string, to: string) =>
    JSON.parse(JSON.stringify({ status, headers, body }).replaceAll(from, to)) as unknown;

  test.each([
    ['an API', '/gateway/vault/v2/credential-offers', 'vault', 'voult'],
    ['a version', '/gateway/cardea/v2/credential-offers', 'v2', 'v3'],
    ['a path of one', '/gateway/vault/v2/nowhere', 'vault', 'voult'],
  ])('has no such thing as %s of early access for others, whatever they send', async (_, path, name, other) => {
    const unknown = path.replace(name, other);
    const senders = {
      nobody: {},
      guest: { authorization: `Bearer ${await guestKey()}` },
      outsider: { authorization: `Bearer ${await keyOf(outsider)}` },
      forger: { authorization: 'Bearer ptl_test_000000000000000000000000000000000000' },
      'an empty key': { authorization: 'Bearer ' },
    };
    for (const [who, headers] of Object.entries(senders)) {
      for (const method of ['GET', 'POST', 'DELETE', 'HEAD', 'OPTIONS']) {
        const [gated, nothing] = [await asked(path, headers, method), await asked(unknown, headers, method)];
        expect([who, method, renamed(gated, name, other)]).toEqual([who, method, renamed(nothing, name, other)]);
        expect(gated.status).toBe(404);
      }
    }
    const preflight = { origin: 'https://a.example', 'access-control-request-method': 'GET' };
    const [gated, nothing] = [await asked(path, preflight, 'OPTIONS'), await asked(unknown, preflight, 'OPTIONS')];
    expect(renamed(gated, name, other)).toEqual(renamed(nothing, name, other));
  });

  test('does not name it where it says what there is', async () => {
    const absent = async (path: string) => (await asked(path, {})).body;
    expect(await absent('/gateway/none/v1/x')).not.toContain('vault');
    expect(await absent('/gateway/cardea/v9/x')).toContain('It has v1:');
  });

  test('opens it to the keys of whom it is for, until they are taken out', async () => {
    const headers = { authorization: `Bearer ${await keyOf(member)}` };
    const status = async () => (await asked('/gateway/vault/v2/credential-offers', headers)).status;
    expect(await status()).toBe(200);
    await take(member.organization);
    expect(await status()).toBe(404);
    await give(member.organization);
    expect(await status()).toBe(200);
    expect((await asked('/gateway/vault/v2/nowhere', headers)).body).toContain('operation-not-found');
  });

  test('leaves what is open as it is', async () => {
    const headers = { authorization: `Bearer ${await keyOf(outsider)}` };
    expect((await asked('/gateway/cardea/v1/credential-types', headers)).status).not.toBe(404);
    expect((await asked('/gateway/cardea/v1/credential-types', {})).status).toBe(401);
  });

  test('what else names APIs names those that are there', async () => {
    const places = async (who: Browser) => {
      const headers = { authorization: `Bearer ${await keyOf(who)}` };
      const call = async (method: 'GET' | 'POST', path: string, body?: object) =>
        (await who.call(method, `/api/v1${path}`, body, headers)).body;
      return {
        scopes: (await who.call('GET', '/api/v1/keys')).body,
        newKey: await call('POST', '/keys', { label: 'k', environment: 'sandbox', scopes: ['none'] }),
        webhooks: await call('GET', '/webhooks'),
        sandbox: await call('GET', '/sandboxes/none/v1'),
        client: await call('POST', '/sandbox-clients', { api: 'none', kind: 'public' }),
      };
    };
    const [inside, outside] = [await places(member), await places(outsider)];
    for (const [place, said] of Object.entries(outside))
      expect([place, said.includes('vault')]).toEqual([place, false]);
    for (const [place, said] of Object.entries(inside)) expect([place, said.includes('vault')]).toEqual([place, true]);
    const refusals = async (who: Browser) => {
      const headers = { authorization: `Bearer ${await keyOf(who)}` };
      const call = async (method: 'GET' | 'POST', path: string, body?: object) =>
        (await who.call(method, `/api/v1${path}`, body, headers)).status;
      return [
        await call('GET', '/sandboxes/vault/v2'),
        await call('POST', '/sandbox-clients', { api: 'vault', kind: 'public' }),
        await call('POST', '/keys', { label: 'k', environment: 'sandbox', scopes: ['vault'] }),
      ];
    };
    expect(await refusals(outsider)).toEqual([404, 400, 400]);
    expect(await refusals(member)).toEqual([200, 201, 201]);
  });

  test('the authorization server and the health check say what everybody may know', async () => {
    const metadata = await portal.send('/oauth/.well-known/oauth-authorization-server');
    const { scopes_supported: scopes } = JSON.parse(metadata.body.toString()) as { scopes_supported: string[] };
    // Cardea's v1 takes keys only: all scopes are of early access.
    expect(scopes).toEqual(['openid']);
    expect(JSON.parse((await portal.send('/readyz')).body.toString())).toMatchObject({ contracts: 2 });
  });
});

describe('staff', () => {
  interface Groups {
    data: {
      id: string;
      opens: { href: string }[];
      members: { kind: string; id: string; name: string }[];
      requests: { organization: string; name: string; asked_by: string; note: string }[];
    }[];
  }
  const groups = async () => (await ask(staff, 'listAccessGroups', 'GET', '/team/access')).json<Groups>().data;
  const beta = async () => (await groups()).find(({ id }) => id === 'beta');

  test('see who is in each group, and what it opens', async () => {
    expect((await groups()).map(({ id }) => id)).toEqual(['beta', 'secret']);
    expect(await beta()).toMatchObject({
      opens: [{ href: '/docs/early' }, { href: '/reference/vault/v2' }],
      members: [{ kind: 'organization', id: member.organization, name: 'mia' }],
    });
  });

  test('let a cohort in, and all that are in it', async () => {
    const words = { name: 'Autumn', journey: '' };
    const { db } = portal.database;
    const cohorts = db.withTables<{ cohorts: object; cohort_members: object }>();
    const now = new Date().toISOString();
    const row = { ...words, id: 'coh_autumn', description: '', created_by: 'per_1', created_at: now };
    await cohorts.insertInto('cohorts').values(row).execute();
    const found = await ask(staff, 'findAccessCandidates', 'GET', '/team/access/beta/candidates?words=aut');
    expect(found.json()).toEqual({ data: [{ kind: 'cohort', id: 'coh_autumn', name: 'Autumn' }] });

    const path = '/team/access/beta/cohorts/coh_autumn';
    expect((await ask(staff, 'giveCohortAccess', 'PUT', path)).status).toBe(204);
    expect((await portal.send('/docs/early', as(outsider))).status).toBe(404);
    const membership = { cohort: 'coh_autumn', organization: outsider.organization, joined_at: now };
    await cohorts.insertInto('cohort_members').values(membership).execute();
    expect((await portal.send('/docs/early', as(outsider))).status).toBe(200);
    expect((await ask(staff, 'takeCohortAccess', 'DELETE', path)).status).toBe(204);
    expect((await portal.send('/docs/early', as(outsider))).status).toBe(404);
    expect((await ask(staff, 'takeCohortAccess', 'DELETE', path)).status).toBe(404);
  });

  test('are told what is not there', async () => {
    const gone = '/team/access/none/organizations/org_x';
    expect((await ask(staff, 'giveOrganizationAccess', 'PUT', gone)).status).toBe(404);
    expect((await ask(staff, 'giveOrganizationAccess', 'PUT', inBeta('org_none'))).status).toBe(404);
    expect((await ask(staff, 'takeOrganizationAccess', 'DELETE', inBeta(outsider.organization))).status).toBe(404);
    const cohort = '/team/access/beta/cohorts/coh_none';
    expect((await ask(staff, 'giveCohortAccess', 'PUT', cohort)).status).toBe(404);
    expect((await ask(staff, 'findAccessCandidates', 'GET', '/team/access/none/candidates')).status).toBe(404);
    const long = `/team/access/beta/candidates?words=${'x'.repeat(101)}`;
    expect((await ask(staff, 'findAccessCandidates', 'GET', long)).status).toBe(400);
    const request = `/team/access/beta/requests/${outsider.organization}`;
    expect((await ask(staff, 'declineAccessRequest', 'DELETE', request)).status).toBe(404);
  });

  test('hear who asks, and decide; the audit log tells of it', async () => {
    const path = '/early-access/beta/request';
    const note = '<b>Vaults</b>, please';
    expect((await ask(outsider, 'askForEarlyAccess', 'PUT', path, { note })).status).toBe(204);
    expect((await beta())?.requests).toMatchObject([{ organization: outsider.organization, name: 'otto', note }]);
    const decline = `/team/access/beta/requests/${outsider.organization}`;
    expect((await ask(staff, 'declineAccessRequest', 'DELETE', decline)).status).toBe(204);
    expect((await ask(outsider, 'askForEarlyAccess', 'PUT', path)).status).toBe(204);
    await give(outsider.organization);
    expect((await beta())?.requests).toEqual([]);
    await take(outsider.organization);
    const events = portal.database.db.withTables<{ audit_events: { kind: string; subject: string; id: string } }>();
    const kinds = await events.selectFrom('audit_events').select(['kind', 'subject']).orderBy('id').execute();
    expect(kinds.filter(({ kind }) => kind.startsWith('access-')).slice(-5)).toEqual([
      { kind: 'access-asked', subject: 'The beta' },
      { kind: 'access-declined', subject: 'The beta: otto' },
      { kind: 'access-asked', subject: 'The beta' },
      { kind: 'access-given', subject: 'The beta: otto' },
      { kind: 'access-taken', subject: 'The beta: otto' },
    ]);
  });
});

describe('partners', () => {
  interface Listed {
    data: { id: string; standing: string; opens: object[] }[];
  }
  const listed = async (who: Browser) =>
    (await ask(who, 'listEarlyAccess', 'GET', '/early-access'))
      .json<Listed>()
      .data.map(({ id, standing, opens }) => [id, standing, opens.length]);

  test('see groups that are listed and those that they are in, and what is open to them', async () => {
    expect(await listed(browser(portal.app))).toEqual([['beta', 'none', 0]]);
    expect(await listed(outsider)).toEqual([['beta', 'none', 0]]);
    expect(await listed(member)).toEqual([['beta', 'in', 2]]);
    expect(await listed(staff)).toEqual([
      ['beta', 'in', 2],
      ['secret', 'in', 0],
    ]);
    await ask(outsider, 'askForEarlyAccess', 'PUT', '/early-access/beta/request', {});
    expect(await listed(outsider)).toEqual([['beta', 'asked', 0]]);
    expect((await portal.send('/docs/early', as(outsider))).status).toBe(404);
  });

  test('cannot ask for what is not listed, or is not there, and need not ask for what they have', async () => {
    for (const group of ['secret', 'none']) {
      const answer = await ask(outsider, 'askForEarlyAccess', 'PUT', `/early-access/${group}/request`);
      expect(answer.json()).toMatchObject({ status: 404, detail: `There is no group "${group}".` });
    }
    expect((await ask(member, 'askForEarlyAccess', 'PUT', '/early-access/beta/request')).status).toBe(204);
    expect(await listed(member)).toEqual([['beta', 'in', 2]]);
    const long = { note: 'x'.repeat(1001) };
    expect((await ask(outsider, 'askForEarlyAccess', 'PUT', '/early-access/beta/request', long)).status).toBe(400);
  });
});
