import { describeOnBothDatabases } from '../../../../tests/support/databases.ts';
import { newId } from '../../../platform/ids.ts';
import { accountsMigrations } from '../migrations.ts';
import { organizationStoreContract } from './organization-store.contract.ts';
import { sqlInvitationStore } from './sql-invitation-store.ts';
import { sqlOrganizationStore } from './sql-organization-store.ts';

describeOnBothDatabases('organizations', (open) =>
  organizationStoreContract(async (now) => {
    const database = await open(accountsMigrations);
    const clock = { now };
    return {
      database,
      organizations: sqlOrganizationStore(database, clock, newId),
      invitations: sqlInvitationStore(database, clock, newId),
    };
  }),
);
