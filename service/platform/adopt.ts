import type { Kysely } from 'kysely';

/**
 * Moves what belongs to the organization `from` to `to`, within the transaction. Where `to` has its own in the same place, `from` keeps what it
 * has. To do it again does no harm.
 */
export type Adopt = (transaction: Kysely<unknown>, from: string, to: string) => Promise<void>;
