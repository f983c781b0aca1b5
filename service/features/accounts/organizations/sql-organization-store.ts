import type { Kysely } from 'kysely';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/index.ts';
import type { NewId } from '../../../platform/ids.ts';
import { roleOf } from '../identity/role-names.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { decideMemberChange, type Member, organizationLimits } from './organization.ts';
import type { OrganizationStore } from './organization-store.ts';
import type { OrganizationDb, OrganizationTables } from './tables.ts';

export function sqlOrganizationStore(database: Database, clock: Clock, newId: NewId): OrganizationStore {
  const db = database.db.withTables<OrganizationTables>();
  const alone = oneAtATime(database);
  return {
    async add(transaction: Kysely<unknown>, { name, owner, session }) {
      const within = transaction.withTables<OrganizationTables>();
      const { joined } = await within
        .selectFrom('members')
        .where('userId', '=', owner)
        .select((row) => row.fn.countAll<number>().as('joined'))
        .executeTakeFirstOrThrow();
      if (Number(joined) >= organizationLimits.organizations) return null;
      const id = newId('org');
      const createdAt = clock.now().toISOString();
      await within.insertInto('organizations').values({ id, name, slug: id, createdAt }).execute();
      await within
        .insertInto('members')
        .values({ id: newId('mem'), organizationId: id, userId: owner, role: 'owner', createdAt })
        .execute();
      await turnTo(within, session, id);
      return { id, name, role: 'owner' };
    },

    async join(transaction, { organization, person, role, session }) {
      const within = transaction.withTables<OrganizationTables>();
      const of = within.selectFrom('organizations').where('id', '=', organization).select('name');
      // So that nobody else changes its members meanwhile: see `oneAtATime`.
      const found = await (database.kind === 'postgres' ? of.forUpdate() : of).executeTakeFirst();
      if (found === undefined) return null;
      const members = await membersOf(within, organization);
      const known = members.find((member) => member.person === person);
      if (known === undefined) {
        if (members.length >= organizationLimits.members) return null;
        const createdAt = clock.now().toISOString();
        const member = { id: newId('mem'), organizationId: organization, userId: person, role, createdAt };
        await within.insertInto('members').values(member).execute();
      }
      await turnTo(within, session, organization);
      return { id: organization, name: found.name, role: known?.role ?? role };
    },

    rename: async (organization, name) =>
      void (await db.updateTable('organizations').set({ name }).where('id', '=', organization).execute()),

    actFor: (session, organization) => turnTo(db, session, organization),

    members: (organization) => membersOf(db, organization),

    changeMember: (organization, id, change) =>
      alone(organization, async (transaction) => {
        const members = await membersOf(transaction, organization);
        const decision = decideMemberChange(members, id, change);
        const person = members.find((member) => member.id === id)?.person;
        if (decision !== 'allowed' || person === undefined) return decision;
        if (change === null) await remove(transaction, organization, id, person);
        else await transaction.updateTable('members').set({ role: change }).where('id', '=', id).execute();
        if (change !== 'owner') {
          await transaction
            .updateTable('invitations')
            .set({ status: 'canceled' })
            .where('organizationId', '=', organization)
            .where('inviterId', '=', person)
            .where('status', '=', 'pending')
            .execute();
        }
        return decision;
      }),
  };
}

export async function turnTo(db: OrganizationDb, session: string, organization: string): Promise<void> {
  await db
    .updateTable('account_sessions')
    .set({ activeOrganizationId: organization })
    .where('id', '=', session)
    .execute();
}

async function membersOf(db: OrganizationDb, organization: string): Promise<readonly Member[]> {
  const rows = await db
    .selectFrom('members')
    .innerJoin('account_people', 'account_people.id', 'members.userId')
    .where('members.organizationId', '=', organization)
    .orderBy('members.createdAt')
    .orderBy('members.id')
    .select(['members.id', 'members.userId', 'members.role', 'members.createdAt'])
    .select(['account_people.name', 'account_people.email'])
    .execute();
  return rows.map(({ id, userId, role, createdAt, name, email }) => ({
    ...{ id, name, email },
    person: userId,
    role: roleOf(role),
    joinedAt: new Date(createdAt),
  }));
}

async function remove(db: OrganizationDb, organization: string, member: string, person: string): Promise<void> {
  await db.deleteFrom('members').where('id', '=', member).execute();
  await db
    .updateTable('account_sessions')
    .set({ activeOrganizationId: null })
    .where('userId', '=', person)
    .where('activeOrganizationId', '=', organization)
    .execute();
}
