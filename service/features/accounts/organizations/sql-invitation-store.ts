import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/index.ts';
import type { NewId } from '../../../platform/ids.ts';
import { roleOf } from '../identity/role-names.ts';
import { expiryFrom, type Invitation, isFor, type KeptStatus, stateOf } from './invitation.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { organizationLimits } from './organization.ts';
import type { InvitationStore } from './organization-store.ts';
import { turnTo } from './sql-organization-store.ts';
import type { OrganizationDb, OrganizationTables } from './tables.ts';

export function sqlInvitationStore(database: Database, clock: Clock, newId: NewId): InvitationStore {
  const db = database.db.withTables<OrganizationTables>();
  const alone = oneAtATime(database);
  const isOpen = (invitation: Invitation) => stateOf(invitation, clock.now()) === 'pending';

  return {
    invite: ({ organization, role, inviter, ...wanted }) =>
      alone(organization, async (transaction) => {
        const email = wanted.email.trim().toLowerCase();
        if (await hasMember(transaction, organization, email)) return 'already-member';
        await settle(transaction, 'canceled')
          .where('organizationId', '=', organization)
          .where('email', '=', email)
          .execute();
        const open = (
          await all(transaction).where('organizationId', '=', organization).where('status', '=', 'pending').execute()
        )
          .map(toInvitation)
          .filter(isOpen);
        if (open.length >= organizationLimits.invitations) return 'too-many';
        const id = newId('inv');
        const now = clock.now();
        await transaction
          .insertInto('invitations')
          .values({
            ...{ id, email, role, organizationId: organization, inviterId: inviter, status: 'pending' },
            createdAt: now.toISOString(),
            expiresAt: expiryFrom(now).toISOString(),
          })
          .execute();
        return toInvitation(await all(transaction).where('invitations.id', '=', id).executeTakeFirstOrThrow());
      }),

    async list(organization, most) {
      const rows = await all(db)
        .where('organizationId', '=', organization)
        .orderBy('invitations.id', 'desc')
        .limit(most)
        .execute();
      return rows.map(toInvitation);
    },

    find: (id) => find(db, id),

    async openTo(email) {
      const rows = await all(db)
        .where('invitations.email', '=', email.trim().toLowerCase())
        .where('status', '=', 'pending')
        .orderBy('invitations.id', 'desc')
        .execute();
      return rows.map(toInvitation).filter(isOpen);
    },

    async cancel(organization, id) {
      const { numUpdatedRows } = await settle(db, 'canceled')
        .where('organizationId', '=', organization)
        .where('id', '=', id)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async renew(organization, id) {
      const { numUpdatedRows } = await db
        .updateTable('invitations')
        .set({ expiresAt: expiryFrom(clock.now()).toISOString() })
        .where('organizationId', '=', organization)
        .where('id', '=', id)
        .where('status', '=', 'pending')
        .executeTakeFirst();
      return numUpdatedRows > 0n ? find(db, id) : null;
    },

    async accept(id, person, session) {
      const { organization } = (await find(db, id)) ?? { organization: '' };
      return alone(organization, async (transaction) => {
        const invitation = await find(transaction, id);
        if (invitation === null || !isFor(invitation, person) || !isOpen(invitation)) return 'closed';
        const members = await transaction
          .selectFrom('members')
          .where('organizationId', '=', organization)
          .select(['userId', 'role'])
          .execute();
        const known = members.find(({ userId }) => userId === person.id);
        if (known === undefined && members.length >= organizationLimits.members) return 'full';
        await settle(transaction, 'accepted').where('id', '=', id).execute();
        const role = known === undefined ? invitation.role : roleOf(known.role);
        const createdAt = clock.now().toISOString();
        const member = { id: newId('mem'), organizationId: organization, userId: person.id, role, createdAt };
        if (known === undefined) await transaction.insertInto('members').values(member).execute();
        await turnTo(transaction, session, organization);
        return { id: organization, name: invitation.organizationName, role };
      });
    },

    async decline(id, person) {
      const { numUpdatedRows } = await settle(db, 'rejected')
        .where('id', '=', id)
        .where('email', '=', person.email.trim().toLowerCase())
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}

/** Of those that nobody answered. */
function settle(db: OrganizationDb, status: KeptStatus) {
  return db.updateTable('invitations').set({ status }).where('status', '=', 'pending');
}

function all(db: OrganizationDb) {
  return db
    .selectFrom('invitations')
    .innerJoin('organizations', 'organizations.id', 'invitations.organizationId')
    .innerJoin('account_people', 'account_people.id', 'invitations.inviterId')
    .selectAll('invitations')
    .select(['organizations.name as organizationName', 'account_people.name as invitedBy']);
}

type Row = Awaited<ReturnType<ReturnType<typeof all>['executeTakeFirstOrThrow']>>;

async function find(db: OrganizationDb, id: string): Promise<Invitation | null> {
  const row = await all(db).where('invitations.id', '=', id).executeTakeFirst();
  return row === undefined ? null : toInvitation(row);
}

async function hasMember(db: OrganizationDb, organization: string, email: string): Promise<boolean> {
  const found = await db
    .selectFrom('members')
    .innerJoin('account_people', 'account_people.id', 'members.userId')
    .where('members.organizationId', '=', organization)
    .where('account_people.email', '=', email)
    .select('members.id')
    .executeTakeFirst();
  return found !== undefined;
}

function toInvitation(row: Row): Invitation {
  return {
    id: row.id,
    organization: row.organizationId,
    organizationName: row.organizationName,
    email: row.email,
    role: roleOf(row.role),
    status: row.status as KeptStatus,
    invitedBy: row.invitedBy,
    createdAt: new Date(row.createdAt),
    expiresAt: new Date(row.expiresAt),
  };
}
