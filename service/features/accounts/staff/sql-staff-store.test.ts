import { sql } from 'kysely';
import { describeOnBothDatabases } from '../../../../tests/support/databases.ts';
import { accountsMigrations } from '../migrations.ts';
import { staffMigrations } from './migrations.ts';
import { sqlStaffStore } from './sql-staff-store.ts';
import { staffStoreContract } from './staff-store.contract.ts';

describeOnBothDatabases('the staff', (open) =>
  staffStoreContract(async () => {
    const database = await open([...accountsMigrations, ...staffMigrations]);
    const now = '2026-11-21T08:00:00.000Z';
    return {
      store: sqlStaffStore(database),
      person: async (id, isConfirmed) => {
        const confirmed = database.kind === 'sqlite' ? Number(isConfirmed) : isConfirmed;
        await sql`insert into account_people (id, name, email, "emailVerified", "createdAt", "updatedAt")
          values (${id}, ${id}, ${`${id}@example.com`}, ${confirmed}, ${now}, ${now})`.execute(database.db);
      },
    };
  }),
);
