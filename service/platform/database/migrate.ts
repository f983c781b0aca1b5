import { type Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { StartError } from '../start-error.ts';
import type { Database } from './database.ts';

/**
 * One step of a feature's tables. `name` starts with the day it was written and the feature, `2026-11-21-keys`, and is
 * never changed or taken away once released. A feature's migration touches only the feature's own tables, so that those of
 * different features may run in any order.
 */
export interface FeatureMigration {
  readonly name: string;
  up(db: Kysely<unknown>): Promise<void>;
}

/**
 * Brings the database up to the program: all pending migrations, by name, in one transaction, so that a process that
 * dies on the way leaves nothing half-done and a second process that starts at the same time waits for the first.
 */
export async function migrate(database: Database, migrations: readonly FeatureMigration[]): Promise<void> {
  const byName = Object.fromEntries(migrations.map((migration) => [migration.name, migration]));
  if (Object.keys(byName).length !== migrations.length) throw new Error('Two migrations have one name.');
  await refuseNewer(database, new Set(Object.keys(byName)));
  const migrator = new Migrator({
    db: database.db,
    provider: { getMigrations: async () => byName },
    allowUnorderedMigrations: true,
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  // Another process, newer than this one, may have migrated in between.
  await refuseNewer(database, new Set(Object.keys(byName)));
  const reason = error instanceof Error ? error.message : JSON.stringify(error);
  throw new StartError(
    `The database ${database.location} cannot be brought up to date (${reason}). Nothing was changed. Mend the cause and start again, or restore a backup.`,
    { cause: error },
  );
}

async function refuseNewer(database: Database, known: ReadonlySet<string>): Promise<void> {
  const tables = await database.db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return;
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(database.db);
  const unknown = rows.find((row) => !known.has(row.name));
  if (unknown === undefined) return;
  throw new StartError(
    `The database ${database.location} is newer than this program: it has the migration ${unknown.name}, which this version does not know. Start the newer version, or restore a backup that was made by this one.`,
  );
}
