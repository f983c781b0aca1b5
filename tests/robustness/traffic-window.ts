import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../service/platform/database/index.ts';
import { startServiceProcess } from './service-process.ts';

export interface WindowReport {
  /** Answers that came to their last byte before the signal. */
  readonly answered: number;
  /** How long before the signal the oldest answer came whose exchange is not in the database; 0: none is missing. */
  readonly lostUpToMs: number;
  readonly lost: number;
}

const writers = 8;

/** Sends requests through the gateway until `enough` are answered, signals, and looks which exchanges are in the database. */
export async function trafficWindow(
  signal: 'SIGKILL' | 'SIGTERM',
  enough: number,
  databaseUrl?: string,
): Promise<WindowReport> {
  const folder = await mkdtemp(join(tmpdir(), 'portolan-window-'));
  const service = await startServiceProcess(folder, databaseUrl);
  const answers: { id: string; at: number }[] = [];
  const done = Promise.withResolvers<void>();
  const send = async (): Promise<void> => {
    const issued = await fetch(`${service.origin}/api/v1/guest-keys`, { method: 'POST' });
    const { key } = (await issued.json()) as { key: string };
    for (;;) {
      const answer = await fetch(`${service.origin}/gateway/cardea/v2/credential-offers`, {
        headers: { authorization: `Bearer ${key}` },
      });
      await answer.arrayBuffer();
      answers.push({ id: answer.headers.get('request-id') ?? '', at: performance.now() });
      if (answers.length >= enough) done.resolve();
    }
  };
  // `fetch failed`: the process has ended.
  const sending = Promise.allSettled(Array.from({ length: writers }, send));
  await done.promise;
  const signalledAt = performance.now();
  const before = [...answers];
  await service.kill(signal);
  await sending;
  const stored = await storedIds({ dataFolder: join(folder, 'data'), databaseUrl });
  await rm(folder, { recursive: true });
  const lost = (signal === 'SIGKILL' ? before : answers).filter(({ id }) => !stored.has(id));
  return {
    answered: before.length,
    lost: lost.length,
    lostUpToMs: Math.max(0, ...lost.map(({ at }) => signalledAt - at)),
  };
}

async function storedIds(place: { dataFolder: string; databaseUrl: string | undefined }): Promise<ReadonlySet<string>> {
  const database = await openDatabase(place);
  const rows = await database.db
    .withTables<{ exchanges: { request_id: string } }>()
    .selectFrom('exchanges')
    .select('request_id')
    .execute();
  await database.close();
  return new Set(rows.map(({ request_id: id }) => id));
}
