import type { Database } from '../../platform/database/index.ts';

/** Whether people made an organization of this id: a guest's is none. */
export function isOrganization(database: Database) {
  const db = database.db.withTables<{ organizations: { readonly id: string } }>();
  return async (id: string): Promise<boolean> => {
    const row = await db.selectFrom('organizations').select('id').where('id', '=', id).executeTakeFirst();
    return row !== undefined;
  };
}
