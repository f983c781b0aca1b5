import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { keyStoreContract } from './key-store.contract.ts';
import { keysMigrations } from './migrations.ts';
import { sqlKeyStore } from './sql-key-store.ts';

describeOnBothDatabases('the key store', (open) =>
  keyStoreContract(async () => sqlKeyStore(await open(keysMigrations))),
);
