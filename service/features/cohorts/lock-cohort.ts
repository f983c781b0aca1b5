import { type Kysely, sql } from 'kysely';

/** For the rest of the transaction nobody else invites into the cohort, accepts or announces. SQLite's transactions take turns by themselves. */
export async function lockCohort(
  transaction: Kysely<unknown>,
  kind: 'sqlite' | 'postgres',
  cohort: string,
): Promise<void> {
  if (kind === 'postgres') await sql`select 1 from cohorts where id = ${cohort} for update`.execute(transaction);
}
