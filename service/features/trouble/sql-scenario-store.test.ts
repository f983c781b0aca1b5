import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { troubleMigrations } from './migrations.ts';
import { scenarioStoreContract } from './scenario-store.contract.ts';
import { sqlScenarioStore } from './sql-scenario-store.ts';

describeOnBothDatabases('the store of scenarios', (open) =>
  scenarioStoreContract(async () => sqlScenarioStore(await open(troubleMigrations))),
);
