import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/index.ts';
import type { NewId } from '../../../platform/ids.ts';

/** Makes an account for an address where it has none. Resolves to the new person's id; null: there was one. */
export type MakeInvitedPerson = (email: string) => Promise<string | null>;

/**
 * Whoever is invited may sign up, also where nobody else may: an account with an address that is not confirmed opens nothing, and the link
 * that is sent to it confirms it.
 */
export function invitedPerson(
  { db, kind }: Pick<Database, 'db' | 'kind'>,
  clock: Clock,
  newId: NewId,
): MakeInvitedPerson {
  const people = db.withTables<{ account_people: Record<string, unknown> }>();
  return async (email) => {
    const id = newId('per');
    const now = clock.now().toISOString();
    const name = email.split('@', 1)[0] ?? email;
    const { numInsertedOrUpdatedRows } = await people
      .insertInto('account_people')
      .values({ id, name, email, emailVerified: kind === 'postgres' ? false : 0, createdAt: now, updatedAt: now })
      .onConflict((conflict) => conflict.column('email').doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n ? id : null;
  };
}
