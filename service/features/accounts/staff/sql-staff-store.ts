import { type Kysely, sql } from 'kysely';
import type { Database } from '../../../platform/database/index.ts';
import type { StaffStore } from './staff-store.ts';

type StaffTables = Record<'account_staff', { person: string; added_by: string; added_at: string }> &
  Record<'account_staff_links', { hash: string; ends_at: string }> &
  Record<'account_people', { id: string; name: string; email: string; emailVerified: boolean | number }>;

export function sqlStaffStore(database: Database): StaffStore {
  const db = database.db.withTables<StaffTables>();

  /** One transaction during which nobody else changes the staff; SQLite's take turns by themselves. */
  const alone = <T>(work: (transaction: Kysely<StaffTables>) => Promise<T>): Promise<T> =>
    db.transaction().execute(async (transaction) => {
      if (database.kind === 'postgres') {
        await sql`lock table account_staff in share row exclusive mode`.execute(transaction);
      }
      return work(transaction);
    });

  return {
    async list() {
      const rows = await db
        .selectFrom('account_staff')
        .innerJoin('account_people', 'account_people.id', 'account_staff.person')
        .orderBy('account_people.email')
        .select(['account_people.id as person', 'account_people.name', 'account_people.email'])
        .select('account_staff.added_at')
        .execute();
      return rows.map(({ added_at, ...member }) => ({ ...member, since: new Date(added_at) }));
    },
    async confirmed(emails) {
      if (emails.length === 0) return [];
      const rows = await db
        .selectFrom('account_people')
        .where('email', 'in', [...emails])
        .orderBy('email')
        .select(['id', 'name', 'email', 'emailVerified'])
        .execute();
      return rows
        .filter(({ emailVerified }) => Boolean(emailVerified))
        .map(({ id, name, email }) => ({ id, name, email }));
    },
    add: (person, addedBy, now) => addTo(db, person, addedBy, now),
    remove: (person, mayBeLast) =>
      alone(async (transaction) => {
        const all = await transaction.selectFrom('account_staff').select('person').execute();
        if (!all.some((one) => one.person === person)) return 'unknown';
        if (all.length === 1 && !mayBeLast) return 'last';
        await transaction.deleteFrom('account_staff').where('person', '=', person).execute();
        return 'removed';
      }),
    async offer(hash, endsAt, now) {
      await db.deleteFrom('account_staff_links').where('ends_at', '<=', now.toISOString()).execute();
      await db.insertInto('account_staff_links').values({ hash, ends_at: endsAt.toISOString() }).execute();
    },
    claim: (hash, person, now) =>
      alone(async (transaction) => {
        const link = await transaction
          .selectFrom('account_staff_links')
          .where('hash', '=', hash)
          .where('ends_at', '>', now.toISOString())
          .select('hash')
          .executeTakeFirst();
        const first = await transaction.selectFrom('account_staff').select('person').limit(1).executeTakeFirst();
        if (link === undefined || first !== undefined) return false;
        await addTo(transaction, person, person, now);
        await transaction.deleteFrom('account_staff_links').execute();
        return true;
      }),
  };
}

async function addTo(db: Kysely<StaffTables>, person: string, addedBy: string, now: Date): Promise<void> {
  await db
    .insertInto('account_staff')
    .values({ person, added_by: addedBy, added_at: now.toISOString() })
    .onConflict((conflict) => conflict.column('person').doNothing())
    .execute();
}
