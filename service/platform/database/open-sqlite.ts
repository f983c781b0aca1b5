import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import { StartError } from '../start-error.ts';
import { sqliteAppend } from './append-sqlite.ts';
import type { Database } from './database.ts';
import { nodeSqliteDialect } from './node-sqlite.ts';

const busyTimeoutMs = 5000;

/** The embedded database, `portal.db` in the data folder, which is made where it is not there. */
export function openSqlite(dataFolder: string): Database {
  makeFolder(dataFolder);
  const file = join(dataFolder, 'portal.db');
  const connection = connect(file);
  const db = new Kysely<unknown>({ dialect: nodeSqliteDialect(connection) });
  const appending = sqliteAppend(db, connection, file);
  let closed = false;
  return {
    db,
    append: appending.append,
    kind: 'sqlite',
    location: file,
    check: async () => {
      await sql`select 1`.execute(db);
    },
    close: async () => {
      if (closed) return;
      closed = true;
      await appending.close();
      await db.destroy();
      // Kysely closes the connection only where it ran a query.
      if (connection.isOpen) connection.close();
    },
  };
}

function makeFolder(folder: string): void {
  try {
    makeWithParents(folder);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'EEXIST' || code === 'ENOTDIR') {
      throw new StartError(
        `The data folder ${folder} is, or lies below, a file. Set PORTAL_DATA to a folder, or move that file away.`,
        { cause: error },
      );
    }
    throw new StartError(
      `The data folder ${folder} cannot be made (${code}). Make it and give this user the right to write in it, or set PORTAL_DATA to another folder.`,
      { cause: error },
    );
  }
}

/** Not mkdir's own `recursive`: in Node 24 it never returns where the parent is there and still answers ENOENT (/proc). */
function makeWithParents(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  if (!existsSync(dirname(folder))) makeWithParents(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process that starts at the same time may have made it.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

function connect(file: string): DatabaseSync {
  let connection: DatabaseSync | undefined;
  try {
    connection = new DatabaseSync(file, { timeout: busyTimeoutMs });
    connection.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;');
    // Fails here, not at the first feedback, where the file or its folder cannot be written.
    connection.exec('begin immediate; create table if not exists "portal_write_probe" ("x" integer); rollback;');
    return connection;
  } catch (error) {
    connection?.close();
    throw new StartError(sentence(file, error), { cause: error });
  }
}

function sentence(file: string, error: unknown): string {
  const { errcode = 0, message } = error as Error & { errcode?: number };
  switch (errcode & 0xff) {
    case 5:
    case 6:
      return `The database ${file} is held by another program for more than ${busyTimeoutMs / 1000} seconds. End that program, or set PORTAL_DATA to another folder.`;
    case 11:
    case 26:
      return `The file ${file} is not a SQLite database, or is damaged. Put a backup in its place, or move it away to start with an empty one.`;
    case 13:
      return `The disk of ${file} is full. Make room on it, or set PORTAL_DATA to a folder on another disk.`;
    default:
      return `The database ${file} cannot be opened for reading and writing (${message}). Give this user the right to read and write the folder and its files, or set PORTAL_DATA to another folder.`;
  }
}
