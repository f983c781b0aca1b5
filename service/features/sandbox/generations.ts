import { sql } from 'kysely';
import type { Clock } from '../../platform/clock.ts';
import type { Piece } from './exclusive-space.ts';
import type { SandboxDb } from './sandbox-tables.ts';
import { newGeneration } from './space-row.ts';

const rowsAPiece = 500;

/** What a generation holds at one place. */
export interface CollectionCount {
  /** The place's key: `/issuers/iss_1/keys`. */
  readonly collection: string;
  readonly created: number;
  /** Of what was there from the start. */
  readonly removed: number;
  readonly bytes: number;
  readonly changedAt: Date;
}

/**
 * Copies the rows of a generation within the database, some at a time. Until somebody points to the copy, and takes it
 * off the leftovers in the same transaction, it is one of these: what a crash leaves half-copied is removed later.
 */
export async function copyGeneration(from: string, piece: Piece, clock: Clock): Promise<string> {
  const to = newGeneration();
  let last: { collection: string; id: string } | undefined;
  await piece((db) => leaveOver(db, to, clock));
  do {
    const beyond = last === undefined ? sql`true` : sql`(collection, id) > (${last.collection}, ${last.id})`;
    last = await piece(async (db) => {
      const end = await sql<{ collection: string; id: string }>`
        select collection, id from sandbox_rows where generation = ${from} and ${beyond}
        order by collection, id limit 1 offset ${sql.lit(rowsAPiece - 1)}`.execute(db);
      const until = end.rows[0];
      const within = until === undefined ? sql`true` : sql`(collection, id) <= (${until.collection}, ${until.id})`;
      await sql`
        insert into sandbox_rows (generation, collection, id, position, value)
        select ${to}, collection, id, position, value from sandbox_rows
        where generation = ${from} and ${beyond} and ${within}`.execute(db);
      return until;
    });
  } while (last !== undefined);
  await piece((db) =>
    sql`
      insert into sandbox_collections (generation, collection, created, removed, last_position, bytes, changed_at)
      select ${to}, collection, created, removed, last_position, bytes, changed_at from sandbox_collections
      where generation = ${from}`.execute(db),
  );
  return to;
}

export async function countsOf(db: SandboxDb, generation: string): Promise<readonly CollectionCount[]> {
  const rows = await db
    .selectFrom('sandbox_collections')
    .where('generation', '=', generation)
    .select(['collection', 'created', 'removed', 'bytes', 'changed_at'])
    .orderBy('collection')
    .execute();
  return rows.map(({ changed_at: changedAt, ...count }) => ({ ...count, changedAt: new Date(changedAt) }));
}

/** Nothing points to it from now on; who reads it at the moment reads on. */
export async function leaveOver(db: SandboxDb, generation: string, clock: Clock): Promise<void> {
  if (generation === '') return;
  const since = clock.now().toISOString();
  await db
    .insertInto('sandbox_leftovers')
    .values({ generation, since })
    .onConflict((conflict) => conflict.column('generation').doUpdateSet({ since }))
    .execute();
}

/** Something points to it again. */
export async function takeBack(db: SandboxDb, generation: string): Promise<void> {
  await db.deleteFrom('sandbox_leftovers').where('generation', '=', generation).execute();
}

/** Removes the rows of generations that were left over before the given time, some at a time. */
export async function removeLeftovers(db: SandboxDb, before: Date): Promise<void> {
  const leftovers = await db
    .selectFrom('sandbox_leftovers')
    .where('since', '<', before.toISOString())
    .select('generation')
    .execute();
  for (const { generation } of leftovers) {
    for (;;) {
      const some = db.selectFrom('sandbox_rows').where('generation', '=', generation).select(['collection', 'id']);
      const { numDeletedRows } = await db
        .deleteFrom('sandbox_rows')
        .where('generation', '=', generation)
        .where(sql<boolean>`(collection, id) in (${some.limit(sql.lit(rowsAPiece))})`)
        .executeTakeFirst();
      if (numDeletedRows < rowsAPiece) break;
      await new Promise(setImmediate);
    }
    await db.deleteFrom('sandbox_collections').where('generation', '=', generation).execute();
    await takeBack(db, generation);
  }
}
