import { describeOnBothDatabases } from '../../../../tests/support/databases.ts';
import { keysMigrations } from '../migrations.ts';
import { managedKeyStoreContract } from './managed-key-store.contract.ts';
import { sqlManagedKeyStore } from './sql-managed-key-store.ts';

describeOnBothDatabases('the store of organizations’ keys', (open) =>
  managedKeyStoreContract(async () => sqlManagedKeyStore(await open(keysMigrations))),
);
