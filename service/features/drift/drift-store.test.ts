import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { newId } from '../../platform/ids.ts';
import { driftStoreContract } from './drift-store.contract.ts';
import { driftMigrations } from './migrations.ts';
import { sqlDriftStore } from './sql-drift-store.ts';

describeOnBothDatabases('drift', (open) => {
  driftStoreContract(async () => sqlDriftStore(await open(driftMigrations), newId));
});
