import type { Clock } from '../../../platform/clock.ts';
import { collectionCounts } from '../collection-counts.ts';
import type { SandboxDb } from '../sandbox-tables.ts';
import { dueCollection, type Row, type Space } from '../sandbox-store.ts';
import { type SpaceRow, writeSpace } from '../space-row.ts';
import type { SpaceFiller } from './space-control.ts';

/** 5 columns a row; SQLite takes at most 32,766 bound values in a statement, PostgreSQL 65,535. */
const rowsAStatement = 500;

export function sqlSpaceFiller(db: SandboxDb, space: Space, row: SpaceRow, clock: Clock): SpaceFiller {
  const { generation } = row;
  const counts = collectionCounts(db, generation, clock);

  function inCollection(collection: string, ids: readonly string[]) {
    return db
      .selectFrom('sandbox_rows')
      .where('generation', '=', generation)
      .where('collection', '=', collection)
      .where('id', 'in', ids)
      .select(['id', 'position', 'value']);
  }

  async function putSome(collection: string, items: readonly { id: string; value: string }[], seeds: Seeds) {
    const found = await inCollection(collection, [...items.map(({ id }) => id)]).execute();
    const before = new Map(found.map((kept) => [kept.id, kept]));
    let last = (await counts.of(collection)).lastPosition;
    for (const item of items) {
      const kept = before.get(item.id);
      const isThere = kept !== undefined && kept.value !== null;
      const position = seeds.has(item.id) ? 0 : isThere ? kept.position : (last += 1);
      const after: Row = { ...item, position };
      await counts.note(collection, kept, after);
      before.set(item.id, after);
    }
    const ids = new Set(items.map(({ id }) => id));
    const rows = [...ids].flatMap((id) => before.get(id) ?? []);
    await db
      .insertInto('sandbox_rows')
      .values(rows.map((kept) => ({ generation, collection, ...kept })))
      .onConflict((conflict) =>
        conflict
          .columns(['generation', 'collection', 'id'])
          .doUpdateSet((row) => ({ position: row.ref('excluded.position'), value: row.ref('excluded.value') })),
      )
      .execute();
  }

  return {
    facts: row,
    async put(collection, items, seeds) {
      for (let start = 0; start < items.length; start += rowsAStatement) {
        await putSome(collection, items.slice(start, start + rowsAStatement), seeds);
        await new Promise(setImmediate);
      }
      await counts.write(collection);
    },
    async putDue(rows) {
      for (let start = 0; start < rows.length; start += rowsAStatement) {
        const some = rows.slice(start, start + rowsAStatement);
        await db
          .insertInto('sandbox_rows')
          .values(some.map((kept) => ({ generation, collection: dueCollection, ...kept })))
          .onConflict((conflict) => conflict.columns(['generation', 'collection', 'id']).doNothing())
          .execute();
      }
    },
    async forget(collection, ids) {
      if (ids.length === 0) return;
      for (const kept of await inCollection(collection, ids).execute()) await counts.note(collection, kept, undefined);
      await db
        .deleteFrom('sandbox_rows')
        .where('generation', '=', generation)
        .where('collection', '=', collection)
        .where('id', 'in', ids)
        .execute();
      await counts.write(collection);
    },
    lastPosition: async (collection) => (await counts.of(collection)).lastPosition,
    setFacts: ({ hasExamples, clockOffsetMs }) =>
      writeSpace(db, space, { generation, hasExamples, clockOffsetMs }, clock),
  };
}

type Seeds = ReadonlySet<string>;
