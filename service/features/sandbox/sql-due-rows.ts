import type { SandboxDb } from './sandbox-tables.ts';
import { dueCollection, type DueRows } from './sandbox-store.ts';

/** What of a generation has to be looked at again, in the order of time. */
export function sqlDueRows(db: SandboxDb, generation: string): DueRows {
  const due = () =>
    db.selectFrom('sandbox_rows').where('generation', '=', generation).where('collection', '=', dueCollection);
  return {
    dueBefore: (now, limit) =>
      // The id begins with the time; a millisecond later is beyond all that are due now.
      due()
        .where('id', '<', new Date(now.getTime() + 1).toISOString())
        .orderBy('id')
        .limit(limit)
        .select(['id', 'position', 'value'])
        .execute(),

    async saveDue(row) {
      await db
        .insertInto('sandbox_rows')
        .values({ generation, collection: dueCollection, ...row })
        .onConflict((conflict) => conflict.columns(['generation', 'collection', 'id']).doNothing())
        .execute();
    },

    async removeDue(id) {
      await db
        .deleteFrom('sandbox_rows')
        .where('generation', '=', generation)
        .where('collection', '=', dueCollection)
        .where('id', '=', id)
        .execute();
    },
  };
}
