import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';

const preparedStatements = 200;

/** Kysely on Node's own SQLite. */
export function nodeSqliteDialect(database: DatabaseSync): Dialect {
  const config = { database: asSqliteDatabase(database) };
  const stock = new SqliteDialect(config);
  return {
    createDriver: () => new ImmediateDriver(config),
    createAdapter: () => new TransactionalAdapter(),
    createQueryCompiler: () => stock.createQueryCompiler(),
    createIntrospector: (db) => stock.createIntrospector(db),
  };
}

/**
 * Transactions take the write lock at once: one that reads first and writes later would otherwise fail with BUSY,
 * without waiting, when another process wrote in between.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** SQLite's DDL is transactional; with the immediate lock, two processes that migrate at once take turns. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** The part of better-sqlite3's interface that Kysely's driver uses, with the latest statements kept prepared. */
function asSqliteDatabase(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => {
      prepared.clear();
      database.close();
    },
    prepare(sql) {
      const statement = prepared.get(sql) ?? asSqliteStatement(database.prepare(sql));
      prepared.delete(sql);
      prepared.set(sql, statement);
      const oldest = prepared.keys().next();
      if (prepared.size > preparedStatements && !oldest.done) prepared.delete(oldest.value);
      return statement;
    },
  };
}

function asSqliteStatement(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...parameters.map(toSqlite)),
    run: (parameters) => statement.run(...parameters.map(toSqlite)),
    iterate: (parameters) => statement.iterate(...parameters.map(toSqlite)),
  };
}

/** SQLite has no booleans; undefined is a column that was left out. */
function toSqlite(value: unknown): SQLInputValue {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return (value ?? null) as SQLInputValue;
}
