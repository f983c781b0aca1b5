import { type Kysely, sql } from 'kysely';
import type { Database } from '../../../platform/database/index.ts';
import { roleOf } from '../identity/role-names.ts';
import type { Leaving } from './account-store.ts';
import type { AccountTables } from './tables.ts';

type Db = Kysely<AccountTables>;

export interface FellowMember {
  readonly organization: string;
  readonly name: string;
  readonly person: string;
  readonly role: string;
}

/** `members`: all of the organizations that the person belongs to. */
export function decideLeaving(person: string, members: readonly FellowMember[]): Leaving {
  const alone: string[] = [];
  const ownerless: string[] = [];
  for (const [organization, all] of Map.groupBy(members, (member) => member.organization)) {
    const others = all.filter((member) => member.person !== person);
    if (others.length === 0) alone.push(organization);
    else if (!others.some(({ role }) => roleOf(role) === 'owner')) ownerless.push(all[0]?.name ?? organization);
  }
  return { alone, ownerless };
}

export async function leavingOf(db: Db, person: string): Promise<Leaving> {
  const own = db.selectFrom('members').where('userId', '=', person).select('organizationId');
  const members = await db
    .selectFrom('members')
    .innerJoin('organizations', 'organizations.id', 'members.organizationId')
    .where('members.organizationId', 'in', own)
    .orderBy('organizations.name')
    .select(['organizations.id as organization', 'organizations.name'])
    .select(['members.userId as person', 'members.role'])
    .execute();
  return decideLeaving(person, members);
}

/** In one transaction, during which nobody joins or leaves the person's organizations. */
export function removePerson({ db, kind }: Database, person: string): Promise<Leaving> {
  return db
    .withTables<AccountTables>()
    .transaction()
    .execute(async (transaction) => {
      // SQLite's transactions take turns by themselves.
      if (kind === 'postgres') {
        await sql`select 1 from organizations where id in (select "organizationId" from members where "userId" = ${person})
          order by id for update`.execute(transaction);
      }
      const leaving = await leavingOf(transaction, person);
      if (leaving.ownerless.length > 0) return leaving;
      const alone = [...leaving.alone];
      if (alone.length > 0) {
        await transaction.deleteFrom('organizations').where('id', 'in', alone).execute();
        await transaction.deleteFrom('audit_events').where('organization', 'in', alone).execute();
      }
      const ownEvents = transaction.deleteFrom('audit_events').where('person', '=', person);
      await ownEvents.where('organization', 'is', null).execute();
      // Sessions, identities, second factors, memberships and the staff's role go with the person.
      await transaction.deleteFrom('account_people').where('id', '=', person).execute();
      return leaving;
    });
}
