import { sql } from 'kysely';
import type { Adopt } from '../../platform/adopt.ts';

/** Scenarios that are on go on, with what was counted. */
export const adoptTrouble: Adopt = async (transaction, from, to) => {
  await sql`
    update sandbox_trouble set organization = ${to} where organization = ${from} and not exists (
      select 1 from sandbox_trouble own where own.organization = ${to}
      and own.key_id = sandbox_trouble.key_id and own.scenario = sandbox_trouble.scenario)`.execute(transaction);
};
