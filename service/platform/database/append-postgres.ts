import { type Kysely, sql } from 'kysely';
import type { Append } from './append.ts';

/** PostgreSQL takes 65,535 bound values in one statement. */
const mostValues = 16_000;

export function postgresAppend(db: Kysely<unknown>): Append {
  return async ({ table, columns, values }) => {
    if (values.length === 0) return;
    const rowsAStatement = Math.floor(mostValues / columns.length);
    const names = sql.join(columns.map((column) => sql.ref(column)));
    await db.transaction().execute(async (transaction) => {
      for (let start = 0; start < values.length; start += rowsAStatement) {
        const rows = values.slice(start, start + rowsAStatement).map((row) => sql`(${sql.join(row)})`);
        await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(rows)} on conflict (id) do nothing`.execute(
          transaction,
        );
      }
    });
  };
}
