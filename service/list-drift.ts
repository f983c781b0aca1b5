import { type DriftQuery, sqlDriftStore, toDriftJson } from './features/drift/index.ts';
import { portalMigrations } from './migrations.ts';
import { migrate, openDatabase } from './platform/database/index.ts';
import { newId } from './platform/ids.ts';
import { readSettings } from './platform/settings.ts';

export type ListedDrift = ReturnType<typeof toDriftJson>;

/**
 * The drift in the portal's own database, that of the environment, as the API says it; the service may be running. Throws a `StartError`
 * where there is no way to the database.
 */
export async function listPortalDrift(query: DriftQuery, environment: NodeJS.ProcessEnv): Promise<ListedDrift[]> {
  const database = await openDatabase(readSettings(environment, process.cwd()));
  try {
    await migrate(database, portalMigrations);
    return (await sqlDriftStore(database, newId).list(query)).map((entry) => toDriftJson(entry, () => null));
  } finally {
    await database.close();
  }
}
