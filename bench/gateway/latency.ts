import { summarise, type Table } from '../row.ts';
import { load } from './bench-scene.ts';
import { findKnee } from './knee.ts';
import type { PartInput } from './part.ts';

const OF_THE_KNEE = 0.7;
const SECONDS = 5;

/** What the gateway adds at 70 % of what it carries: the same load to it and past it, in turn. */
export async function* measure({ scene, runs, command }: PartInput): AsyncGenerator<Table> {
  const { ours, direct } = scene;
  await load(scene, ours, { rate: 800, seconds: 3 });
  const knee = await findKnee((rate) => load(scene, ours, { rate, seconds: 2 }), { low: 50, high: 1000 });
  const phase = { rate: knee * OF_THE_KNEE, seconds: SECONDS };
  const added: { p50: number; p99: number; notAnswered: number }[] = [];
  for (let run = 0; run < runs; run++) {
    const past = await load(scene, direct, phase);
    const through = await load(scene, ours, phase);
    added.push({ p50: through.p50 - past.p50, p99: through.p99 - past.p99, notAnswered: through.sent - through.ok });
  }
  const of = (name: 'p50' | 'p99' | 'notAnswered') => added.map((one) => one[name]);
  yield {
    title: `Latency at ${OF_THE_KNEE * 100} % of the knee`,
    command,
    rows: [
      summarise('rate', '/s', [phase.rate]),
      summarise('added to a direct call, median', 'ms', of('p50')),
      summarise('added, 99 of a hundred', 'ms', of('p99'), { atMost: 5 }),
      summarise('not answered well', '', of('notAnswered'), { atMost: 0 }),
    ],
  };
}
