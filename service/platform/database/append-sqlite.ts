import { type FileHandle, open } from 'node:fs/promises';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Kysely } from 'kysely';
import type { Append, Rows } from './append.ts';

/**
 * SQLite waits for the disk at the end of each transaction, and the whole process with it. Here it only writes its log (`synchronous =
 * normal`, https://www.sqlite.org/pragma.html#pragma_synchronous), and a thread of the pool brings that to the disk: what `append` promises
 * is what `synchronous = full` does, to which the connection goes back.
 */
export function sqliteAppend(
  db: Kysely<unknown>,
  connection: DatabaseSync,
  file: string,
): { readonly append: Append; readonly close: () => Promise<void> } {
  const statements = new Map<string, StatementSync>();
  let log: FileHandle | undefined;
  const statementFor = ({ table, columns }: Rows): StatementSync => {
    const known = statements.get(table);
    if (known) return known;
    const places = columns.map(() => '?').join(', ');
    const names = columns.map((column) => `"${column}"`).join(', ');
    const made = connection.prepare(
      `insert into "${table}" (${names}) values (${places}) on conflict ("id") do nothing`,
    );
    statements.set(table, made);
    return made;
  };
  return {
    async append(rows) {
      if (rows.values.length === 0) return;
      // Transactions of others last several turns: this one takes its turn among them, and is over in one.
      await db.connection().execute(async () => write(connection, statementFor(rows), rows.values));
      log ??= await open(`${file}-wal`, 'r+');
      await log.datasync();
    },
    close: async () => {
      await log?.close();
    },
  };
}

function write(connection: DatabaseSync, statement: StatementSync, values: Rows['values']): void {
  connection.exec('pragma synchronous = normal');
  try {
    connection.exec('begin immediate');
    for (const row of values) statement.run(...row);
    connection.exec('commit');
  } catch (error) {
    if (connection.isTransaction) connection.exec('rollback');
    throw error;
  } finally {
    connection.exec('pragma synchronous = full');
  }
}
