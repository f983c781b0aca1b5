import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { exchangeStoreContract } from './exchange-store.contract.ts';
import { trafficMigrations } from './migrations.ts';
import { sqlExchangeStore } from './sql-exchange-store.ts';

describeOnBothDatabases('exchanges', (open) => {
  exchangeStoreContract(async () => sqlExchangeStore(await open(trafficMigrations)));
});
