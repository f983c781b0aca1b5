import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../platform/database/index.ts';
import { anExchange } from '../traffic/exchange.fixture.ts';
import { sqlExchangeStore } from '../traffic/sql-exchange-store.ts';
import type { BoardOrder, BoardQuery } from './board.ts';
import { placeOfText, placeToText } from './board.ts';
import type { BoardStore } from './board-store.ts';
import type { PartnerStore } from './partner-store.ts';
import type { Standing } from './standing.ts';

export interface BoardStores {
  readonly board: BoardStore;
  readonly partners: PartnerStore;
  readonly database: Database;
}

const day = (count: number) => new Date(Date.UTC(2026, 10, count, 9, 30, 0, 123));
const at = (step: string | null, difference: Partial<Standing> = {}): Standing => ({
  ...{ journey: 'launch', step, since: day(10), proven: 1, isComplete: step === null, reviews: 0, missing: null },
  ...difference,
});
const asked = (difference: Partial<BoardQuery> = {}): BoardQuery => ({
  ...{ journey: 'launch', isReviewOnly: false, order: 'stuck', limit: 50 },
  ...difference,
});

/** What every store of the board promises. */
export function boardStoreContract(open: () => Promise<BoardStores>): void {
  let stores: BoardStores;
  let board: BoardStore;
  beforeAll(async () => {
    stores = await open();
    ({ board } = stores);
  });
  beforeEach(async () => {
    for (const table of ['organizations', 'exchanges', 'cohorts', 'key_launches'])
      await sql`delete from ${sql.table(table)}`.execute(stores.database.db);
  });

  const signUp = (id: string, name: string, time = day(1)) =>
    sql`insert into organizations (id, name, slug, "createdAt") values (${id}, ${name}, ${id}, ${time.toISOString()})`.execute(
      stores.database.db,
    );
  const write = (standings: Record<string, Standing>) =>
    board.write(Object.entries(standings).map(([organization, standing]) => ({ organization, ...standing })));
  const names = async (query: Partial<BoardQuery> = {}) =>
    (await board.page(asked(query))).rows.map(({ organization }) => organization);

  describe('the board', () => {
    test('has everybody from the sign-up on, at the first step, once', async () => {
      await signUp('org_a', 'Alder');
      await board.begin('launch', 'first');
      await write({ org_a: at('second') });
      await signUp('org_b', 'Birch', day(2));
      await Promise.all([board.begin('launch', 'first'), board.begin('launch', 'first')]);
      const { rows } = await board.page(asked());
      expect(rows).toMatchObject([
        { organization: 'org_b', step: 'first', since: day(2).toISOString(), proven: 0, isComplete: false },
        { organization: 'org_a', step: 'second', since: day(10).toISOString(), signedUpAt: day(1).toISOString() },
      ]);
      expect(await names({ journey: 'other' })).toEqual([]);
    });

    test('begins more than fit into one statement', async () => {
      for (let count = 0; count < 501; count += 1) await signUp(`org_${count}`, 'Many');
      await board.begin('launch', null);
      expect(await board.counts(asked())).toMatchObject({ total: 501 });
    });

    test('knows nobody who is not there, and forgets who is gone', async () => {
      await signUp('org_a', 'Alder');
      await write({ org_a: at('one'), org_guest_b: at('one') });
      expect(await names()).toEqual(['org_a']);
      await sql`delete from organizations`.execute(stores.database.db);
      expect(await names()).toEqual([]);
    });

    test('counts a standing without progress since the sign-up, and writes it again in the place of the last', async () => {
      await signUp('org_a', 'Alder', day(3));
      await write({ org_a: at('one', { since: null }) });
      await write({ org_a: at('two', { since: null, missing: 'A "call" is missing; --' }) });
      expect((await board.page(asked())).rows).toMatchObject([
        { step: 'two', since: day(3).toISOString(), missing: 'A "call" is missing; --' },
      ]);
    });
  });

  describe('who is shown', () => {
    beforeEach(async () => {
      await signUp('org_a', 'Alder 100% Oy');
      await signUp('org_b', 'birch_');
      await signUp('org_c', 'Cedar');
      await write({
        org_a: at('one', { since: day(5) }),
        org_b: at('two', { since: day(4), reviews: 2 }),
        org_c: at(null, { since: day(3) }),
      });
    });

    test('is chosen by step, by review, by name in any case, by id, and by cohort', async () => {
      expect(await names({ step: 'one' })).toEqual(['org_a']);
      expect(await names({ isReviewOnly: true })).toEqual(['org_b']);
      expect(await names({ words: ' BIRCH ' })).toEqual(['org_b']);
      expect(await names({ words: '0% o' })).toEqual(['org_a']);
      expect(await names({ words: '_' })).toEqual(['org_b']);
      expect(await names({ words: "'; drop table organizations; --" })).toEqual([]);
      expect(await names({ words: 'org_c' })).toEqual(['org_c']);
      const { db } = stores.database;
      await sql`insert into cohorts (id, name, description, journey, created_by, created_at)
        values ('coh_1', 'Spring', '', 'launch', 'per_1', ${day(1).toISOString()})`.execute(db);
      await sql`insert into cohort_members (cohort, organization, joined_at)
        values ('coh_1', 'org_b', ${day(1).toISOString()})`.execute(db);
      expect(await names({ cohort: 'coh_1' })).toEqual(['org_b']);
      expect(await board.counts(asked({ cohort: 'coh_1' }))).toMatchObject({ total: 1 });
      expect(await board.durations('coh_1')).toMatchObject({ organizations: 1 });
      expect((await stores.partners.find('org_b'))?.cohorts).toEqual([{ id: 'coh_1', name: 'Spring' }]);
    });

    test('is counted by step, whatever step is looked at', async () => {
      expect(await board.counts({ journey: 'launch' })).toEqual({
        ...{ total: 3, complete: 1, reviews: 1 },
        bySteps: new Map([
          ['one', 1],
          ['two', 1],
        ]),
      });
      expect(await board.counts({ journey: 'launch', words: 'alder' })).toMatchObject({ total: 1, reviews: 0 });
    });

    test.each<[BoardOrder, string[]]>([
      ['stuck', ['org_b', 'org_a', 'org_c']],
      ['moved', ['org_a', 'org_b', 'org_c']],
      ['name', ['org_a', 'org_b', 'org_c']],
    ])('comes in the order %s, also page by page', async (order, want) => {
      expect(await names({ order })).toEqual(want);
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const after = cursor === '' ? undefined : (placeOfText(cursor, order) ?? undefined);
        const { rows, hasMore } = await board.page(asked({ order, limit: 1, after }));
        const [row] = rows;
        if (row === undefined) throw new Error('A page that was promised has a row.');
        seen.push(row.organization);
        const by = order === 'name' ? row.sortName : row.since;
        const { organization } = row;
        cursor = hasMore ? placeToText({ isComplete: row.isComplete ? 1 : 0, by, organization }, order) : null;
      }
      expect(seen).toEqual(want);
    });

    test('misses nobody and shows nobody twice where many stand still since the same moment', async () => {
      for (let count = 10; count < 30; count += 1) await signUp(`org_${count}`, 'Same');
      await board.begin('launch', 'one');
      for (const order of ['stuck', 'moved', 'name'] as const) {
        const seen: string[] = [];
        let after: BoardQuery['after'];
        for (let hasMore = true; hasMore;) {
          const page = await board.page(asked({ order, limit: 7, after }));
          seen.push(...page.rows.map(({ organization }) => organization));
          const last = page.rows.at(-1);
          if (last)
            after = {
              isComplete: last.isComplete ? 1 : 0,
              by: order === 'name' ? last.sortName : last.since,
              organization: last.organization,
            };
          ({ hasMore } = page);
        }
        expect(seen.toSorted()).toEqual(
          [...Array.from({ length: 20 }, (_, index) => `org_${index + 10}`), 'org_a', 'org_b', 'org_c'].toSorted(),
        );
      }
    });
  });

  test('the last call and the error met last are those of each', async () => {
    await signUp('org_a', 'Alder');
    await signUp('org_b', 'Birch');
    await board.begin('launch', 'one');
    const finding = { in: 'body', at: '/holder', message: 'is required' } as const;
    const trouble = { in: 'response', at: 'x-sandbox-trouble', message: 'outage; 1/3' } as const;
    await sqlExchangeStore(stores.database).add([
      anExchange({ id: 'exc_1', organization: 'org_a', status: 400, findings: [finding], problem: 'request-invalid' }),
      anExchange({ id: 'exc_2', organization: 'org_a', status: 200 }),
      anExchange({ id: 'exc_3', organization: 'org_b', status: 503, findings: [trouble] }),
      anExchange({ id: 'exc_4', organization: null, status: 500 }),
    ]);
    expect((await board.page(asked({ order: 'name' }))).rows).toMatchObject([
      {
        lastCall: { exchange: 'exc_2', status: 200, message: null },
        lastError: { exchange: 'exc_1', message: '/holder is required', problem: 'request-invalid', isTrouble: false },
      },
      { lastCall: { exchange: 'exc_3' }, lastError: { exchange: 'exc_3', isTrouble: true, message: null } },
    ]);
    expect((await stores.partners.find('org_a'))?.failing.map(({ exchange }) => exchange)).toEqual(['exc_1']);
  });

  test('how long it took is told of who called and who launched; the first call is kept when records are gone', async () => {
    await signUp('org_a', 'Alder', day(1));
    await signUp('org_b', 'Birch', day(1));
    expect(await board.noteFirstCall('org_a')).toBe(false);
    await sqlExchangeStore(stores.database).add([
      anExchange({ id: 'exc_1', organization: 'org_a', status: 401, at: day(2) }),
      anExchange({ id: 'exc_2', organization: 'org_a', status: 201, at: day(3) }),
      anExchange({ id: 'exc_3', organization: 'org_gone', status: 201 }),
    ]);
    expect(await board.noteFirstCall('org_a')).toBe(true);
    expect(await board.noteFirstCall('org_gone')).toBe(false);
    await sql`delete from exchanges`.execute(stores.database.db);
    expect(await board.noteFirstCall('org_a')).toBe(true);
    await sql`insert into key_launches (organization, launched_at) values ('org_b', ${day(4).toISOString()})`.execute(
      stores.database.db,
    );
    const durations = { organizations: 2, toFirstCall: [2 * 86_400], toLaunch: [3 * 86_400] };
    expect(await board.durations()).toEqual(durations);
  });

  test('who is not done with all journeys is gone round to', async () => {
    await signUp('org_a', 'Alder');
    await signUp('org_b', 'Birch');
    await write({ org_a: at(null) });
    expect(await board.unfinished(['launch'])).toEqual(['org_b']);
    expect(await board.unfinished(['launch', 'other'])).toEqual(['org_b', 'org_a']);
    expect(await board.unfinished([])).toEqual([]);
    expect(await board.organizations()).toEqual(['org_b', 'org_a']);
  });

  test('a partner that is not there is none', async () => {
    expect(await stores.partners.find('org_none')).toBeNull();
    expect(await stores.partners.has('org_none')).toBe(false);
  });
}
