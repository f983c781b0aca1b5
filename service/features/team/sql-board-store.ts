import type { Database } from '../../platform/database/index.ts';
import type { BoardStore } from './board-store.ts';
import { callsOf } from './calls-of.ts';
import { type Board, boardRows, isWanted, isAfter, ordered } from './board-sql.ts';
import { isoTime, type ReadTables } from './tables.ts';

/** So many at once, where values are bound one by one. */
const atOnce = 500;

export function sqlBoardStore(database: Database): BoardStore {
  const db = database.db.withTables<ReadTables>();
  const board = (journey: string): Board =>
    db
      .selectFrom('team_standings as standing')
      .innerJoin('organizations as organization', 'organization.id', 'standing.organization')
      .where('standing.journey', '=', journey);

  return {
    async page(query) {
      const wanted = isAfter(isWanted(board(query.journey), query), query);
      const rows = await ordered(boardRows(wanted), query.order)
        .limit(query.limit + 1)
        .execute();
      const shown = rows.slice(0, query.limit);
      const calls = await callsOf(
        db,
        shown.map(({ id }) => id),
      );
      return {
        rows: shown.map((row) => ({
          ...{ organization: row.id, name: row.name, sortName: row.sort_name, signedUpAt: isoTime(row.createdAt) },
          ...{ step: row.step, since: row.since, missing: row.missing },
          ...{ proven: Number(row.proven), reviews: Number(row.reviews), isComplete: Number(row.is_complete) === 1 },
          ...{ firstCallAt: row.first_call_at, launchedAt: row.launched_at },
          ...(calls.get(row.id) ?? { lastCall: null, lastError: null }),
        })),
        hasMore: rows.length > query.limit,
      };
    },

    async counts({ journey, cohort, words }) {
      const rows = await isWanted(board(journey), { cohort, words, isReviewOnly: false })
        .select(['standing.step', 'standing.is_complete'])
        .select((row) => [
          row.fn.countAll<number>().as('count'),
          row.fn.sum<number>(row.case().when('standing.reviews', '>', 0).then(1).else(0).end()).as('reviews'),
        ])
        .groupBy(['standing.step', 'standing.is_complete'])
        .execute();
      const sum = (of: (row: (typeof rows)[number]) => unknown) => rows.reduce((all, row) => all + Number(of(row)), 0);
      return {
        total: sum(({ count }) => count),
        complete: sum(({ is_complete, count }) => Number(is_complete) * Number(count)),
        reviews: sum(({ reviews }) => reviews),
        bySteps: new Map(rows.flatMap(({ step, count }) => (step === null ? [] : [[step, Number(count)]]))),
      };
    },

    async begin(journey, firstStep) {
      for (let isMore = true; isMore;) {
        const missing = await db
          .selectFrom('organizations')
          .select(['id', 'createdAt'])
          .where((row) =>
            row.not(
              row.exists(
                row
                  .selectFrom('team_standings')
                  .select('team_standings.organization')
                  .whereRef('team_standings.organization', '=', 'organizations.id')
                  .where('team_standings.journey', '=', journey),
              ),
            ),
          )
          .limit(atOnce)
          .execute();
        isMore = missing.length === atOnce;
        if (missing.length === 0) return;
        const begun = { journey, step: firstStep, proven: 0, is_complete: 0, reviews: 0, missing: null };
        await db
          .insertInto('team_standings')
          .values(missing.map(({ id, createdAt }) => ({ organization: id, since: isoTime(createdAt), ...begun })))
          .onConflict((conflict) => conflict.columns(['organization', 'journey']).doNothing())
          .execute();
      }
    },

    write: (standings) =>
      db.transaction().execute(async (one) => {
        for (let start = 0; start < standings.length; start += atOnce) {
          const some = standings.slice(start, start + atOnce);
          const known = await one
            .selectFrom('organizations')
            .select(['id', 'createdAt'])
            .where('id', 'in', [...new Set(some.map(({ organization }) => organization))])
            .execute();
          const signedUp = new Map(known.map(({ id, createdAt }) => [id, isoTime(createdAt)]));
          for (const { organization, journey, step, since, proven, isComplete, reviews, missing } of some) {
            const begun = signedUp.get(organization);
            if (begun === undefined) continue;
            const said = { step, since: since?.toISOString() ?? begun, proven, reviews, missing };
            const row = { organization, journey, ...said, is_complete: isComplete ? 1 : 0 };
            await one
              .insertInto('team_standings')
              .values(row)
              .onConflict((conflict) => conflict.columns(['organization', 'journey']).doUpdateSet(row))
              .execute();
          }
        }
      }),

    async noteFirstCall(organization) {
      const known = db.selectFrom('team_first_calls').select('at').where('organization', '=', organization);
      if ((await known.executeTakeFirst()) !== undefined) return true;
      const first = await db
        .selectFrom('exchanges')
        .select('at')
        .where('organization', '=', organization)
        .where('status', '<', 400)
        .orderBy('id')
        .limit(1)
        .executeTakeFirst();
      const isThere = db.selectFrom('organizations').select('id').where('id', '=', organization);
      if (first === undefined || (await isThere.executeTakeFirst()) === undefined) return false;
      await db
        .insertInto('team_first_calls')
        .values({ organization, at: first.at })
        .onConflict((conflict) => conflict.column('organization').doNothing())
        .execute();
      return true;
    },

    async durations(cohort) {
      let asked = db.selectFrom('organizations');
      if (cohort !== undefined) {
        asked = asked.where('organizations.id', 'in', (row) =>
          row.selectFrom('cohort_members').select('cohort_members.organization').where('cohort', '=', cohort),
        );
      }
      const rows = await asked
        .leftJoin('team_first_calls', 'team_first_calls.organization', 'organizations.id')
        .leftJoin('key_launches', 'key_launches.organization', 'organizations.id')
        .select(['organizations.createdAt', 'team_first_calls.at', 'key_launches.launched_at'])
        .execute();
      const seconds = (of: (row: (typeof rows)[number]) => string | null) =>
        rows.flatMap((row) => {
          const end = of(row);
          return end === null ? [] : [(Date.parse(end) - new Date(row.createdAt).getTime()) / 1000];
        });
      return {
        organizations: rows.length,
        toFirstCall: seconds(({ at }) => at),
        toLaunch: seconds(({ launched_at }) => launched_at),
      };
    },

    async organizations() {
      return (await db.selectFrom('organizations').select('id').orderBy('id', 'desc').execute()).map(({ id }) => id);
    },

    async unfinished(journeys) {
      if (journeys.length === 0) return [];
      const rows = await db
        .selectFrom('organizations')
        .select('id')
        .where(
          (row) =>
            row
              .selectFrom('team_standings')
              .select((one) => one.fn.countAll<number>().as('complete'))
              .whereRef('team_standings.organization', '=', 'organizations.id')
              .where('team_standings.journey', 'in', journeys)
              .where('team_standings.is_complete', '=', 1),
          '<',
          journeys.length,
        )
        .orderBy('id', 'desc')
        .execute();
      return rows.map(({ id }) => id);
    },
  };
}
