import { type Kysely, sql } from 'kysely';
import type { Database } from '../../../platform/database/index.ts';
import type { ApprovalStore, TellOf, WaitingPerson } from './approval-store.ts';

type Tables = Record<'account_approvals', { person: string; asked_at: string; approved_at: string | null }> &
  Record<'account_approval_since', { id: number; since: string }> &
  Record<'account_people', { id: string; name: string; email: string; createdAt: string | Date }>;
type Db = Kysely<Tables>;

export function sqlApprovalStore(database: Database): ApprovalStore {
  const db = database.db.withTables<Tables>();

  /** One transaction in which nobody else decides on the person; SQLite's take turns by themselves. */
  const alone = <T>(person: string, work: (transaction: Db) => Promise<T>): Promise<T> =>
    db.transaction().execute(async (transaction) => {
      if (database.kind === 'postgres') {
        await sql`select 1 from account_people where id = ${person} for update`.execute(transaction);
      }
      return work(transaction);
    });

  const decide = (person: string, change: (transaction: Db) => Promise<unknown>, tell: TellOf): Promise<boolean> =>
    alone(person, async (transaction) => {
      const found = await waitingIn(transaction).where('account_approvals.person', '=', person).executeTakeFirst();
      if (found === undefined) return false;
      await change(transaction);
      await tell(toWaiting(found), transaction as Kysely<unknown>);
      return true;
    });

  return {
    async begin(now) {
      const row = { id: 1, since: now.toISOString() };
      await db
        .insertInto('account_approval_since')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    },
    async end() {
      await db.deleteFrom('account_approval_since').execute();
    },
    admits: (person, now, free, tell) =>
      alone(person, async (transaction) => {
        const known = await transaction
          .selectFrom('account_approvals')
          .selectAll()
          .where('person', '=', person)
          .executeTakeFirst();
        if (known !== undefined) return known.approved_at !== null;
        const account = await transaction
          .selectFrom('account_people')
          .selectAll()
          .where('id', '=', person)
          .executeTakeFirst();
        const begun = await transaction.selectFrom('account_approval_since').select('since').executeTakeFirst();
        if (account === undefined || begun === undefined) return account !== undefined;
        if (new Date(account.createdAt) < new Date(begun.since) || free.has(account.email.toLowerCase())) return true;
        const row = { person, asked_at: now.toISOString(), approved_at: null };
        await transaction.insertInto('account_approvals').values(row).execute();
        const { name, email } = account;
        await tell({ person, name, email, askedAt: now }, transaction as Kysely<unknown>);
        return false;
      }),
    async waiting(most) {
      const rows = await waitingIn(db).orderBy('asked_at').orderBy('account_approvals.person').limit(most).execute();
      return rows.map(toWaiting);
    },
    approve: (person, now, tell) =>
      decide(
        person,
        (transaction) =>
          transaction
            .updateTable('account_approvals')
            .set({ approved_at: now.toISOString() })
            .where('person', '=', person)
            .execute(),
        tell,
      ),
    decline: (person, tell) =>
      decide(
        person,
        (transaction) => transaction.deleteFrom('account_people').where('id', '=', person).execute(),
        tell,
      ),
    async approveAddress(email, now) {
      const at = now.toISOString();
      const account = await db.selectFrom('account_people').select('id').where('email', '=', email).executeTakeFirst();
      if (account === undefined) return;
      await db
        .insertInto('account_approvals')
        .values({ person: account.id, asked_at: at, approved_at: at })
        .onConflict((conflict) => conflict.column('person').doUpdateSet({ approved_at: at }))
        .execute();
    },
  };
}

function waitingIn(db: Db) {
  return db
    .selectFrom('account_approvals')
    .innerJoin('account_people', 'account_people.id', 'account_approvals.person')
    .where('approved_at', 'is', null)
    .select(['account_approvals.person', 'account_approvals.asked_at', 'account_people.name', 'account_people.email']);
}

function toWaiting({
  asked_at: askedAt,
  ...row
}: Omit<WaitingPerson, 'askedAt'> & { asked_at: string }): WaitingPerson {
  return { ...row, askedAt: new Date(askedAt) };
}
