import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Pool } from 'pg';
import { StartError } from '../start-error.ts';
import { postgresAppend } from './append-postgres.ts';
import type { Database } from './database.ts';
import { parseUrl, startSentence } from './postgres-url.ts';

const int8 = 20;
const numeric = 1700;

/**
 * PostgreSQL, checked by one query. `count(*)` (int8) and `sum` (numeric) come back as numbers, as they do on SQLite;
 * by default pg returns text.
 */
export async function openPostgres(databaseUrl: string, onIdleError: (error: Error) => void): Promise<Database> {
  const target = parseUrl(databaseUrl);
  // Loaded only here: a portal on SQLite does not pay for it.
  const { default: pg } = await import('pg');
  const pool: Pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 10,
    connectionTimeoutMillis: 5000,
    statement_timeout: 30_000,
    application_name: 'portolan',
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === int8 || oid === numeric
          ? (value: unknown) => Number(value)
          : (pg.types.getTypeParser(oid, format) as (value: unknown) => unknown),
    },
  });
  // Without a listener, a connection that PostgreSQL ends while it is idle would end the process.
  pool.on('error', onIdleError);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const check = async () => {
    await sql`select 1`.execute(db);
  };
  try {
    await check();
  } catch (error) {
    await db.destroy();
    throw new StartError(startSentence(target, error), { cause: error });
  }
  let closed = false;
  return {
    db,
    append: postgresAppend(db),
    kind: 'postgres',
    location: `${target.host}/${target.database}`,
    check,
    pool: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: async () => {
      if (closed) return;
      closed = true;
      await db.destroy();
    },
  };
}
