import type { Clock } from '../../platform/clock.ts';
import { ProblemError } from '../../platform/problem.ts';
import type { SandboxDb } from './sandbox-tables.ts';
import type { Row } from './sandbox-store.ts';

export interface Counts {
  readonly created: number;
  readonly lastPosition: number;
  readonly bytes: number;
}

/** What the values of one collection may come to, in characters: the database is shared. */
export const largestCollection = 128 * 1024 * 1024;

const none: Counts = { created: 0, lastPosition: 0, bytes: 0 };

/** What the collections of a generation count, kept with each change, so that nothing has to be counted. */
export function collectionCounts(db: SandboxDb, generation: string, clock: Clock) {
  const known = new Map<string, Counts>();

  async function of(collection: string): Promise<Counts> {
    const read = known.get(collection) ?? (await readCounts(db, generation, collection));
    known.set(collection, read);
    return read;
  }

  /** Throws the problem where the collection would become too large. */
  async function add(collection: string, more: Counts): Promise<void> {
    const before = await of(collection);
    const after: Counts = {
      created: before.created + more.created,
      lastPosition: Math.max(before.lastPosition, more.lastPosition),
      bytes: before.bytes + more.bytes,
    };
    if (more.bytes > 0 && after.bytes > largestCollection) throw tooLarge(collection);
    const values = {
      created: after.created,
      last_position: after.lastPosition,
      bytes: after.bytes,
      changed_at: clock.now().toISOString(),
    };
    await db
      .insertInto('sandbox_collections')
      .values({ generation, collection, ...values })
      .onConflict((conflict) => conflict.columns(['generation', 'collection']).doUpdateSet(values))
      .execute();
    known.set(collection, after);
  }

  return {
    of,
    add,
    move: (collection: string, before: Row | undefined, after: Row) => add(collection, difference(before, after)),
  };
}

export function difference(before: Row | undefined, after: Row): Counts {
  return {
    created: isLive(after) - isLive(before),
    lastPosition: after.position,
    bytes: (after.value?.length ?? 0) - (before?.value?.length ?? 0),
  };
}

function isLive(row: Row | undefined): 0 | 1 {
  return row !== undefined && row.position > 0 && row.value !== null ? 1 : 0;
}

async function readCounts(db: SandboxDb, generation: string, collection: string): Promise<Counts> {
  const row = await db
    .selectFrom('sandbox_collections')
    .where('generation', '=', generation)
    .where('collection', '=', collection)
    .select(['created', 'last_position', 'bytes'])
    .executeTakeFirst();
  return row === undefined ? none : { created: row.created, lastPosition: row.last_position, bytes: row.bytes };
}

function tooLarge(collection: string): ProblemError {
  return new ProblemError('sandbox-full', {
    detail: `${collection} of your sandbox holds ${largestCollection / 1024 / 1024} MB, and may hold no more. Delete what you do not need, or reset the sandbox.`,
  });
}
