import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { answerCheck } from '../tests/support/answer-check.ts';
import { HOSTILE_STRINGS } from '../tests/support/hostile-strings.ts';
import { portalContract } from '../tests/support/portal-api.ts';
import { type RunningApp, startApp } from './app.fixture.ts';
import { issueKey, sqlKeyStore } from './features/keys/index.ts';
import { halden } from './features/integrations/listing.fixture.ts';
import { aJpeg, aLosslessWebp, aPng } from './features/integrations/logo/pictures.fixture.ts';
import { systemClock } from './platform/clock.ts';
import { newId } from './platform/ids.ts';
import { type Answer, browser, type Browser, signInByMail } from './signed-in.fixture.ts';

/** The directory of integrations, as partners, the staff and readers meet it. */
let running: RunningApp;
let of: Record<'owner' | 'developer' | 'viewer' | 'elsewhere' | 'staff', Browser>;
const nobody = () => browser(running.app);
const buildFolder = mkdtempSync(join(tmpdir(), 'portolan-directory-'));

beforeAll(async () => {
  const accounts = { signUp: 'open', staff: ['staff@example.com'], providers: [] } as const;
  running = await startApp({ portal: { accounts }, settings: { trustProxy: false, buildFolder } });
  const person = async (name: string) => {
    const tab = browser(running.app);
    await signInByMail(running.app, tab, `${name}@example.com`);
    return tab;
  };
  const names = ['owner', 'developer', 'viewer', 'elsewhere', 'staff'] as const;
  of = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await person(name)] as const)),
  ) as typeof of;
}, 60_000);
afterAll(async () => {
  await running.close();
  rmSync(buildFolder, { recursive: true });
});

/** Of each test its own. */
let organization: string;
beforeEach(async () => {
  await sql`delete from organizations`.execute(running.database.db);
  await sql`delete from key_launches`.execute(running.database.db);
  const made = await of.owner.call('POST', '/api/v1/organizations', { name: 'Halden' });
  organization = made.json<{ id: string }>().id;
  await of.elsewhere.call('POST', '/api/v1/organizations', { name: 'Elsewhere' });
  for (const role of ['developer', 'viewer'] as const) {
    const { person } = (await of[role].call('GET', '/api/v1/session')).json<{ person: { id: string } }>();
    await sql`insert into members (id, "organizationId", "userId", role, "createdAt")
      values (${newId('mem')}, ${organization}, ${person.id}, ${role}, ${new Date().toISOString()})`.execute(
      running.database.db,
    );
  }
});

interface Listing {
  etag: string;
  state: string;
  draft: { name: string; logo: string | null; links: object };
  approved: { name: string } | null;
  slug: string | null;
  note: string | null;
  missing: { at: string }[];
  is_public: boolean;
}

