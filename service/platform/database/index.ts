import type { Database } from './database.ts';
import { openPostgres } from './open-postgres.ts';
import { openSqlite } from './open-sqlite.ts';

export type { ColumnValue } from './append.ts';
export type { Database, PoolState } from './database.ts';
export { databaseFault } from './fault.ts';
export { type FeatureMigration, migrate } from './migrate.ts';

/**
 * Opens the database that the configuration names: PostgreSQL where there is a URL, else SQLite in the data folder.
 * Throws a `StartError` with a sentence for the operator where that is not possible.
 */
export async function openDatabase(options: {
  dataFolder: string;
  databaseUrl: string | undefined;
  onIdleError?: (error: Error) => void;
}): Promise<Database> {
  if (options.databaseUrl === undefined) return openSqlite(options.dataFolder);
  return openPostgres(options.databaseUrl, options.onIdleError ?? (() => undefined));
}
