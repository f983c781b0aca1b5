import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of one PostgreSQL's database `postgres`. */
    postgresUrl: string;
  }
}

/** vitest calls this once before the first test file of a project, and what it returns after the last. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres({ fsync: false });
  project.provide('postgresUrl', server.url('postgres'));
  return () => server.stop();
}
