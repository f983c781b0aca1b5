import { sql } from 'kysely';
import type { Database } from '../../platform/database/index.ts';

/** Older exchanges than so many of the organization are not looked at. */
const looked = 10_000;

/** The versions, as `{api}/{version}`, that an organization used lately and got an answer of 2XX from. */
export function usedVersions(database: Database) {
  return async (organization: string): Promise<readonly string[]> => {
    const { rows } = await sql<{ api: string; version: string }>`
      select distinct api, version from (
        select api, version, status from exchanges where organization = ${organization} order by id desc limit ${looked}
      ) as latest
      where status between 200 and 299`.execute(database.db);
    return rows.map(({ api, version }) => `${api}/${version}`);
  };
}
