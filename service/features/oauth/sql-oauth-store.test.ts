import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { oauthMigrations } from './migrations.ts';
import { oauthStoreContract } from './oauth-store.contract.ts';
import { sqlOAuthStore } from './sql-oauth-store.ts';

describeOnBothDatabases('the store of the authorization server', (open) =>
  oauthStoreContract(async () => sqlOAuthStore(await open(oauthMigrations))),
);
