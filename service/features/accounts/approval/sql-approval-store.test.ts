import { sql } from 'kysely';
import { describeOnBothDatabases } from '../../../../tests/support/databases.ts';
import { accountsMigrations } from '../migrations.ts';
import { approvalStoreContract } from './approval-store.contract.ts';
import { approvalMigrations } from './migrations.ts';
import { sqlApprovalStore } from './sql-approval-store.ts';

describeOnBothDatabases('approvals', (open) => {
  let opened: ReturnType<typeof open> | undefined;
  approvalStoreContract(async () => {
    const database = await (opened ??= open([...accountsMigrations, ...approvalMigrations]));
    await sql`delete from account_people`.execute(database.db);
    await sql`delete from account_approval_since`.execute(database.db);
    return {
      store: sqlApprovalStore(database),
      person: async (id, at) => {
        const confirmed = database.kind === 'sqlite' ? 1 : true;
        await sql`insert into account_people (id, name, email, "emailVerified", "createdAt", "updatedAt")
          values (${id}, ${id}, ${`${id}@example.com`}, ${confirmed}, ${at.toISOString()}, ${at.toISOString()})`.execute(
          database.db,
        );
      },
      people: async () => (await sql`select id from account_people`.execute(database.db)).rows.length,
    };
  });
});
