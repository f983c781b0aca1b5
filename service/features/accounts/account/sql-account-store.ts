import type { Database } from '../../../platform/database/index.ts';
import type { AccountStore } from './account-store.ts';
import { leavingOf, removePerson } from './remove-person.ts';
import type { AccountTables } from './tables.ts';

export function sqlAccountStore(database: Database): AccountStore {
  const db = database.db.withTables<AccountTables>();
  return {
    async find(person) {
      const { createdAt } = await db
        .selectFrom('account_people')
        .where('id', '=', person)
        .select('createdAt')
        .executeTakeFirstOrThrow();
      const identities = await db
        .selectFrom('account_identities')
        .where('userId', '=', person)
        .orderBy('createdAt')
        .select(['providerId', 'createdAt'])
        .select((row) => row('password', 'is not', null).as('hasPassword'))
        .execute();
      const factor = await db
        .selectFrom('account_second_factors')
        .where('userId', '=', person)
        .select('verified')
        .executeTakeFirst();
      return {
        createdAt: new Date(createdAt),
        hasPassword: identities.some(({ hasPassword }) => Boolean(hasPassword)),
        hasSecondFactor: Boolean(factor?.verified),
        providers: identities
          .filter(({ hasPassword, providerId }) => !hasPassword && providerId !== 'credential')
          .map(({ providerId, createdAt: since }) => ({ id: providerId, since: new Date(since) })),
      };
    },
    async rename(person, name) {
      await db.updateTable('account_people').set({ name }).where('id', '=', person).execute();
    },
    async personOf(email) {
      const found = await db
        .selectFrom('account_people')
        .where('email', '=', email.trim().toLowerCase())
        .select('id')
        .executeTakeFirst();
      return found?.id ?? null;
    },
    async sessions(person, now) {
      const rows = await db
        .selectFrom('account_sessions')
        .where('userId', '=', person)
        .where('expiresAt', '>', now.toISOString())
        .orderBy('updatedAt', 'desc')
        .orderBy('id', 'desc')
        .select(['id', 'userAgent', 'createdAt', 'updatedAt'])
        .execute();
      return rows.map(({ id, userAgent, createdAt, updatedAt }) => ({
        ...{ id, userAgent: userAgent ?? '' },
        createdAt: new Date(createdAt),
        lastUsedAt: new Date(updatedAt),
      }));
    },
    async endSession(person, session) {
      const { numDeletedRows } = await db
        .deleteFrom('account_sessions')
        .where('userId', '=', person)
        .where('id', '=', session)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
    async endOtherSessions(person, kept) {
      const { numDeletedRows } = await db
        .deleteFrom('account_sessions')
        .where('userId', '=', person)
        .where('id', '!=', kept)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
    leaving: (person) => leavingOf(db, person),
    remove: (person) => removePerson(database, person),
  };
}
