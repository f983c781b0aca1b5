import type { Adopt } from '../../platform/adopt.ts';

/** Keys go on as they are: with their limit, and until they end. */
export const adoptKeys: Adopt = async (transaction, from, to) => {
  const db = transaction.withTables<{ keys: { organization: string } }>();
  await db.updateTable('keys').set({ organization: to }).where('organization', '=', from).execute();
};
