import type { Adopt } from '../../platform/adopt.ts';
import type { JourneyTables } from './tables.ts';

/** What a guest has proven comes along, but for steps of which the organization has its own; then all its exchanges are looked at. */
export const adoptJourneys: Adopt = async (transaction, from, to) => {
  const db = transaction.withTables<JourneyTables>();
  const stepsOf = (organization: string) =>
    db.selectFrom('journey_records').select(['journey', 'step']).where('organization', '=', organization).execute();
  const own = await stepsOf(to);
  for (const { journey, step } of await stepsOf(from)) {
    if (own.some((one) => one.journey === journey && one.step === step)) continue;
    await db
      .updateTable('journey_records')
      .set({ organization: to })
      .where('organization', '=', from)
      .where('journey', '=', journey)
      .where('step', '=', step)
      .execute();
  }
  await db.deleteFrom('journey_looks').where('organization', 'in', [from, to]).execute();
};
