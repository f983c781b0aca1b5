import { sql } from 'kysely';
import type { Adopt } from '../../platform/adopt.ts';

/** Clients, consents and tokens name whose they are within what is kept of them, as a JSON text. */
export const adoptClients: Adopt = async (transaction, from, to) => {
  const [was, is] = [JSON.stringify(from), JSON.stringify(to)];
  await sql`
    update oauth_records set payload = replace(payload, ${was}, ${is})
    where payload like ${`%${was.replaceAll('_', '\\_')}%`} escape '\\'`.execute(transaction);
};
