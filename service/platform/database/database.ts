import type { Kysely } from 'kysely';
import type { Append } from './append.ts';

/** The open database. A feature narrows `db` to its own tables: `database.db.withTables<KeysTables>()`. */
export interface Database {
  readonly db: Kysely<unknown>;
  readonly append: Append;
  readonly kind: 'sqlite' | 'postgres';
  /** Where it is, for messages: a file or host and name, never a password. */
  readonly location: string;
  /** Rejects where the database does not answer: what `/readyz` asks. */
  check(): Promise<void>;
  close(): Promise<void>;
  /** How the connections are; absent where there is only one. */
  readonly pool?: () => PoolState;
}

export interface PoolState {
  readonly open: number;
  readonly idle: number;
  /** Queries that wait for a connection. */
  readonly waiting: number;
}
