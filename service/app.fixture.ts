import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { loadPortal, type LoadedPortal, readContracts } from '../contract/read/index.ts';
import type { DatabasePlace } from '../tests/support/databases.ts';
import { portalContract } from '../tests/support/portal-api.ts';
import { type AppDeps, buildApp } from './app.ts';
import { type Database, openDatabase } from './platform/database/index.ts';

export interface RunningApp {
  readonly app: FastifyInstance;
  readonly database: Database;
  readonly portal: LoadedPortal;
  close(): Promise<void>;
}

/** The whole service on the sample portal and an empty database, without its socket: SQLite, unless `place` is another. */
export async function startApp(
  change: {
    portal?: Partial<LoadedPortal>;
    settings?: Partial<AppDeps['settings']>;
    logStream?: AppDeps['logStream'];
    announce?: AppDeps['announce'];
    environment?: AppDeps['environment'];
    /** It goes with the application. */
    place?: DatabasePlace;
  } = {},
): Promise<RunningApp> {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-app-'));
  const portal = { ...(await loadPortal(join(import.meta.dirname, '../portal.config.ts'))), ...change.portal };
  const database = await openDatabase(change.place ?? { dataFolder: folder, databaseUrl: undefined });
  const app = await buildApp({
    settings: { buildFolder: join(folder, 'build'), logLevel: 'silent', trustProxy: true, ...change.settings },
    portal,
    contracts: await readContracts(portal),
    ownContract: portalContract,
    database,
    secret: Buffer.alloc(32, 9),
    logStream: change.logStream,
    announce: change.announce,
    environment: change.environment,
  });
  return {
    app,
    database,
    portal,
    close: async () => {
      await app.close();
      await database.close();
      await change.place?.remove();
      rmSync(folder, { recursive: true });
    },
  };
}
