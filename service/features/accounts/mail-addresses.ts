import type { Database } from '../../platform/database/index.ts';
import type { OrganizationRole } from './identity/role-names.ts';
import { sqlStaffStore } from './staff/sql-staff-store.ts';

type Tables = Record<'members', { organizationId: string; userId: string; role: string }> &
  Record<'account_people', { id: string; email: string; emailVerified: boolean | number }> &
  Record<'organizations', { id: string; name: string }>;

/** Whom mails about an organization's things go to. */
export interface MailAddresses {
  /** Confirmed addresses of its members with one of the roles. */
  readonly ofMembers: (organization: string, roles: readonly OrganizationRole[]) => Promise<readonly string[]>;
  /** Of the team that runs the portal: those of the configuration, and those of people who were made staff. */
  readonly ofStaff: () => Promise<readonly string[]>;
  /** An organization's name; its id where it is not there. */
  readonly nameOf: (organization: string) => Promise<string>;
}

export function mailAddresses(database: Database, configuredStaff: readonly string[]): MailAddresses {
  const db = database.db.withTables<Tables>();
  const staff = sqlStaffStore(database);
  return {
    async ofMembers(organization, roles) {
      const rows = await db
        .selectFrom('members')
        .innerJoin('account_people', 'account_people.id', 'members.userId')
        .where('organizationId', '=', organization)
        .where('role', 'in', [...roles])
        .orderBy('email')
        .select(['email', 'emailVerified'])
        .execute();
      return rows.filter(({ emailVerified }) => Boolean(emailVerified)).map(({ email }) => email);
    },
    async ofStaff() {
      const made = (await staff.list()).map(({ email }) => email);
      return [...new Set([...configuredStaff, ...made].map((email) => email.toLowerCase()))];
    },
    async nameOf(organization) {
      const row = await db.selectFrom('organizations').select('name').where('id', '=', organization).executeTakeFirst();
      return row?.name ?? organization;
    },
  };
}
