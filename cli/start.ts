import { ensureBuilt } from './build/ensure-built.ts';
import { reportFailure } from './report-failure.ts';

/** `npm start`: builds the site when it is out of date, then starts the service, which serves it. */
async function start(): Promise<void> {
  await ensureBuilt();
  const { startService } = await import('../service/main.ts');
  await startService();
}

await start().catch(reportFailure);
