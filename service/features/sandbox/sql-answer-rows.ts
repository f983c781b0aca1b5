import type { Clock } from '../../platform/clock.ts';
import type { SandboxDb } from './sandbox-tables.ts';
import type { Space, SpaceRows } from './sandbox-store.ts';

/** Answers to the idempotency keys of a space. Their day is one of the real clock. */
export function answerRows(
  db: SandboxDb,
  { organization, api, version }: Space,
  clock: Clock,
): Pick<SpaceRows, 'findAnswer' | 'saveAnswer'> {
  return {
    findAnswer: (key, notBefore) =>
      db
        .selectFrom('sandbox_answers')
        .where('organization', '=', organization)
        .where('api', '=', api)
        .where('version', '=', version)
        .where('key', '=', key)
        .where('answered_at', '>=', notBefore.toISOString())
        .select(['fingerprint', 'status', 'headers', 'body'])
        .executeTakeFirst(),

    async saveAnswer(key, answer) {
      const row = { ...answer, answered_at: clock.now().toISOString() };
      await db
        .insertInto('sandbox_answers')
        .values({ organization, api, version, key, ...row })
        .onConflict((conflict) => conflict.columns(['organization', 'api', 'version', 'key']).doUpdateSet(row))
        .execute();
    },
  };
}

/** To be done where another state takes the place of the one that the answers tell of. */
export async function removeAnswers(db: SandboxDb, { organization, api, version }: Space): Promise<void> {
  await db
    .deleteFrom('sandbox_answers')
    .where('organization', '=', organization)
    .where('api', '=', api)
    .where('version', '=', version)
    .execute();
}
