import { sql } from 'kysely';
import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { systemClock } from '../../platform/clock.ts';
import { accountsMigrations } from '../accounts/index.ts';
import { cohortsMigrations } from '../cohorts/index.ts';
import { accessStoreContract } from './access-store.contract.ts';
import { earlyAccessMigrations } from './migrations.ts';
import { sqlAccessStore } from './sql-access-store.ts';

describeOnBothDatabases('early access', (open) =>
  accessStoreContract(async () => {
    const { db } = await open([...accountsMigrations, ...cohortsMigrations, ...earlyAccessMigrations]);
    const now = '2026-11-21T08:00:00.000Z';
    return {
      store: sqlAccessStore({ db }, systemClock),
      organization: async (id, name) => {
        await sql`insert into organizations (id, name, slug, "createdAt") values (${id}, ${name}, ${id}, ${now})`.execute(
          db,
        );
      },
      removeOrganization: async (id) => {
        await sql`delete from organizations where id = ${id}`.execute(db);
      },
      cohort: async (id, name, organizations) => {
        await sql`insert into cohorts (id, name, description, journey, created_by, created_at)
          values (${id}, ${name}, '', 'j', 'per_1', ${now})`.execute(db);
        for (const one of organizations)
          await sql`insert into cohort_members values (${id}, ${one}, ${now})`.execute(db);
      },
    };
  }),
);
