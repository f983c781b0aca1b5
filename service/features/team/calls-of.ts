import { type Kysely, sql } from 'kysely';
import type { Call } from './board.ts';
import { callColumns, callOfRow } from './call-of-row.ts';
import type { ReadTables } from './tables.ts';

interface Calls {
  readonly lastCall: Call | null;
  readonly lastError: Call | null;
}

/** Spelt out, not bound: only so do both databases see that their index of failing exchanges has all that is asked for. */
const isFailing = sql<boolean>`exchanges.status >= 400`;

/** The latest exchange and the latest failing one of each, by two steps into an index apiece however many exchanges there are. */
export async function callsOf(
  db: Kysely<ReadTables>,
  organizations: readonly string[],
): Promise<ReadonlyMap<string, Calls>> {
  if (organizations.length === 0) return new Map();
  const latest = await db
    .selectFrom('organizations')
    .select('organizations.id')
    .select((row) => {
      const ofThem = row
        .selectFrom('exchanges')
        .select('exchanges.id')
        .whereRef('exchanges.organization', '=', 'organizations.id')
        .orderBy('exchanges.id', 'desc')
        .limit(1);
      return [ofThem.as('call'), ofThem.where(isFailing).as('error')];
    })
    .where('organizations.id', 'in', organizations)
    .execute();
  const ids = [...new Set(latest.flatMap(({ call, error }) => [call, error]).filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('exchanges').select(callColumns).where('id', 'in', ids).execute();
  const calls = new Map(rows.map((row) => [row.id, callOfRow(row)]));
  const named = (id: string | null) => (id === null ? null : (calls.get(id) ?? null));
  return new Map(latest.map(({ id, call, error }) => [id, { lastCall: named(call), lastError: named(error) }]));
}

/** The latest exchanges of an organization that failed, newest first. */
export async function failingOf(db: Kysely<ReadTables>, organization: string, most: number): Promise<readonly Call[]> {
  const rows = await db
    .selectFrom('exchanges')
    .select(callColumns)
    .where('organization', '=', organization)
    .where(isFailing)
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map(callOfRow);
}
