import { sql } from 'kysely';
import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { idSource } from '../../platform/ids.ts';
import { accountsMigrations } from '../accounts/index.ts';
import { cohortStoreContract } from './cohort-store.contract.ts';
import { cohortsMigrations } from './migrations.ts';
import { sqlCohortStore } from './sql-cohort-store.ts';

describeOnBothDatabases('cohorts', (open) =>
  cohortStoreContract(async (clock) => {
    const database = await open([...accountsMigrations, ...cohortsMigrations]);
    return {
      store: sqlCohortStore(database, clock, idSource(clock)),
      organization: async (id, name) => {
        const at = '2026-11-21T08:00:00.000Z';
        await sql`insert into organizations (id, name, slug, "createdAt") values (${id}, ${name}, ${id}, ${at})`.execute(
          database.db,
        );
      },
      forgetOrganization: async (id) => {
        await sql`delete from organizations where id = ${id}`.execute(database.db);
      },
    };
  }),
);
