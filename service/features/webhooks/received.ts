import type { Database } from '../../platform/database/index.ts';
import type { DeliveryCause } from './delivery.ts';
import type { WebhookTables } from './tables.ts';

/** A delivery that an address of the network answered with 2XX. */
export interface ReceivedDelivery {
  readonly id: string;
  readonly api: string;
  readonly version: string;
  readonly endpoint: string;
  readonly url: string;
  readonly message: string;
  readonly type: string;
  readonly cause: DeliveryCause;
  readonly body: string;
  readonly status: number;
  /** When the attempt began that was answered so. */
  readonly receivedAt: Date;
}

/** The newest deliveries of an organization that were received, 200 at most, oldest first. What only the inbox took is none. */
export function receivedDeliveries(database: Database): (organization: string) => Promise<readonly ReceivedDelivery[]> {
  const db = database.db.withTables<WebhookTables>();
  return async (organization) => {
    const rows = await db
      .selectFrom('webhook_deliveries as delivery')
      .innerJoin('webhook_attempts as attempt', (join) =>
        join.onRef('attempt.delivery', '=', 'delivery.id').onRef('attempt.number', '=', 'delivery.attempts'),
      )
      .select([
        'delivery.id',
        'api',
        'version',
        'endpoint',
        'url',
        'message',
        'type',
        'cause',
        'body',
        'last_status',
        'at',
      ])
      .where('organization', '=', organization)
      .where('state', '=', 'delivered')
      .where('for_inbox', '=', 0)
      .orderBy('delivery.id', 'desc')
      .limit(200)
      .execute();
    return rows.reverse().map(({ cause, last_status, at, ...row }) => ({
      ...row,
      cause: cause as DeliveryCause,
      status: last_status ?? 0,
      receivedAt: new Date(at),
    }));
  };
}
