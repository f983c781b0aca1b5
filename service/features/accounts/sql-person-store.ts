import type { Database } from '../../platform/database/index.ts';
import { roleOf } from './identity/role-names.ts';
import type { PersonStore } from './person-store.ts';

interface MemberRow {
  readonly organizationId: string;
  readonly userId: string;
  readonly role: string;
  readonly createdAt: string;
}

interface StaffRow {
  readonly person: string;
  readonly added_by: string;
  readonly added_at: string;
}

export function sqlPersonStore(database: Database): PersonStore {
  const db = database.db.withTables<{
    members: MemberRow;
    organizations: { readonly id: string; readonly name: string };
    account_staff: StaffRow;
  }>();
  return {
    async memberships(person) {
      const rows = await db
        .selectFrom('members')
        .innerJoin('organizations', 'organizations.id', 'members.organizationId')
        .where('members.userId', '=', person)
        .orderBy('members.createdAt')
        .orderBy('organizations.id')
        .select(['organizations.id', 'organizations.name', 'members.role'])
        .execute();
      return rows.map((row) => ({ ...row, role: roleOf(row.role) }));
    },
    async isStaff(person) {
      const found = await db
        .selectFrom('account_staff')
        .where('person', '=', person)
        .select('person')
        .executeTakeFirst();
      return found !== undefined;
    },
  };
}
