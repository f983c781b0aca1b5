import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { newId } from '../ids.ts';
import { seal } from '../secret/index.ts';
import { mailMigrations } from './migrations.ts';
import { outboxStoreContract } from './outbox-store.contract.ts';
import { sqlOutboxStore } from './sql-outbox-store.ts';

describeOnBothDatabases('the outbox', (open) =>
  outboxStoreContract(async () => {
    const database = await open(mailMigrations);
    return { database, store: sqlOutboxStore({ database, seal: seal(Buffer.alloc(32, 1), 'mail'), newId }) };
  }),
);
