import type { FastifyInstance } from 'fastify';
import type { Database } from './database/index.ts';

const patienceMs = 10_000;

/**
 * At SIGTERM or SIGINT: no new connection, streams end, requests that are under way may finish for ten seconds, what the
 * features hold is written, the database is closed, the process ends with 0. A second signal ends it at once.
 */
export function stopGracefully(app: FastifyInstance, database: Database): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    app.log.info({ signal }, 'stopping');
    setTimeout(() => app.server.closeAllConnections(), patienceMs).unref();
    app
      .close()
      .then(() => database.close())
      .then(
        () => process.exit(0),
        (err: unknown) => {
          app.log.error({ err }, 'the stop was not clean');
          process.exit(1);
        },
      );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
