import type { Database } from '../../platform/database/index.ts';
import type { WebhookTables } from './tables.ts';

/** A delivery that an address of the network did not take: how its last attempt ended. */
export interface RefusedDelivery {
  readonly id: string;
  readonly api: string;
  readonly version: string;
  readonly type: string;
  readonly url: string;
  /** Null where no answer came; then `error` says why. */
  readonly status: number | null;
  readonly error: string | null;
  readonly at: Date;
}

/** The newest delivery of an organization to the network that was attempted, where its last attempt was refused; else null. */
export function newestRefused(database: Database): (organization: string) => Promise<RefusedDelivery | null> {
  const db = database.db.withTables<WebhookTables>();
  return async (organization) => {
    const row = await db
      .selectFrom('webhook_deliveries as delivery')
      .innerJoin('webhook_attempts as attempt', (join) =>
        join.onRef('attempt.delivery', '=', 'delivery.id').onRef('attempt.number', '=', 'delivery.attempts'),
      )
      .select([
        'delivery.id',
        'api',
        'version',
        'type',
        'url',
        'state',
        'attempt.status',
        'attempt.error',
        'attempt.at',
      ])
      .where('organization', '=', organization)
      .where('for_inbox', '=', 0)
      .orderBy('delivery.id', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (row === undefined || row.state === 'delivered') return null;
    const { state: _, ...refused } = row;
    return { ...refused, at: new Date(row.at) };
  };
}
