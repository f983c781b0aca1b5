import type { Database } from '../../platform/database/index.ts';

/** All keys of an organization, for whoever takes it away or takes its data along. */
export interface OrganizationKeys {
  list(organization: string): Promise<readonly { readonly id: string; readonly label: string | null }[]>;
  /** Ends all of them, labelled or not. */
  revokeAll(organization: string): Promise<void>;
}

export function organizationKeys(database: Database, keys: { revoke(id: string): Promise<boolean> }): OrganizationKeys {
  const db = database.db.withTables<{
    keys: { id: string; organization: string; label: string | null; revoked_at: string | null };
  }>();
  const standing = (organization: string) =>
    db
      .selectFrom('keys')
      .where('organization', '=', organization)
      .where('revoked_at', 'is', null)
      .orderBy('id')
      .select(['id', 'label'])
      .execute();
  return {
    list: async (organization) => (await standing(organization)).filter(({ label }) => label !== null),
    async revokeAll(organization) {
      for (const { id } of await standing(organization)) await keys.revoke(id);
    },
  };
}
