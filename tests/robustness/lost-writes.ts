import { openDatabase } from '../../service/platform/database/index.ts';
import { type AcknowledgedWrites, provingExchange } from './writers.ts';

const atOnce = 8;

/** Names every acknowledged write that the restarted service does not have. */
export async function lostWrites(
  origin: string,
  place: { dataFolder: string; databaseUrl: string | undefined },
  writes: AcknowledgedWrites,
): Promise<string[]> {
  const lost = await lostFeedback(place, writes.feedback);
  await eachOf(writes.keys, async (key) => {
    const status = await statusOf(`${origin}/api/v1/exchanges?limit=1`, key);
    if (status !== 200) lost.push(`a guest key, which answers ${status}`);
  });
  await eachOf(writes.offers, async ({ key, id }) => {
    const status = await statusOf(`${origin}/gateway/cardea/v2/credential-offers/${id}`, key);
    if (status !== 200) lost.push(`the credential offer ${id}, which answers ${status}`);
  });
  await eachOf(writes.proofs, async ({ key, exchange }) => {
    const proving = await provingExchange(origin, key);
    if (proving !== exchange)
      lost.push(`the proof of a first offer by ${exchange}, which is ${proving ?? 'not proven'}`);
  });
  return lost;
}

/** Names every revoked key that still opens something. */
export async function revivedKeys(origin: string, revoked: readonly string[]): Promise<string[]> {
  const revived: string[] = [];
  await eachOf(revoked, async (key) => {
    const status = await statusOf(`${origin}/api/v1/exchanges?limit=1`, key);
    if (status !== 401) revived.push(`a revoked key, which answers ${status}`);
  });
  return revived;
}

/** The API lets nobody read feedback: the table is asked. */
async function lostFeedback(
  place: { dataFolder: string; databaseUrl: string | undefined },
  ids: readonly string[],
): Promise<string[]> {
  const database = await openDatabase(place);
  const rows = await database.db
    .withTables<{ feedback_items: { id: string } }>()
    .selectFrom('feedback_items')
    .select('id')
    .execute();
  await database.close();
  const stored = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => !stored.has(id)).map((id) => `the feedback ${id}`);
}

async function statusOf(url: string, key: string): Promise<number> {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${key}` } });
  await answer.arrayBuffer();
  return answer.status;
}

async function eachOf<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
