import type { Database } from '../../platform/database/index.ts';

/** The names of people by their id; without those who have no account any more. */
export function namesOfPeople(database: Database) {
  const db = database.db.withTables<{ account_people: { readonly id: string; readonly name: string } }>();
  return async (people: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    if (people.length === 0) return new Map();
    const rows = await db.selectFrom('account_people').select(['id', 'name']).where('id', 'in', people).execute();
    return new Map(rows.map(({ id, name }) => [id, name]));
  };
}

/** The names of organizations by their id; without those that are gone, and without guests. */
export function namesOfOrganizations(database: Database) {
  const db = database.db.withTables<{ organizations: { readonly id: string; readonly name: string } }>();
  return async (organizations: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    if (organizations.length === 0) return new Map();
    const rows = await db.selectFrom('organizations').select(['id', 'name']).where('id', 'in', organizations).execute();
    return new Map(rows.map(({ id, name }) => [id, name]));
  };
}
