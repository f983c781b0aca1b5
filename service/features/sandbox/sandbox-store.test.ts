import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { exclusiveSpaces } from './exclusive-space.ts';
import { sandboxMigrations } from './migrations.ts';
import { sandboxStoreContract } from './sandbox-store.contract.ts';
import { sqlSandboxStore } from './sql-sandbox-store.ts';

describeOnBothDatabases('sandboxes', (open) => {
  sandboxStoreContract(async () => {
    let now = new Date('2026-11-21T09:00:00Z');
    const clock = {
      now: () => now,
      advanceHours: (hours: number) => {
        now = new Date(now.getTime() + hours * 3_600_000);
      },
    };
    return { store: sqlSandboxStore(exclusiveSpaces(await open(sandboxMigrations), clock)), clock };
  });
});
