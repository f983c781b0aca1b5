import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { journeyStoreContract } from './journey-store.contract.ts';
import { onboardingMigrations } from './migrations.ts';
import { sqlJourneyStore } from './sql-journey-store.ts';

describeOnBothDatabases('the store of journeys', (open) =>
  journeyStoreContract(async () => {
    const database = await open(onboardingMigrations);
    return { store: sqlJourneyStore(database), database };
  }),
);
