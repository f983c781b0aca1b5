import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../platform/database/index.ts';
import { aListing, anApproved, halden } from './listing.fixture.ts';
import type { DirectoryQuery, ListingStore } from './listing-store.ts';
import { aPng } from './logo/pictures.fixture.ts';

const at = new Date('2026-11-21T12:00:00.000Z');
const all: DirectoryQuery = { words: [], kind: null, api: null, category: null, after: null, limit: 100 };
const logo = { type: 'image/png' as const, bytes: aPng(), width: 64, height: 64 };
const hashOf = (sign: string) => sign.repeat(64);

/** What every store of listings promises. */
export function listingStoreContract(open: () => Promise<{ database: Database; store: ListingStore }>): void {
  let database: Database;
  let store: ListingStore;
  const inside = <T>(work: (within: Parameters<ListingStore['addLogo']>[3]) => Promise<T>) =>
    database.db.transaction().execute(work);
  const write = (listing: ReturnType<typeof aListing>, tag: string | null = null) =>
    inside((within) => store.write(listing, tag, within));
  const found = async (query: Partial<DirectoryQuery>) =>
    (await store.listPublic({ ...all, ...query })).map(({ slug }) => slug);

  async function organization(id: string, hasLaunched = true): Promise<string> {
    const time = at.toISOString();
    await sql`insert into organizations (id, name, slug, "createdAt") values (${id}, ${`Name of ${id}`}, ${id}, ${time})`.execute(
      database.db,
    );
    if (hasLaunched)
      await sql`insert into key_launches (organization, launched_at) values (${id}, ${time})`.execute(database.db);
    return id;
  }

  beforeAll(async () => {
    ({ database, store } = await open());
  });

  describe('a listing', () => {
    test('is found as it was written', async () => {
      await organization('org_1');
      const whole = { ...anApproved('org_1', 'one'), note: `it's "fine" – 🚢`, submittedAt: at, announcedAt: at };
      expect(await write(whole)).toBe(true);
      expect(await store.find('org_1')).toEqual(whole);
      expect(await store.find('org_none')).toBeNull();
      expect(await store.launchedAt('org_1')).toEqual(at);
      expect(await store.launchedAt('org_none')).toBeNull();
    });

    test('is written once where several write at the same time on the same one, and on none', async () => {
      const id = await organization('org_once', false);
      const tags = Array.from({ length: 8 }, (_, number) => `tag_${number}`);
      const first = await Promise.all(tags.map((tag) => write(aListing({ organization: id, tag }))));
      expect(first.filter(Boolean)).toHaveLength(1);
      const kept = (await store.find(id))?.tag ?? '';
      const second = await Promise.all(tags.map((tag) => write(aListing({ organization: id, tag: `${tag}_2` }), kept)));
      expect(second.filter(Boolean)).toHaveLength(1);
      expect(await write(aListing({ organization: id, tag: 'tag_late' }), kept)).toBe(false);
    });

    test('is removed with its logos, by who has read it as it is', async () => {
      const id = await organization('org_removed');
      const content = { logo: hashOf('a') };
      await inside(async (within) => {
        await store.addLogo(id, hashOf('a'), logo, within);
        await store.write(anApproved(id, 'removed', content), null, within);
      });
      expect(await inside((within) => store.remove(id, 'tag_other', within))).toBe(false);
      expect(await inside((within) => store.remove(id, `tag_${id}`, within))).toBe(true);
      expect([await store.find(id), await store.findPublic('removed')]).toEqual([null, null]);
      expect(await store.heldLogo(hashOf('a'), null)).toBeNull();
    });

    test('goes with its organization', async () => {
      const id = await organization('org_gone');
      await inside(async (within) => {
        await store.addLogo(id, hashOf('b'), logo, within);
        await store.write(anApproved(id, 'gone', { logo: hashOf('b') }), null, within);
      });
      await sql`delete from organizations where id = ${id}`.execute(database.db);
      expect([await store.find(id), await store.findPublic('gone')]).toEqual([null, null]);
      expect([await store.publicLogo(hashOf('b')), await store.heldLogo(hashOf('b'), null)]).toEqual([null, null]);
    });
  });

  test('an address is given once, however many ask for it at the same time', async () => {
    const ids = ['org_s1', 'org_s2', 'org_s3', 'org_s4'];
    for (const id of ids) await organization(id);
    const give = (id: string) =>
      inside(async (within) => {
        const slug = await store.freeSlug((nth) => (nth === 1 ? 'same' : `same-${nth}`), within);
        await store.write(anApproved(id, slug), null, within);
        return slug;
      });
    expect((await Promise.all(ids.map(give))).toSorted()).toEqual(['same', 'same-2', 'same-3', 'same-4']);
  });

  describe('the directory', () => {
    beforeAll(async () => {
      await sql`delete from listings`.execute(database.db);
      const campus = { name: 'Halden Campus', summary: 'Diplomas 100% on time', categories: ['student-systems'] };
      const wallet = {
        name: 'Ålesund Wallet',
        summary: 'A wallet_for all',
        kind: 'supplementary' as const,
        apis: ['cardea/v1', 'pet/v2'],
      };
      await write(anApproved(await organization('org_campus'), 'halden-campus', campus));
      await write(
        anApproved(await organization('org_wallet'), 'alesund-wallet', { ...wallet, categories: ['wallets'] }),
      );
      await write(anApproved(await organization('org_waits', false), 'waits'));
      await write(aListing({ organization: await organization('org_draft'), draft: halden }));
      await write({ ...anApproved(await organization('org_out'), 'out'), approved: null });
    });

    test('has what is approved, of organizations that have launched, by address', async () => {
      expect(await found({})).toEqual(['alesund-wallet', 'halden-campus']);
      expect(await store.findPublic('halden-campus')).toMatchObject({ launchedAt: at, seenApis: ['cardea/v2'] });
      for (const slug of ['waits', 'out', 'none']) expect(await store.findPublic(slug)).toBeNull();
    });

    test('gets a listing at the launch of its organization', async () => {
      await sql`insert into key_launches values ('org_waits', ${at.toISOString()})`.execute(database.db);
      expect(await found({})).toContain('waits');
      await sql`delete from key_launches where organization = 'org_waits'`.execute(database.db);
      expect(await found({})).not.toContain('waits');
    });

    test.each<[string, Partial<DirectoryQuery>, string[]]>([
      ['a word of the name, whatever its case', { words: ['ÅLESUND'] }, ['alesund-wallet']],
      ['words that are all there', { words: ['halden', 'diplomas'] }, ['halden-campus']],
      ['words of which one is not', { words: ['halden', 'ålesund', '100%'] }, []],
      ['a sign that a pattern has', { words: ['100%'] }, ['halden-campus']],
      ['such a sign that is not there', { words: ['d%s'] }, []],
      ['an underscore', { words: ['t_f'] }, ['alesund-wallet']],
      ['a backslash', { words: ['\\'] }, []],
      ['a quotation mark', { words: [`'`] }, []],
      ['a kind', { kind: 'supplementary' }, ['alesund-wallet']],
      ['an API', { api: 'cardea' }, ['alesund-wallet', 'halden-campus']],
      ['the end of an API’s name', { api: 'dea' }, []],
      ['a version', { api: 'cardea/v2' }, ['halden-campus']],
      ['a category', { category: 'wallets' }, ['alesund-wallet']],
      ['the beginning of a category', { category: 'wallet' }, []],
      [
        'all at once',
        { words: ['all'], kind: 'supplementary', api: 'pet/v2', category: 'wallets' },
        ['alesund-wallet'],
      ],
    ])('is searched for %s', async (_, query, want) => {
      expect(await found(query)).toEqual(want);
    });

    test('comes in pages, each behind the last address of the one before', async () => {
      expect(await found({ limit: 1 })).toEqual(['alesund-wallet']);
      expect(await found({ limit: 1, after: 'alesund-wallet' })).toEqual(['halden-campus']);
      expect(await found({ limit: 1, after: 'halden-campus' })).toEqual([]);
    });

    test('is told once that a listing is public, and not before it is', async () => {
      const announce = (id: string) => inside((within) => store.announce(id, at, within));
      expect([await announce('org_waits'), await announce('org_out'), await announce('org_none')]).toEqual([
        false,
        false,
        false,
      ]);
      expect([await announce('org_campus'), await announce('org_campus')]).toEqual([true, false]);
      expect((await store.find('org_campus'))?.announcedAt).toEqual(at);
    });

    test('is reviewed from what changed longest ago on, by state and in pages', async () => {
      const time = (minute: number) => new Date(`2026-11-21T11:0${minute}:00.000Z`);
      const waiting = ['org_r1', 'org_r2', 'org_r3'];
      for (const [index, id] of waiting.entries()) {
        const changedAt = time(index === 2 ? 0 : 1);
        await write(
          aListing({ organization: await organization(id, false), state: 'in-review', draft: halden, changedAt }),
        );
      }
      const review = async (query: Partial<Parameters<ListingStore['listForReview']>[0]>) =>
        (await store.listForReview({ state: 'in-review', after: null, limit: 10, ...query })).map(
          ({ listing }) => listing.organization,
        );
      expect(await review({})).toEqual(['org_r3', 'org_r1', 'org_r2']);
      const after = { changedAt: time(1).toISOString(), organization: 'org_r1' };
      expect(await review({ after })).toEqual(['org_r2']);
      expect(await review({ limit: 1 })).toEqual(['org_r3']);
      expect(await review({ state: 'public' })).toEqual(['org_campus', 'org_wallet']);
      expect(await review({ state: 'draft' })).toEqual(['org_draft']);
      expect(await store.listForReview({ state: 'public', after: null, limit: 1 })).toMatchObject([
        { organizationName: 'Name of org_campus', launchedAt: at },
      ]);
    });
  });

  test('a logo is public while an approved listing has it, and kept while any does', async () => {
    const id = await organization('org_logo');
    const [draft, approved] = [hashOf('1'), hashOf('2')];
    await inside(async (within) => {
      await store.addLogo(id, approved, logo, within);
      await store.write(anApproved(id, 'logo', { logo: approved }), null, within);
    });
    expect(await store.publicLogo(approved)).toEqual(logo);
    const changed = anApproved(id, 'logo', { logo: approved });
    await inside(async (within) => {
      await store.addLogo(id, draft, logo, within);
      await store.write({ ...changed, draft: { ...changed.draft, logo: draft }, tag: 't2' }, changed.tag, within);
    });
    expect([await store.publicLogo(draft), await store.publicLogo(approved)]).toEqual([null, logo]);
    expect([
      await store.heldLogo(draft, id),
      await store.heldLogo(draft, 'org_1'),
      await store.heldLogo(draft, null),
    ]).toEqual([logo, null, logo]);
    await write({ ...changed, approved: null, draft: { ...changed.draft, logo: null }, tag: 't3' }, 't2');
    expect([await store.heldLogo(draft, null), await store.heldLogo(approved, null)]).toEqual([null, null]);
  });

  test('the logo of an organization that has not launched is not public', async () => {
    const id = await organization('org_logo_waits', false);
    await inside(async (within) => {
      await store.addLogo(id, hashOf('3'), logo, within);
      await store.write(anApproved(id, 'logo-waits', { logo: hashOf('3') }), null, within);
    });
    expect(await store.publicLogo(hashOf('3'))).toBeNull();
  });
}
