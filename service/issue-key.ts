import { randomBytes } from 'node:crypto';
import { type IssuedKey, issueKey, sqlKeyStore, type WantedKey } from './features/keys/index.ts';
import { portalMigrations } from './migrations.ts';
import { systemClock } from './platform/clock.ts';
import { migrate, openDatabase } from './platform/database/index.ts';
import { newId } from './platform/ids.ts';
import { readSettings } from './platform/settings.ts';

/**
 * Issues a key on the portal's own database, that of the environment; the service may be running. Throws a `StartError` where there is
 * no way to the database.
 */
export async function issuePortalKey(wanted: WantedKey, environment: NodeJS.ProcessEnv): Promise<IssuedKey> {
  const database = await openDatabase(readSettings(environment, process.cwd()));
  try {
    await migrate(database, portalMigrations);
    return await issueKey(wanted, { store: sqlKeyStore(database), clock: systemClock, newId, random: randomBytes });
  } finally {
    await database.close();
  }
}
