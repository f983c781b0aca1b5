import type { CreateTableBuilder, Kysely } from 'kysely';
import type { FeatureMigration } from '../../platform/database/index.ts';

/**
 * The tables of the library that keeps accounts, with its names for columns: a test holds them to what it expects. `timestamptz` and
 * `boolean` are PostgreSQL's; SQLite keeps ISO 8601 text, 0 and 1 in them.
 */
export const accountsMigrations: readonly FeatureMigration[] = [
  {
    name: '2026-11-21-accounts',
    up: async (db) => {
      await table(db, 'account_people', ['createdAt', 'updatedAt'])
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('email', 'text', (column) => column.notNull().unique())
        .addColumn('emailVerified', 'boolean', (column) => column.notNull())
        .addColumn('image', 'text')
        .addColumn('twoFactorEnabled', 'boolean')
        .execute();
      await ofPerson(table(db, 'account_sessions', ['expiresAt', 'createdAt', 'updatedAt']))
        .addColumn('token', 'text', (column) => column.notNull().unique())
        .addColumn('ipAddress', 'text')
        .addColumn('userAgent', 'text')
        .addColumn('activeOrganizationId', 'text')
        .execute();
      await ofPerson(table(db, 'account_identities', ['createdAt', 'updatedAt']))
        .addColumn('accountId', 'text', (column) => column.notNull())
        .addColumn('providerId', 'text', (column) => column.notNull())
        .addColumn('accessToken', 'text')
        .addColumn('refreshToken', 'text')
        .addColumn('idToken', 'text')
        .addColumn('accessTokenExpiresAt', 'timestamptz')
        .addColumn('refreshTokenExpiresAt', 'timestamptz')
        .addColumn('scope', 'text')
        .addColumn('password', 'text')
        .addUniqueConstraint('account_identities_of_provider', ['providerId', 'accountId'])
        .execute();
      await table(db, 'account_verifications', ['expiresAt', 'createdAt', 'updatedAt'])
        .addColumn('identifier', 'text', (column) => column.notNull())
        .addColumn('value', 'text', (column) => column.notNull())
        .execute();
      await ofPerson(table(db, 'account_second_factors', []))
        .addColumn('secret', 'text', (column) => column.notNull())
        .addColumn('backupCodes', 'text', (column) => column.notNull())
        .addColumn('verified', 'boolean')
        .addColumn('failedVerificationCount', 'integer')
        .addColumn('lockedUntil', 'timestamptz')
        .execute();
      await index(db, 'account_sessions', 'userId');
      await index(db, 'account_sessions', 'expiresAt');
      await index(db, 'account_identities', 'userId');
      await index(db, 'account_verifications', 'identifier');
      await index(db, 'account_second_factors', 'secret');
      await index(db, 'account_second_factors', 'userId');
    },
  },
  {
    name: '2026-11-21-accounts-organizations',
    up: async (db) => {
      await table(db, 'organizations', ['createdAt'])
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('slug', 'text', (column) => column.notNull().unique())
        .addColumn('logo', 'text')
        .addColumn('metadata', 'text')
        .execute();
      await ofOrganization(ofPerson(table(db, 'members', ['createdAt'])))
        .addColumn('role', 'text', (column) => column.notNull())

        .execute();
      await ofOrganization(table(db, 'invitations', ['expiresAt', 'createdAt']))
        .addColumn('email', 'text', (column) => column.notNull())
        .addColumn('role', 'text')
        .addColumn('status', 'text', (column) => column.notNull())
        .addColumn('inviterId', 'text', (column) =>
          column.notNull().references('account_people.id').onDelete('cascade'),
        )
        .execute();
      await db.schema
        .createIndex('members_once')
        .on('members')
        .columns(['organizationId', 'userId'])
        .unique()
        .execute();
      await index(db, 'members', 'userId');
      await index(db, 'invitations', 'organizationId');
      await index(db, 'invitations', 'email');
    },
  },
  {
    name: '2026-11-21-accounts-staff',
    up: async (db) => {
      await db.schema
        .createTable('account_staff')
        .addColumn('person', 'text', (column) =>
          column.primaryKey().references('account_people.id').onDelete('cascade'),
        )
        .addColumn('added_by', 'text', (column) => column.notNull())
        .addColumn('added_at', 'text', (column) => column.notNull())
        .execute();
    },
  },
];

type Table = CreateTableBuilder<string>;

function table(db: Kysely<unknown>, name: string, times: readonly string[]): Table {
  const begun: Table = db.schema.createTable(name).addColumn('id', 'text', (column) => column.primaryKey());
  return times.reduce((made, time) => made.addColumn(time, 'timestamptz', (column) => column.notNull()), begun);
}

function ofPerson(made: Table): Table {
  return made.addColumn('userId', 'text', (column) =>
    column.notNull().references('account_people.id').onDelete('cascade'),
  );
}

function ofOrganization(made: Table): Table {
  return made.addColumn('organizationId', 'text', (column) =>
    column.notNull().references('organizations.id').onDelete('cascade'),
  );
}

async function index(db: Kysely<unknown>, on: string, column: string): Promise<void> {
  await db.schema.createIndex(`${on}_by_${column}`).on(on).column(column).execute();
}
