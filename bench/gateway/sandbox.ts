import { single, summarise, type Table } from '../row.ts';
import { load, type Scene, type Subject } from './bench-scene.ts';
import { exampleRequests } from './example-exchange.ts';
import { findKnee } from './knee.ts';
import type { LoadRequest } from './open-loop.ts';
import type { PartInput } from './part.ts';

const RESOURCES = 100_000;
const SEED_AT_ONCE = 10_000;
const COLLECTION = '/credential-offers';
const TRY_SECONDS = 1.5;

/** The sandbox with many resources stored: what it carries of each kind of request, beside what the gateway carries. `requests` below 20,000 store fewer, for a quick look. */
export async function* measure({ scene, runs, requests, command }: PartInput): AsyncGenerator<Table> {
  const stored = Math.min(RESOURCES, requests * 5);
  const [, making] = await exampleRequests('/gateway/cardea/v2', scene.gateway.keys.sandbox);
  if (!making) throw new Error('There is no request that makes something.');
  const { authorization = '' } = making.headers;
  const last = await fill(scene.gateway.origin, { authorization }, stored);
  const get = (path: string): LoadRequest => ({ method: 'GET', path: making.path + path, headers: { authorization } });
  const kinds: readonly Subject[] = [
    { name: 'create', origin: scene.gateway.origin, requests: [making], pid: undefined },
    { name: 'get', origin: scene.gateway.origin, requests: [get(`/${last}`)], pid: undefined },
    { name: 'list', origin: scene.gateway.origin, requests: [get('?limit=20')], pid: undefined },
  ];
  const gateway = new Array<number>();
  const knees = new Map<Subject, number[]>(kinds.map((kind) => [kind, []]));
  for (let run = 0; run < runs; run++) {
    gateway.push(await kneeOf(scene, scene.ours));
    for (const kind of kinds) knees.get(kind)?.push(await kneeOf(scene, kind));
  }
  yield {
    title: `Sandbox with ${stored} resources stored`,
    command,
    rows: [
      single('stored', '', stored),
      summarise('gateway before an upstream: knee', '/s', gateway),
      ...kinds.flatMap((kind) => {
        const rates = knees.get(kind) ?? [];
        const shares = rates.map((rate, run) => rate / (gateway[run] ?? NaN));
        return [
          summarise(`${kind.name}: knee`, '/s', rates),
          summarise(`${kind.name}, times the gateway`, '×', shares, { atLeast: 0.33 }),
        ];
      }),
    ],
  };
}

const kneeOf = (scene: Scene, subject: Subject) =>
  findKnee((rate) => load(scene, subject, { rate, seconds: TRY_SECONDS }), { low: 20, high: 500 });

/** Has so many generated; gives the id of one of them. */
async function fill(origin: string, key: { readonly authorization: string }, count: number): Promise<string> {
  const seed = `${origin}/api/v1/sandboxes/cardea/v2/seed`;
  const headers = { ...key, 'content-type': 'application/json' };
  for (let made = 0; made < count; made += SEED_AT_ONCE) {
    const generate = { [COLLECTION]: Math.min(SEED_AT_ONCE, count - made) };
    const answer = await fetch(seed, { method: 'POST', headers, body: JSON.stringify({ generate }) });
    if (!answer.ok) throw new Error(`The seed was answered with ${answer.status}: ${await answer.text()}`);
    await answer.arrayBuffer();
  }
  const listed = await fetch(`${origin}/gateway/cardea/v2${COLLECTION}?limit=1`, { headers });
  const { data } = (await listed.json()) as { data: readonly { id: string }[] };
  if (!data[0]) throw new Error('The sandbox has nothing after it was filled.');
  return data[0].id;
}
