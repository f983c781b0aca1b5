import { sql } from 'kysely';
import type { WebhookDb } from './tables.ts';

/** Removes what is too old, and all but the newest of each organization; with a guest's last delivery its lanes go, too. */
export async function pruneDeliveries(
  db: WebhookDb,
  request: { before: Date; guestsBefore: Date; guestPrefix: string; most: number },
): Promise<number> {
  const { before, guestsBefore, guestPrefix, most } = request;
  const isGuest = sql<boolean>`substr(organization, 1, ${guestPrefix.length}) = ${guestPrefix}`;
  const isOld = sql<boolean>`(created_at < ${before.toISOString()} or (${isGuest} and created_at < ${guestsBefore.toISOString()}))`;
  const ranked = db
    .selectFrom('webhook_deliveries')
    .select('id')
    .select(sql<number>`row_number() over (partition by organization order by id desc)`.as('place'))
    .as('ranked');
  const beyond = db.selectFrom(ranked).select('ranked.id').where('ranked.place', '>', most);
  const { numDeletedRows } = await db
    .deleteFrom('webhook_deliveries')
    .where((row) => row.or([isOld, row('id', 'in', beyond)]))
    .executeTakeFirst();
  const kept = db.selectFrom('webhook_deliveries').select('id');
  await db.deleteFrom('webhook_attempts').where('delivery', 'not in', kept).execute();
  await db
    .deleteFrom('webhook_lanes')
    .where(isGuest)
    .where('created_at', '<', guestsBefore.toISOString())
    .where('lane', 'not in', db.selectFrom('webhook_deliveries').select('lane'))
    .execute();
  return Number(numDeletedRows);
}
