import type { FastifyInstance } from 'fastify';
import type { Database } from './database/index.ts';
import { ProblemError } from './problem.ts';

const databaseDeadlineMs = 2000;

/**
 * `GET /healthz`: the process answers. `GET /readyz`: it can do its work, that is, the database answers too; the contracts
 * were read before the service listened.
 */
export function healthRoutes(app: FastifyInstance, deps: { database: Database; contracts: number }): void {
  app.get('/healthz', async (_, reply) => {
    void reply.header('cache-control', 'no-store');
    return { status: 'ok' };
  });
  app.get('/readyz', async (_, reply) => {
    await databaseAnswers(deps.database);
    void reply.header('cache-control', 'no-store');
    return { status: 'ready', database: deps.database.kind, contracts: deps.contracts };
  });
}

async function databaseAnswers(database: Database): Promise<void> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('The database takes too long to answer.')), databaseDeadlineMs);
  try {
    await Promise.race([database.check(), late.promise]);
  } catch (cause) {
    throw new ProblemError('unavailable', {
      detail: 'The database does not answer.',
      headers: { 'retry-after': '2' },
      cause,
    });
  } finally {
    clearTimeout(timer);
  }
}
