import { sql } from 'kysely';
import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { newId } from '../../platform/ids.ts';
import { eventStoreContract } from './event-store.contract.ts';
import { eventsMigrations } from './migrations.ts';
import { sqlEventStore } from './sql-event-store.ts';

describeOnBothDatabases('the store of events', (open) =>
  eventStoreContract(async () => {
    const database = await open(eventsMigrations);
    return { store: sqlEventStore(database, newId), clear: () => sql`delete from events`.execute(database.db) };
  }),
);
