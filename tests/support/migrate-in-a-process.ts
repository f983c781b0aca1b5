import { type FeatureMigration, migrate, openDatabase } from '../../service/platform/database/index.ts';

/**
 * A program that a test starts several times at once: migrates the database of its arguments (data folder, URL) and ends
 * with 0, or prints why not and ends with 1.
 */
const tables = ['one', 'two', 'three', 'four'];

const migrations = tables.map((table): FeatureMigration => ({
  name: `2026-01-01-${table}`,
  up: async (db) => {
    await db.schema.createTable(table).addColumn('id', 'text').execute();
  },
}));

const [dataFolder = '', databaseUrl = ''] = process.argv.slice(2);
try {
  const database = await openDatabase({ dataFolder, databaseUrl: databaseUrl === '' ? undefined : databaseUrl });
  await migrate(database, migrations);
  await database.close();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
