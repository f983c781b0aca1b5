import { type Kysely, sql } from 'kysely';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import type { SandboxStore, Space, SpaceRows } from './sandbox-store.ts';
import { takeTurns } from './take-turns.ts';

interface ItemsTable {
  organization: string;
  api: string;
  version: string;
  collection: string;
  id: string;
  position: number;
  value: string | null;
  changed_at: string;
}

interface AnswersTable {
  organization: string;
  api: string;
  version: string;
  key: string;
  fingerprint: string;
  status: number;
  headers: string;
  body: string | null;
  answered_at: string;
}

type SandboxTables = Record<'sandbox_items', ItemsTable> & Record<'sandbox_answers', AnswersTable>;

export function sqlSandboxStore(database: Database, clock: Clock): SandboxStore {
  const db = database.db.withTables<SandboxTables>();
  const inTurn = takeTurns();
  return {
    read: (space, work) => work(spaceRows(db, space, clock)),

    write: (space, work) =>
      inTurn(nameOf(space), () =>
        db.transaction().execute(async (transaction) => {
          // SQLite's transactions take turns by themselves; PostgreSQL's of one space are made to, in every process.
          if (database.kind === 'postgres') await lockSpace(transaction, space);
          return work(spaceRows(transaction, space, clock));
        }),
      ),

    async forget({ guestPrefix, untouchedSince, answersBefore }) {
      const isGuest = sql<boolean>`substr(organization, 1, ${guestPrefix.length}) = ${guestPrefix}`;
      const idle = db
        .selectFrom('sandbox_items')
        .select('organization')
        .where(isGuest)
        .groupBy('organization')
        .having((having) => having(having.fn.max('changed_at'), '<', untouchedSince.toISOString()));
      const { numDeletedRows } = await db
        .deleteFrom('sandbox_items')
        .where('organization', 'in', idle)
        .executeTakeFirst();
      await db.deleteFrom('sandbox_answers').where('answered_at', '<', answersBefore.toISOString()).execute();
      return Number(numDeletedRows);
    },
  };
}

/** https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS: held until the transaction ends. */
async function lockSpace(transaction: Kysely<SandboxTables>, space: Space): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${nameOf(space)}, 0))`.execute(transaction);
}

function nameOf({ organization, api, version }: Space): string {
  return `sandbox/${organization}/${api}/${version}`;
}

function spaceRows(db: Kysely<SandboxTables>, space: Space, clock: Clock): SpaceRows {
  const inCollection = (collection: string) =>
    db
      .selectFrom('sandbox_items')
      .where('organization', '=', space.organization)
      .where('api', '=', space.api)
      .where('version', '=', space.version)
      .where('collection', '=', collection);

  return {
    find: (collection, id) =>
      inCollection(collection).where('id', '=', id).select(['id', 'position', 'value']).executeTakeFirst(),

    changedSeeds: (collection) =>
      inCollection(collection).where('position', '=', 0).select(['id', 'position', 'value']).execute(),

    created(collection, { limit, beyond, oldestFirst }) {
      const query = inCollection(collection)
        .where('value', 'is not', null)
        .where('position', oldestFirst || beyond === undefined ? '>' : '<', beyond ?? 0)
        // Asked again, so that "below" does not reach the changed seeds.
        .where('position', '>', 0);
      return query
        .select(['id', 'position', 'value'])
        .orderBy('position', oldestFirst ? 'asc' : 'desc')
        .limit(limit)
        .execute();
    },

    async countCreated(collection) {
      const { count } = await inCollection(collection)
        .where('position', '>', 0)
        .where('value', 'is not', null)
        .select((row) => row.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return count;
    },

    async lastPosition(collection) {
      const row = await inCollection(collection)
        .select('position')
        .orderBy('position', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.position ?? 0;
    },

    async save(collection, { id, position, value }) {
      const changed = { position, value, changed_at: clock.now().toISOString() };
      await db
        .insertInto('sandbox_items')
        .values({ ...space, collection, id, ...changed })
        .onConflict((conflict) =>
          conflict.columns(['organization', 'api', 'version', 'collection', 'id']).doUpdateSet(changed),
        )
        .execute();
    },

    findAnswer: (key, notBefore) =>
      db
        .selectFrom('sandbox_answers')
        .where('organization', '=', space.organization)
        .where('api', '=', space.api)
        .where('version', '=', space.version)
        .where('key', '=', key)
        .where('answered_at', '>=', notBefore.toISOString())
        .select(['fingerprint', 'status', 'headers', 'body'])
        .executeTakeFirst(),

    async saveAnswer(key, answer) {
      const row = { ...answer, answered_at: clock.now().toISOString() };
      await db
        .insertInto('sandbox_answers')
        .values({ ...space, key, ...row })
        .onConflict((conflict) => conflict.columns(['organization', 'api', 'version', 'key']).doUpdateSet(row))
        .execute();
    },
  };
}
