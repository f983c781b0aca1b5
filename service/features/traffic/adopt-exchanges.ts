import type { Adopt } from '../../platform/adopt.ts';

/** Exchanges that are written: what they have proven stays proven. */
export const adoptExchanges: Adopt = async (transaction, from, to) => {
  const db = transaction.withTables<{ exchanges: { organization: string | null } }>();
  await db.updateTable('exchanges').set({ organization: to }).where('organization', '=', from).execute();
};
