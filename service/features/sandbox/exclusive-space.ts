import { sql } from 'kysely';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import type { SandboxDb, SandboxTables } from './sandbox-tables.ts';
import type { Space } from './sandbox-store.ts';
import { takeTurns } from './take-turns.ts';

/** A space that nobody else changes meanwhile, in this process and in others. */
export interface ExclusiveSpaces {
  readonly db: SandboxDb;
  readonly kind: Database['kind'];
  readonly clock: Clock;
  /** One transaction. */
  inOne<T>(space: Space, work: (transaction: SandboxDb) => Promise<T>): Promise<T>;
  /**
   * Long work in pieces. On SQLite, which works in this process, each piece is a transaction of its own, and others have
   * their turn between two of them; on PostgreSQL all are one transaction. What a piece writes must not be seen before the
   * last one points to it.
   */
  inPieces<T>(space: Space, work: (piece: Piece) => Promise<T>): Promise<T>;
  /** Not a transaction: nobody in this process is at the space meanwhile. */
  inTurnAt<T>(space: Space, work: () => Promise<T>): Promise<T>;
}

export type Piece = <T>(work: (transaction: SandboxDb) => Promise<T>) => Promise<T>;

export function exclusiveSpaces(database: Database, clock: Clock): ExclusiveSpaces {
  const db = database.db.withTables<SandboxTables>();
  const inTurn = takeTurns();
  const isLocked = database.kind === 'postgres';
  const inOne: ExclusiveSpaces['inOne'] = (space, work) =>
    inTurn(nameOf(space), () =>
      db.transaction().execute(async (transaction) => {
        // SQLite's transactions take turns by themselves; PostgreSQL's of one space are made to, in every process.
        if (isLocked) await lock(transaction, space);
        return work(transaction);
      }),
    );
  return {
    db,
    kind: database.kind,
    clock,
    inOne,
    inTurnAt: (space, work) => inTurn(nameOf(space), work),
    inPieces(space, work) {
      if (isLocked) return inOne(space, (transaction) => work((piece) => piece(transaction)));
      return inTurn(nameOf(space), () =>
        work(async (piece) => {
          const result = await db.transaction().execute(piece);
          await new Promise(setImmediate);
          return result;
        }),
      );
    },
  };
}

/** https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS: held until the transaction ends. */
export async function lock(transaction: SandboxDb, space: Space): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${nameOf(space)}, 0))`.execute(transaction);
}

function nameOf({ organization, api, version }: Space): string {
  return `sandbox/${organization}/${api}/${version}`;
}
