import { sql } from 'kysely';
import type { Database } from '../../../platform/database/index.ts';
import type { OrganizationDb, OrganizationTables } from './tables.ts';

/** One transaction that nobody else changes the members of the organization meanwhile, so that two owners cannot both be the last to go. */
export function oneAtATime({ db, kind }: Pick<Database, 'db' | 'kind'>) {
  return <T>(organization: string, work: (transaction: OrganizationDb) => Promise<T>): Promise<T> =>
    db
      .withTables<OrganizationTables>()
      .transaction()
      .execute(async (transaction) => {
        // SQLite's transactions take turns by themselves.
        if (kind === 'postgres') {
          await sql`select 1 from organizations where id = ${organization} for update`.execute(transaction);
        }
        return work(transaction);
      });
}
