import { sql } from 'kysely';
import type { Adopt } from '../../platform/adopt.ts';

/** The log, what is on its way, the address and the secrets; a lane's name begins with whose it is. */
export const adoptWebhooks: Adopt = async (transaction, from, to) => {
  const renamed = sql`${to} || substr(lane, ${sql.lit(from.length + 1)})`;
  await sql`
    update webhook_lanes set organization = ${to}, lane = ${renamed} where organization = ${from}
    and not exists (select 1 from webhook_lanes own where own.lane = ${renamedOf(to, from)})`.execute(transaction);
  await sql`update webhook_deliveries set organization = ${to}, lane = ${renamed} where organization = ${from}`.execute(
    transaction,
  );
};

const renamedOf = (to: string, from: string) => sql`${to} || substr(webhook_lanes.lane, ${sql.lit(from.length + 1)})`;