const check = answerCheck(portalContract);
const seen = new Set<string>();
const operations: readonly [method: string, path: RegExp, id: string][] = [
  ['GET', /^\/integrations(?:\?|$)/, 'listIntegrations'],
  ['GET', /^\/integrations\/./, 'getIntegration'],
  ['GET', /^\/integration-logos\//, 'getIntegrationLogo'],
  ['GET', /^\/listing$/, 'getListing'],
  ['PUT', /^\/listing$/, 'saveListing'],
  ['DELETE', /^\/listing$/, 'removeListing'],
  ['PUT', /^\/listing\/logo$/, 'saveListingLogo'],
  ['DELETE', /^\/listing\/logo$/, 'removeListingLogo'],
  ['POST', /^\/listing\/submission$/, 'submitListing'],
  ['GET', /^\/team\/listings(?:\?|$)/, 'listListings'],
  ['PUT', /^\/team\/listings\/[^/]+\/review$/, 'reviewListing'],
];

type Method = Parameters<Browser['call']>[0];

/** Each answer is held against the contract. */
async function call(who: Browser, method: Method, path: string, body?: object, headers: Record<string, string> = {}) {
  const answer = await who.call(method, `/api/v1${path}`, body, headers);
  const id = operations.find(([verb, pattern]) => verb === method && pattern.test(path))?.[2];
  if (id !== undefined) {
    seen.add(`${id} ${answer.status}`);
    const text = answer.body === '' || path.startsWith('/integration-logos') ? null : answer.body;
    expect(check(id, { status: answer.status, headers: answer.headers, body: text })).toEqual([]);
  }
  return answer;
}
const { logo: _, ...draft } = halden;
const match = (etag: string) => ({ 'if-match': etag });
const read = async (who = of.owner) => (await call(who, 'GET', '/listing')).json<Listing>();
const save = (etag: string, body: object = draft, who = of.owner) => call(who, 'PUT', '/listing', body, match(etag));
const saveLogo = (etag: string, bytes: Buffer, type = 'image/png') =>
  call(of.owner, 'PUT', '/listing/logo', bytes, { ...match(etag), 'content-type': type });
const submit = (etag: string) => call(of.owner, 'POST', '/listing/submission', undefined, match(etag));
const review = (etag: string, decision: string, note?: string, who = of.staff) =>
  call(
    who,
    'PUT',
    `/team/listings/${organization}/review`,
    { decision, ...(note !== undefined && { note }) },
    match(etag),
  );
const launch = () => of.staff.call('PUT', `/api/v1/team/launches/${organization}`);
const directory = async (query = '') =>
  (await call(nobody(), 'GET', `/integrations${query}`)).json<{
    data: { slug: string; name: string }[];
    next_cursor: string | null;
  }>();
const etagOf = (answer: Answer): string => answer.json<Listing>().etag;

/** A draft that waits for its review; with its tag. */
async function submitted(body: object = draft): Promise<string> {
  const saved = await save((await read()).etag, body);
  return etagOf(await submit(etagOf(saved)));
}
async function published(body: object = draft): Promise<string> {
  const answer = await review(await submitted(body), 'approved');
  await launch();
  return etagOf(answer);
}

/** Subjects of mails to the address, the newest first, once there are so many. */
async function mailsTo(who: string, subject: RegExp): Promise<string> {
  return vi.waitFor(
    async () => {
      const { body } = await running.app.inject({ url: '/mailbox', headers: { host: 'localhost:3000' } });
      const letter = body.split('<article>').find((one) => one.includes(`To ${who}@example.com`) && subject.test(one));
      expect(letter, `a mail to ${who} with ${subject}`).toBeDefined();
      return letter ?? '';
    },
    { timeout: 10_000 },
  );
}

describe('from a draft to the directory', () => {
  test('a listing is written, reviewed and public, and each step is told and audited', async () => {
    const first = await read();
    expect(first).toMatchObject({ state: 'draft', etag: '"none"', is_public: false });
    expect(first.missing.length).toBeGreaterThan(3);
    const saved = await save(first.etag);
    expect([saved.status, saved.headers.etag]).toEqual([200, etagOf(saved)]);
    expect((await submit(first.etag)).status).toBe(412);

    await launch();
    const sent = await submit(etagOf(saved));
    expect(sent.json<Listing>()).toMatchObject({ state: 'in-review', missing: [] });
    expect(await mailsTo('staff', /Halden asks for a review/)).toContain('/team/integrations');
    expect((await directory()).data).toEqual([]);

    const queue = (await call(of.staff, 'GET', '/team/listings?state=in-review')).json<{
      data: (Listing & { organization_name: string })[];
    }>();
    expect(queue.data).toMatchObject([{ organization, organization_name: 'Halden', draft: { name: 'Halden Campus' } }]);
    const approved = await review(queue.data[0]?.etag ?? '', 'approved', 'Welcome aboard.');
    expect(approved.json<Listing>()).toMatchObject({ state: 'approved', slug: 'halden-campus', is_public: true });
    expect(await mailsTo('owner', /is in the directory/)).toMatch(/integrations\/halden-campus[\s\S]*Welcome aboard/);
    await mailsTo('developer', /is in the directory/);
    const { body } = await running.app.inject({ url: '/mailbox', headers: { host: 'localhost:3000' } });
    expect(body.split('<article>').some((one) => one.includes('To viewer') && one.includes('directory'))).toBe(false);

    expect((await directory()).data).toMatchObject([
      { slug: 'halden-campus', apis: [{ id: 'cardea/v2', seen: false }] },
    ]);
    const one = await call(nobody(), 'GET', '/integrations/halden-campus');
    expect(one.json()).toMatchObject({ links: draft.links, description: draft.description });
    const rows = await sql<{
      kind: string;
      organization: string;
    }>`select * from audit_events where kind like 'listing%' order by id`.execute(running.database.db);
    expect(rows.rows.filter((row) => row.organization === organization).map(({ kind }) => kind)).toEqual([
      'listing-submitted',
      'listing-approved',
    ]);
  });

  test('an approved listing waits for the launch, which makes it public and is told once', async () => {
    const approved = (await review(await submitted(), 'approved')).json<Listing>();
    expect(approved).toMatchObject({ state: 'approved', is_public: false });
    await mailsTo('owner', /is approved/);
    expect((await directory()).data).toEqual([]);
    expect((await call(nobody(), 'GET', '/integrations/halden-campus')).status).toBe(404);
    await Promise.all([launch(), launch(), launch()]);
    expect((await directory()).data).toHaveLength(1);
    await mailsTo('owner', /is in the directory/);
    await mailsTo('staff', /has launched/);
    const { rows } = await sql`select announced_at from listings where announced_at is not null`.execute(
      running.database.db,
    );
    expect(rows).toHaveLength(1);
    expect((await read()).etag).toBe(approved.etag);
  });

  test('what is public stays while a changed draft waits, and keeps its address when it is approved', async () => {
    const etag = await published();
    const changed = { ...draft, name: 'Halden Diploma' };
    const saved = (await save(etag, changed)).json<Listing>();
    expect(saved).toMatchObject({ state: 'draft', is_public: true, approved: { name: 'Halden Campus' } });
    expect((await directory()).data).toMatchObject([{ name: 'Halden Campus' }]);
    await review(etagOf(await submit(saved.etag)), 'approved');
    expect((await directory()).data).toMatchObject([{ name: 'Halden Diploma', slug: 'halden-campus' }]);
  });

  test('a draft is sent back with words, which stay until it is sent again', async () => {
    const returned = await review(await submitted(), 'returned', 'Say what you do.');
    expect(returned.json<Listing>()).toMatchObject({ state: 'returned', note: 'Say what you do.', approved: null });
    expect(await mailsTo('owner', /needs a change/)).toContain('Say what you do.');
    const saved = (await save((await read()).etag)).json<Listing>();
    expect(saved).toMatchObject({ state: 'returned', note: 'Say what you do.' });
    expect((await submit(saved.etag)).json<Listing>()).toMatchObject({ state: 'in-review', note: null });
  });

  test('the staff takes a listing out, and it comes back by another review', async () => {
    const taken = await review(await published(), 'unpublished', 'The website is gone.');
    expect(taken.json<Listing>()).toMatchObject({ state: 'returned', approved: null, is_public: false });
    expect((await directory()).data).toEqual([]);
    await mailsTo('owner', /was taken out/);
    const again = await review(etagOf(await submit(etagOf(taken))), 'approved');
    expect(again.json<Listing>()).toMatchObject({ slug: 'halden-campus', is_public: true });
  });

  test('an owner removes it, with what was public; a developer does not', async () => {
    const etag = await published();
    expect((await call(of.developer, 'DELETE', '/listing', undefined, match(etag))).status).toBe(403);
    expect((await call(of.owner, 'DELETE', '/listing', undefined, match('"tag_other"'))).status).toBe(412);
    expect((await call(of.owner, 'DELETE', '/listing', undefined, match(etag))).status).toBe(204);
    expect((await directory()).data).toEqual([]);
    await mailsTo('staff', /removed its listing/);
    expect((await call(of.owner, 'DELETE', '/listing', undefined, match('"none"'))).status).toBe(404);
    expect(await read()).toMatchObject({ etag: '"none"', draft: { name: '' } });
  });

  test('it goes with its organization', async () => {
    await published();
    await sql`delete from organizations where id = ${organization}`.execute(running.database.db);
    expect((await directory()).data).toEqual([]);
    expect((await call(of.staff, 'GET', '/team/listings')).json()).toMatchObject({ data: [] });
  });

  test('says which versions the gateway saw it use', async () => {
    const deps = { store: sqlKeyStore(running.database), clock: systemClock, newId, random: randomBytes };
    const wanted = { organization, environment: 'sandbox', requestsPerMinute: 600, lifetimeDays: null } as const;
    const authorization = `Bearer ${(await issueKey(wanted, deps)).text}`;
    const offers = await running.app.inject({
      url: '/gateway/cardea/v2/credential-offers',
      headers: { authorization },
    });
    expect(offers.statusCode).toBe(200);
    await running.app.inject({ url: '/gateway/cardea/v1/none', headers: { authorization } });
    await vi.waitFor(async () => {
      const { rows } = await sql`select 1 from exchanges where organization = ${organization}`.execute(
        running.database.db,
      );
      expect(rows.length).toBeGreaterThan(0);
    });
    await published({ ...draft, apis: ['cardea/v1', 'cardea/v2'] });
    expect((await directory()).data).toMatchObject([
      {
        apis: [
          { id: 'cardea/v2', seen: true },
          { id: 'cardea/v1', seen: false },
        ],
      },
    ]);
  });
});

describe('two who write at once', () => {
  test('do not undo each other: who has read less is told', async () => {
    const { etag } = await read();
    const names = ['One', 'Two', 'Three', 'Four', 'Five'];
    const answers = await Promise.all(
      names.map((name, index) => save(etag, { ...draft, name }, index % 2 === 0 ? of.owner : of.developer)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412, 412]);
    const stored = answers.find(({ status }) => status === 200)?.json<Listing>();
    expect((await read()).draft.name).toBe(stored?.draft.name);
    const refused = answers.find(({ status }) => status === 412)?.json<{ type: string }>();
    expect(refused?.type).toBe('/docs/errors/changed-meanwhile');
  });

  test('nor does the staff approve what it has not read', async () => {
    const etag = await submitted();
    const changed = await save(etag, { ...draft, name: 'Something else' });
    expect(changed.json<Listing>().state).toBe('draft');
    expect((await review(etag, 'approved')).status).toBe(412);
    expect((await review(etagOf(changed), 'approved')).status).toBe(409);
    expect((await directory()).data).toEqual([]);
  });

  test('a change without If-Match, or with one that is no tag, is refused', async () => {
    for (const headers of [{}, match('*'), match('none'), match('W/"none"'), match('"none", "x"')]) {
      const answer = await call(of.owner, 'PUT', '/listing', draft, headers);
      expect([answer.status, answer.body.includes('If-Match')]).toEqual([400, true]);
      for (const [method, path] of [
        ['DELETE', '/listing'],
        ['DELETE', '/listing/logo'],
        ['POST', '/listing/submission'],
      ] as const) {
        expect((await call(of.owner, method, path, undefined, headers)).status).toBe(400);
      }
    }
  });
});

describe('what cannot be taken', () => {
  test('is told at every place, and nothing of it is stored', async () => {
    const links = { website: 'javascript:alert(1)', docs: 'http://a.example', support: null };
    const answer = await save('"none"', { ...draft, links, apis: ['portal/v1'], categories: ['none'] });
    expect(answer.status).toBe(400);
    expect(answer.json<{ errors: { at: string }[] }>().errors.map(({ at }) => at)).toEqual([
      ...['/links/website', '/links/docs', '/apis/0', '/categories/0'],
    ]);
    expect((await save('"none"', { ...draft, name: 'x'.repeat(61) })).status).toBe(400);
    expect((await save('"none"', { ...draft, owner: 'me' })).status).toBe(400);
    expect((await read()).etag).toBe('"none"');
  });

  test('a draft that lacks something, or is in review already, is not sent to review', async () => {
    expect((await submit('"none"')).status).toBe(404);
    const saved = await save('"none"', { ...draft, summary: ' ' });
    expect((await submit(etagOf(saved))).json()).toMatchObject({ status: 400, errors: [{ at: '/summary' }] });
    const sent = await submit(etagOf(await save(etagOf(saved))));
    expect((await submit(etagOf(sent))).status).toBe(409);
  });

  test('nobody is sent back without words, and nothing is reviewed that is not there', async () => {
    const etag = await submitted();
    expect((await review(etag, 'returned', ' \n ')).status).toBe(409);
    expect((await review(etag, 'perhaps')).status).toBe(400);
    const none = await call(
      of.staff,
      'PUT',
      '/team/listings/org_none/review',
      { decision: 'approved' },
      match('"none"'),
    );
    expect(none.status).toBe(404);
  });

  test('more submissions than a few a minute are refused', async () => {
    let [etag, last] = ['"none"', 200];
    for (let count = 0; count < 5 && last !== 429; count += 1) {
      const sent = await submit(etagOf(await save(etag)));
      [etag, last] = [sent.status === 200 ? etagOf(sent) : etag, sent.status];
    }
    expect(last).toBe(429);
    expect((await read()).state).toBe('draft');
  });

  test('another site’s page changes nothing', async () => {
    const foreign = { ...match('"none"'), 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    expect((await call(of.owner, 'PUT', '/listing', draft, foreign)).status).toBe(403);
    expect((await call(of.owner, 'POST', '/listing/submission', undefined, foreign)).status).toBe(403);
  });
});

describe('a logo', () => {
  test.each([
    ['image/png', aPng(), 'logo.png'],
    ['image/jpeg', aJpeg(), 'logo.jpg'],
    ['image/webp', aLosslessWebp(), 'logo.webp'],
  ])('as %s is served as that and nothing else, and for good', async (type, bytes, name) => {
    const sent = (await saveLogo('"none"', bytes, type)).json<Listing>();
    expect(sent.draft.logo).toMatch(/^\/api\/v1\/integration-logos\/[0-9a-f]{64}$/);
    const path = (sent.draft.logo ?? '').replace('/api/v1', '');
    expect((await call(nobody(), 'GET', path)).status).toBe(404);
    expect((await call(of.elsewhere, 'GET', path)).status).toBe(404);
    for (const who of [of.viewer, of.staff]) {
      const held = await call(who, 'GET', path);
      expect([held.status, held.headers['cache-control']]).toEqual([200, 'private, no-cache']);
    }
    await published();
    const shown = await call(nobody(), 'GET', path);
    expect(shown.status).toBe(200);
    expect(shown.headers).toMatchObject({
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect((await directory()).data).toMatchObject([{ logo: sent.draft.logo }]);
  });

  test('is what its bytes say, whatever it is sent as; what hides in it does not come out', async () => {
    const hidden = Buffer.concat([aPng(), Buffer.from('<script>alert(document.domain)</script>')]);
    const sent = (await saveLogo('"none"', hidden, 'image/jpeg')).json<Listing>();
    const shown = await call(of.owner, 'GET', (sent.draft.logo ?? '').replace('/api/v1', ''));
    expect([shown.headers['content-type'], shown.body.includes('script')]).toEqual(['image/png', false]);
  });

  test('that is none is refused in words', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    const answer = await saveLogo('"none"', svg);
    expect([answer.status, answer.json<{ detail: string }>().detail]).toEqual([
      400,
      'The logo is neither PNG, JPEG nor WebP; an SVG has to be exported as one of them.',
    ]);
    expect((await saveLogo('"none"', svg, 'image/svg+xml')).status).toBe(415);
    expect((await saveLogo('"none"', Buffer.alloc(256 * 1024 + 1))).status).toBe(413);
    expect((await read()).etag).toBe('"none"');
  });

  test('is taken away again, and another’s change is not overwritten by it', async () => {
    const first = etagOf(await saveLogo('"none"', aPng()));
    expect((await saveLogo('"none"', aPng())).status).toBe(412);
    const removed = await call(of.owner, 'DELETE', '/listing/logo', undefined, match(first));
    expect(removed.json<Listing>().draft.logo).toBeNull();
    expect((await call(of.owner, 'DELETE', '/listing/logo', undefined, match(first))).status).toBe(412);
    await call(of.owner, 'DELETE', '/listing', undefined, match(etagOf(removed)));
    expect((await call(of.owner, 'DELETE', '/listing/logo', undefined, match('"none"'))).status).toBe(404);
  });
});

describe('the directory', () => {
  test('is searched by words, kind, API and category, and comes in pages', async () => {
    await published();
    for (const query of [
      'q=HALDEN%20diploma',
      'kind=complementary',
      'api=cardea',
      'api=cardea/v2',
      'category=student-systems',
    ]) {
      expect((await directory(`?${query}`)).data, query).toHaveLength(1);
    }
    for (const query of [
      'q=nothing',
      'kind=supplementary',
      'api=cardea/v1',
      'category=wallets',
      'q=%25',
      'cursor=halden-campus',
    ]) {
      expect((await directory(`?${query}`)).data, query).toEqual([]);
    }
    for (const query of ['kind=other', 'limit=0', 'limit=101', `q=${'x'.repeat(101)}`, 'api=../x', 'cursor=%3Cb%3E']) {
      expect((await call(nobody(), 'GET', `/integrations?${query}`)).status, query).toBe(400);
    }
    await sql`insert into organizations (id, name, slug, "createdAt") values ('org_x', 'X', 'org_x', ${new Date().toISOString()})`.execute(
      running.database.db,
    );
    await sql`insert into key_launches values ('org_x', ${new Date().toISOString()})`.execute(running.database.db);
    await sql`insert into listings select 'org_x', tag, state, draft, approved, approved_at, seen_apis, 'x', note, changed_at, submitted_at,
      announced_at, kind, apis, categories, words from listings`.execute(running.database.db);
    const page = await directory('?limit=1');
    expect([page.data.map(({ slug }) => slug), page.next_cursor]).toEqual([['halden-campus'], 'halden-campus']);
    expect(await directory(`?limit=1&cursor=${page.next_cursor}`)).toMatchObject({
      data: [{ slug: 'x' }],
      next_cursor: null,
    });
    const listed = async (query: string) =>
      (await call(of.staff, 'GET', `/team/listings?${query}`)).json<{
        data: { organization: string }[];
        next_cursor: string | null;
      }>();
    const first = await listed('limit=1');
    const second = await listed(`limit=1&cursor=${first.next_cursor}`);
    expect([...first.data, ...second.data].map((one) => one.organization).toSorted()).toEqual(
      [organization, 'org_x'].toSorted(),
    );
    expect(second.next_cursor).toBeNull();
    expect((await call(of.staff, 'GET', '/team/listings?cursor=x')).status).toBe(400);
    expect((await call(nobody(), 'GET', '/integrations/none')).status).toBe(404);
  });

  test('keeps hostile text as text', async () => {
    let etag = '"none"';
    for (let from = 0; from < HOSTILE_STRINGS.length; from += 25) {
      const texts = HOSTILE_STRINGS.slice(from, from + 25);
      const body = { ...draft, name: (texts[0] ?? '').slice(0, 60), summary: (texts[1] ?? '').slice(0, 140) };
      const description = texts.join('\n').slice(0, 4000);
      const saved = await save(etag, { ...body, description });
      expect(saved.status, description).toBe(200);
      expect(saved.headers['content-type']).toContain('application/json');
      etag = etagOf(saved);
    }
    await review(etagOf(await submit(etag)), 'approved');
    await launch();
    const { data } = await directory();
    expect(data[0]?.slug).toMatch(/^[a-z0-9-]+$/);
  });
});

describe('pages of the directory', () => {
  const page = (url: string, query = '') => nobody().call('GET', `${url}${query}`);

  test('say all of it without JavaScript and without the site, as text', async () => {
    await published({ ...draft, name: '<b>Halden</b> & "Co"', description: '<script>alert(1)</script>\n\nTwo.' });
    const list = await page('/integrations');
    expect(list.headers['content-type']).toContain('text/html');
    expect(list.body).toContain(
      '<a href="/integrations/b-halden-b-co">&lt;b&gt;Halden&lt;/b&gt; &amp; &quot;Co&quot;</a>',
    );
    const one = await page('/integrations/b-halden-b-co');
    expect(one.body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;</p><p dir="auto">Two.');
    expect(one.body).toContain(
      '<a href="https://campus.halden.example/" rel="nofollow ugc noopener noreferrer">Website</a>',
    );
    for (const { body } of [list, one]) expect(body).not.toMatch(/<script|<b>/);
    expect((await page('/integrations', '?q=halden')).body).toContain('b-halden-b-co');
    expect((await page('/integrations', '?q=%22%3E%3Cscript%3E')).body).toContain('value="&quot;&gt;&lt;script&gt;"');
    expect((await page('/integrations', '?q=a&q=b&kind=none')).status).toBe(200);
    expect((await page('/integrations/none')).status).toBe(404);
  });

  test('fill the site’s own where it is built: title, description, address and words', async () => {
    await published({ ...draft, name: 'Halden $& <Campus>' });
    const folder = join(buildFolder, 'site/integrations');
    mkdirSync(folder, { recursive: true });
    const frame = `<!doctype html><html><head><title data-rh=true>Integration | Cardea</title><meta data-rh=true name=description content="An integration."><meta data-rh=true property=og:title content=Integration><link rel=canonical href=https://x.example/integrations/:integration></head><body><noscript><div data-directory></div></noscript><script src=/app.js></script></body></html>`;
    writeFileSync(join(folder, 'listing.html'), frame);
    const { body, headers } = await page('/integrations/halden-campus');
    rmSync(folder, { recursive: true });
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(body).toContain('>Halden $&amp; &lt;Campus&gt; | Cardea</title>');
    expect(body).toContain(`name=description content="${draft.summary}"`);
    expect(body).toContain('href=https://x.example/integrations/halden-campus>');
    expect(body).toMatch(
      /<noscript><div data-directory><style>[\s\S]*<h1 dir="auto">Halden \$&amp; &lt;Campus&gt;<\/h1>[\s\S]*<\/div><\/noscript><script/,
    );
  });

  test('have twins in Markdown, in which nothing of a partner is markup', async () => {
    await published({ ...draft, name: '[x](https://evil.example)', summary: '# *No* <b>markup</b> `here`' });
    const list = await page('/integrations.md');
    expect(list.headers['content-type']).toContain('text/markdown');
    expect(list.body).toContain('](http://localhost:3000/integrations/x-https-evil-example.md)');
    expect(list.body).toContain('\\# \\*No\\* \\<b\\>markup\\</b\\> \\`here\\`');
    const one = await page('/integrations/x-https-evil-example.md');
    expect(one.body).toMatch(/^# \\\[x\\\]\\\(https\\:\/\/evil\.example\\\)\n/);
    expect(one.body).toContain('- Website: <https://campus.halden.example/>');
    expect((await page('/integrations/none.md')).status).toBe(404);
  });
});

test('every answer of the contract was given here', () => {
  const ids = new Set(operations.map(([, , id]) => id));
  const described = portalContract.operations
    .filter(({ id }) => ids.has(id))
    .flatMap(({ id, responses }) => responses.map(({ status }) => `${id} ${status}`))
    // Who may call at all is the authorization matrix's matter.
    .filter((answer) => !/ (?:401|403|default)$/.test(answer));
  expect(described.filter((answer) => !seen.has(answer))).toEqual([]);
});
