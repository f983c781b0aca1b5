import type { Clock } from '../../platform/clock.ts';
import { ProblemError } from '../../platform/problem.ts';
import type { SandboxDb } from './sandbox-tables.ts';
import type { Row } from './sandbox-store.ts';

export interface Counts {
  readonly created: number;
  /** Of what was there from the start. */
  readonly removed: number;
  readonly lastPosition: number;
  readonly bytes: number;
}

/** What the values of one collection may come to, in characters: the database is shared. */
export const largestCollection = 128 * 1024 * 1024;

const none: Counts = { created: 0, removed: 0, lastPosition: 0, bytes: 0 };

/** What the collections of a generation count, kept with each change, so that nothing has to be counted. */
export function collectionCounts(db: SandboxDb, generation: string, clock: Clock) {
  const known = new Map<string, Counts>();

  async function of(collection: string): Promise<Counts> {
    const read = known.get(collection) ?? (await readCounts(db, generation, collection));
    known.set(collection, read);
    return read;
  }

  /** Throws the problem where the collection would become too large. */
  async function note(collection: string, before: Row | undefined, after: Row | undefined): Promise<void> {
    const counts = await of(collection);
    const bytes = (after?.value?.length ?? 0) - (before?.value?.length ?? 0);
    if (bytes > 0 && counts.bytes + bytes > largestCollection) throw tooLarge(collection);
    known.set(collection, {
      created: counts.created + isLive(after) - isLive(before),
      removed: counts.removed + isRemoved(after) - isRemoved(before),
      lastPosition: Math.max(counts.lastPosition, after?.position ?? 0),
      bytes: counts.bytes + bytes,
    });
  }

  async function write(collection: string): Promise<void> {
    const { created, removed, lastPosition, bytes } = await of(collection);
    const values = { created, removed, last_position: lastPosition, bytes, changed_at: clock.now().toISOString() };
    await db
      .insertInto('sandbox_collections')
      .values({ generation, collection, ...values })
      .onConflict((conflict) => conflict.columns(['generation', 'collection']).doUpdateSet(values))
      .execute();
  }

  return { of, note, write };
}

function isLive(row: Row | undefined): 0 | 1 {
  return row !== undefined && row.position > 0 && row.value !== null ? 1 : 0;
}

function isRemoved(row: Row | undefined): 0 | 1 {
  return row?.position === 0 && row.value === null ? 1 : 0;
}

async function readCounts(db: SandboxDb, generation: string, collection: string): Promise<Counts> {
  const row = await db
    .selectFrom('sandbox_collections')
    .where('generation', '=', generation)
    .where('collection', '=', collection)
    .select(['created', 'removed', 'last_position', 'bytes'])
    .executeTakeFirst();
  if (row === undefined) return none;
  return { created: row.created, removed: row.removed, lastPosition: row.last_position, bytes: row.bytes };
}

function tooLarge(collection: string): ProblemError {
  return new ProblemError('sandbox-full', {
    detail: `${collection} of your sandbox holds ${largestCollection / 1024 / 1024} MB, and may hold no more. Delete what you do not need, or reset the sandbox.`,
  });
}
