import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, inject } from 'vitest';
import { type Database, type FeatureMigration, migrate, openDatabase } from '../../service/platform/database/index.ts';

/** Opens an empty database with these migrations done; it is closed and removed after the suite. */
export type OpenDatabase = (migrations: readonly FeatureMigration[]) => Promise<Database>;

/** Runs one suite twice, on SQLite and on a real PostgreSQL: what every store promises, it promises on both. */
export function describeOnBothDatabases(name: string, suite: (open: OpenDatabase) => void): void {
  describe(`${name} on SQLite`, () => suite(opener(newSqlite)));
  describe(`${name} on PostgreSQL`, () => suite(opener(newPostgres)));
}

/** Where a fresh, empty database is, for tests that open it themselves. */
export interface DatabasePlace {
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  remove(): Promise<void>;
}

export async function newSqlite(): Promise<DatabasePlace> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'portolan-data-'));
  return {
    dataFolder,
    databaseUrl: undefined,
    remove: async () => rmSync(dataFolder, { recursive: true, force: true }),
  };
}

export async function newPostgres(): Promise<DatabasePlace> {
  const admin = inject('postgresUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await query(admin, `create database ${name}`);
  return {
    dataFolder: '',
    databaseUrl: Object.assign(new URL(admin), { pathname: `/${name}` }).href,
    remove: () => query(admin, `drop database ${name} with (force)`),
  };
}

function opener(newPlace: () => Promise<DatabasePlace>): OpenDatabase {
  const ends: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const end of ends.splice(0)) await end();
  });
  return async (migrations) => {
    const place = await newPlace();
    ends.push(() => place.remove());
    const database = await openDatabase(place);
    ends.unshift(() => database.close());
    await migrate(database, migrations);
    return database;
  };
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(text);
  await client.end();
}
