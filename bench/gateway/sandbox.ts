import { single, summarise, type Table } from '../row.ts';
import { load, type Scene, type Subject } from './bench-scene.ts';
import { exampleRequests } from './example-exchange.ts';
import { findKnee } from './knee.ts';
import type { LoadRequest } from './open-loop.ts';
import type { PartInput } from './part.ts';

const RESOURCES = 100_000;
const FILL_AT_ONCE = 16;
const TRY_SECONDS = 1.5;

/** The sandbox with many resources stored: what it carries of each kind of request, beside what the gateway carries. */
export async function* measure({ scene, runs, requests, command }: PartInput): AsyncGenerator<Table> {
  const stored = Math.min(RESOURCES, requests * 5);
  const [, making] = await exampleRequests('/gateway/cardea/v2', scene.gateway.keys.sandbox);
  if (!making) throw new Error('There is no request that makes something.');
  const last = await fill(scene.gateway.origin, making, stored);
  const { authorization = '' } = making.headers;
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
          summarise(`${kind.name}, times the gateway`, '×', shares, { atLeast: 1 / 3 }),
        ];
      }),
    ],
  };
}

const kneeOf = (scene: Scene, subject: Subject) =>
  findKnee((rate) => load(scene, subject, { rate, seconds: TRY_SECONDS }), { low: 20, high: 500 });

/** Makes so many, through the gateway as anybody would; gives the id of the last. */
async function fill(origin: string, { path, headers, body }: LoadRequest, count: number): Promise<string> {
  let left = count;
  let last = '';
  const work = async () => {
    while (left-- > 0) {
      const answer = await fetch(origin + path, { method: 'POST', headers, body: body ?? null });
      if (answer.status !== 201) throw new Error(`The sandbox answered ${answer.status}: ${await answer.text()}`);
      last = ((await answer.json()) as { id: string }).id;
    }
  };
  await Promise.all(Array.from({ length: FILL_AT_ONCE }, work));
  return last;
}
