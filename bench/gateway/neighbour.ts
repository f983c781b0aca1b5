import { summarise, type Table } from '../row.ts';
import { CONNECTIONS, load, type Scene } from './bench-scene.ts';
import { findKnee } from './knee.ts';
import type { PartInput } from './part.ts';

const OF_THE_KNEE = 0.5;
const SECONDS = 6;
/** What goes to the other upstream meanwhile, as a share of the load. */
const BESIDE = 0.1;

/** What one upstream's clients notice while another hangs: the same load to both, while the other answers, and while it does not. */
export async function* measure({ scene, runs, command }: PartInput): AsyncGenerator<Table> {
  await load(scene, scene.ours, { rate: 800, seconds: 3 });
  const knee = await findKnee((rate) => load(scene, scene.ours, { rate, seconds: 2 }), { low: 50, high: 1000 });
  const rate = knee * OF_THE_KNEE;
  const healthy: number[] = [];
  const hanging: number[] = [];
  for (let run = 0; run < runs; run++) {
    scene.letNeighbour('answer');
    healthy.push(await p99Beside(scene, rate));
    scene.letNeighbour('hang');
    hanging.push(await p99Beside(scene, rate));
  }
  yield {
    title: 'A neighbour that hangs',
    command,
    rows: [
      summarise('99 of a hundred, the neighbour answering', 'ms', healthy),
      summarise('99 of a hundred, the neighbour hanging', 'ms', hanging),
      summarise(
        'the second, times the first',
        '×',
        hanging.map((value, run) => value / (healthy[run] ?? NaN)),
        { atMost: 1.1 },
      ),
    ],
    notes: [`${OF_THE_KNEE * 100} % of the knee, and a tenth of that to the neighbour.`],
  };
}

async function p99Beside({ generator, ours, neighbour }: Scene, rate: number): Promise<number> {
  const phases = (share: number) => [{ rate: rate * share, seconds: SECONDS }];
  const [result] = await generator.run(
    { origin: ours.origin, requests: ours.requests, phases: phases(1), connections: CONNECTIONS },
    { origin: neighbour.origin, requests: neighbour.requests, phases: phases(BESIDE), connections: CONNECTIONS },
  );
  return result.phases[0]?.p99 ?? NaN;
}
