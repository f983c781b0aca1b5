import { describeOnBothDatabases } from '../../../../tests/support/databases.ts';
import { feedbackMigrations } from '../migrations.ts';
import { itemStoreContract } from './item-store.contract.ts';
import { sqlItemStore } from './sql-item-store.ts';

describeOnBothDatabases('the store of feedback', (open) =>
  itemStoreContract(async () => sqlItemStore(await open(feedbackMigrations))),
);
