import { readContract } from '../../contract/read/index.ts';
import { join } from 'node:path';
import type { ServiceProcess } from './service-process.ts';

const offers = '/gateway/cardea/v2/credential-offers';
const description = join(import.meta.dirname, '../../openapi/cardea/v2.yaml');

export interface SentAtOnce {
  readonly statuses: readonly number[];
  /** The ids in the answers, each once. */
  readonly ids: ReadonlySet<string>;
  /** How many answers said that they were given before. */
  readonly replayed: number;
  /** How many there are afterwards. */
  readonly stored: number;
  /** What other parameters with the same key are answered with. */
  readonly others: number;
}

/** Fault D4: one key, sent fifty times at once, to each of the instances in turn; then once with other parameters. */
export async function fiftyAtOnce(services: readonly ServiceProcess[], key: string): Promise<SentAtOnce> {
  const contract = await readContract({ api: 'cardea', version: 'v2', file: description });
  const create = contract.operations.find(({ id }) => id === 'createCredentialOffer');
  const [first, second] = create?.requestBody?.content[0]?.examples ?? [];
  const authorization = `Bearer ${key}`;
  const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
  const send = (turn: number, body: unknown) =>
    fetch(`${services[turn % services.length]?.origin}${offers}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
  const list = async () => {
    const answer = await fetch(`${services[0]?.origin}${offers}?limit=100`, { headers: { authorization } });
    return ((await answer.json()) as { data: unknown[] }).data.length;
  };
  const before = await list();
  const answers = await Promise.all(Array.from({ length: 50 }, (_, turn) => send(turn, first?.value)));
  const bodies = await Promise.all(answers.map(async (answer) => (await answer.json()) as { id: string }));
  const other = await send(1, second?.value);
  await other.arrayBuffer();
  return {
    statuses: [...new Set(answers.map(({ status }) => status))],
    ids: new Set(bodies.map(({ id }) => id)),
    replayed: answers.filter((answer) => answer.headers.get('idempotent-replayed') === 'true').length,
    stored: (await list()) - before,
    others: other.status,
  };
}
