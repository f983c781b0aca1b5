import { sql } from 'kysely';
import type { ExclusiveSpaces } from './exclusive-space.ts';
import { removeLeftovers } from './generations.ts';
import type { SandboxDb } from './sandbox-tables.ts';
import type { SandboxStore } from './sandbox-store.ts';
import { openSpace, readSpace } from './space-row.ts';
import { sqlSpaceRows } from './sql-space-rows.ts';

/** Longer than any copy takes, and any read of what was just reset. */
const leftoverMinutes = 10;

export function sqlSandboxStore(spaces: ExclusiveSpaces): SandboxStore {
  const { db, kind, clock } = spaces;
  return {
    read: async (space, work) =>
      work(sqlSpaceRows(db, space, await readSpace(db, space), { kind, clock, isWrite: false })),

    write: (space, work) =>
      spaces.inOne(space, async (transaction) => {
        const row = await openSpace(transaction, space, clock);
        return work(sqlSpaceRows(transaction, space, row, { kind, clock, isWrite: true }));
      }),

    async forget({ guestPrefix, untouchedSince, answersBefore }) {
      let items = 0;
      for (let isMore = true; isMore;) {
        items += await db.transaction().execute(async (transaction) => {
          const idle = await idleGuests(transaction, guestPrefix, untouchedSince);
          isMore = idle.length === guestsAtOnce;
          return idle.length === 0 ? 0 : forgetAll(transaction, idle, clock.now());
        });
      }
      await db.deleteFrom('sandbox_answers').where('answered_at', '<', answersBefore.toISOString()).execute();
      await removeLeftovers(db, new Date(clock.now().getTime() - leftoverMinutes * 60_000));
      return items;
    },
  };
}

const guestsAtOnce = 500;

async function idleGuests(db: SandboxDb, prefix: string, untouchedSince: Date): Promise<readonly string[]> {
  const since = untouchedSince.toISOString();
  const rows = await db
    .selectFrom('sandbox_spaces as space')
    .leftJoin('sandbox_collections as collection', 'collection.generation', 'space.generation')
    .where(sql<boolean>`substr(space.organization, 1, ${prefix.length}) = ${prefix}`)
    .groupBy('space.organization')
    .having((row) => row.fn.max('space.changed_at'), '<', since)
    .having((row) => row.fn.coalesce(row.fn.max('collection.changed_at'), sql.lit('')), '<', since)
    .select('space.organization')
    .limit(guestsAtOnce)
    .execute();
  return rows.map(({ organization }) => organization);
}

/** The spaces and snapshots of these organizations; their rows are left over, to be removed bit by bit. */
async function forgetAll(db: SandboxDb, organizations: readonly string[], now: Date): Promise<number> {
  const since = now.toISOString();
  const spaces = db.selectFrom('sandbox_spaces').where('organization', 'in', organizations).select('generation');
  const { items } = await db
    .selectFrom('sandbox_rows')
    .where('generation', 'in', spaces)
    .select((row) => row.fn.countAll<number>().as('items'))
    .executeTakeFirstOrThrow();
  for (const table of ['sandbox_spaces', 'sandbox_snapshots'] as const) {
    const theirs = db.selectFrom(table).where('organization', 'in', organizations);
    await db
      .insertInto('sandbox_leftovers')
      .columns(['generation', 'since'])
      .expression(theirs.select(['generation', sql<string>`${since}`.as('since')]))
      .execute();
    await db.deleteFrom(table).where('organization', 'in', organizations).execute();
  }
  return items;
}
