import { type Kysely, sql } from 'kysely';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { collectionCounts } from './collection-counts.ts';
import { conditionSql } from './condition-sql.ts';
import type { SandboxDb } from './sandbox-tables.ts';
import type { Row, Space, SpaceRows } from './sandbox-store.ts';
import { answerRows } from './sql-answer-rows.ts';
import { sqlDueRows } from './sql-due-rows.ts';
import type { SpaceRow } from './space-row.ts';

/** The rows that a space consists of; a read of a transaction is not repeated within it. */
export function sqlSpaceRows(
  db: SandboxDb,
  space: Space,
  { generation, hasExamples, clockOffsetMs }: SpaceRow,
  { kind, clock, isWrite }: { kind: Database['kind']; clock: Clock; isWrite: boolean },
): SpaceRows {
  const counts = collectionCounts(db, generation, clock);
  const found = new Map<string, Row | undefined>();
  const nameOf = (collection: string, id: string) => JSON.stringify([collection, id]);
  const inCollection = (collection: string) =>
    db
      .selectFrom('sandbox_rows')
      .where('generation', '=', generation)
      .where('collection', '=', collection)
      .select(['id', 'position', 'value']);

  async function find(collection: string, id: string): Promise<Row | undefined> {
    const name = nameOf(collection, id);
    if (found.has(name)) return found.get(name);
    const row = await inCollection(collection).where('id', '=', id).executeTakeFirst();
    found.set(name, row);
    return row;
  }

  return {
    facts: { hasExamples, clockOffsetMs },
    transaction: isWrite ? (db as Kysely<unknown>) : undefined,
    find,
    changedSeeds: (collection) => inCollection(collection).where('position', '=', 0).execute(),

    created(collection, { limit, beyond, oldestFirst, where = [] }) {
      let query = inCollection(collection)
        .where('value', 'is not', null)
        .where('position', oldestFirst || beyond === undefined ? '>' : '<', beyond ?? 0)
        // Asked again, so that "below" does not reach the changed seeds.
        .where('position', '>', 0);
      for (const condition of where) query = query.where(conditionSql(kind, condition));
      return query
        .orderBy('position', oldestFirst ? 'asc' : 'desc')
        .limit(sql.lit(limit))
        .execute();
    },

    countCreated: async (collection) => (await counts.of(collection)).created,
    lastPosition: async (collection) => (await counts.of(collection)).lastPosition,

    async save(collection, row) {
      await counts.note(collection, await find(collection, row.id), row);
      await counts.write(collection);
      await db
        .insertInto('sandbox_rows')
        .values({ generation, collection, ...row })
        .onConflict((conflict) =>
          conflict
            .columns(['generation', 'collection', 'id'])
            .doUpdateSet({ position: row.position, value: row.value }),
        )
        .execute();
      found.set(nameOf(collection, row.id), row);
    },

    ...answerRows(db, space, clock),
    ...sqlDueRows(db, generation),
  };
}
