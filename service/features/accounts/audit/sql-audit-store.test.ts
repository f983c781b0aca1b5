import { describeOnBothDatabases } from '../../../../tests/support/databases.ts';
import { auditStoreContract } from './audit-store.contract.ts';
import { auditMigrations } from './migrations.ts';
import { sqlAuditStore } from './sql-audit-store.ts';

describeOnBothDatabases('the audit log', (open) =>
  auditStoreContract(async () => sqlAuditStore(await open(auditMigrations))),
);
