import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { accountsMigrations } from '../accounts/index.ts';
import { keysMigrations } from '../keys/index.ts';
import { listingStoreContract } from './listing-store.contract.ts';
import { integrationsMigrations } from './migrations.ts';
import { sqlListingStore } from './sql-listing-store.ts';

describeOnBothDatabases('the store of listings', (open) =>
  listingStoreContract(async () => {
    const database = await open([...keysMigrations, ...accountsMigrations, ...integrationsMigrations]);
    return { database, store: sqlListingStore(database) };
  }),
);
