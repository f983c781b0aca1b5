import type { Database } from '../../platform/database/index.ts';
import type { Seal } from '../../platform/secret/index.ts';
import type { WebhookTables } from './tables.ts';

/**
 * Seals the secrets of lanes that were written before secrets were sealed; resolves with how many. It may be done by several instances at
 * once and again after a crash: a lane is sealed once, and signs as before. It is no migration because that has no secret to seal with.
 */
export async function sealLanes(database: Database, seal: Seal): Promise<number> {
  const db = database.db.withTables<WebhookTables>();
  const open = await db
    .selectFrom('webhook_lanes')
    .select(['lane', 'secret', 'previous_secret'])
    .where('sealed', '=', 0)
    .execute();
  let count = 0;
  for (const { lane, secret, previous_secret: previous } of open) {
    const { numUpdatedRows } = await db
      .updateTable('webhook_lanes')
      .set({ secret: seal.close(secret), previous_secret: previous === null ? null : seal.close(previous), sealed: 1 })
      .where('lane', '=', lane)
      .where('sealed', '=', 0)
      // It may have been rotated meanwhile, by an instance of the version before.
      .where('secret', '=', secret)
      .executeTakeFirst();
    count += Number(numUpdatedRows);
  }
  return count;
}
