import { sql } from 'kysely';
import type { Database } from '../../platform/database/index.ts';
import type { EventsDb, EventTables } from './tables.ts';

/** One transaction at a time for each event: who signs up, leaves and changes takes turns. SQLite's take turns by themselves. */
export function heldEvents(database: Pick<Database, 'db' | 'kind'>) {
  const hold = (transaction: EventsDb, event: string) =>
    database.kind === 'postgres'
      ? sql`select 1 from events where id = ${event} for update`.execute(transaction)
      : Promise.resolve();
  return {
    ofEvent: <T>(event: string, work: (transaction: EventsDb) => Promise<T>): Promise<T> =>
      database.db
        .withTables<EventTables>()
        .transaction()
        .execute(async (transaction) => {
          await hold(transaction, event);
          return work(transaction);
        }),
    ofDate: <T>(date: string, work: (transaction: EventsDb) => Promise<T>): Promise<T> =>
      database.db
        .withTables<EventTables>()
        .transaction()
        .execute(async (transaction) => {
          const row = await transaction
            .selectFrom('event_dates')
            .select('event')
            .where('id', '=', date)
            .executeTakeFirst();
          await hold(transaction, row?.event ?? '');
          return work(transaction);
        }),
  };
}
