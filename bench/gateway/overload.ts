import { type Row, summarise, type Table } from '../row.ts';
import { CONNECTIONS, load, type Scene } from './bench-scene.ts';
import { findKnee } from './knee.ts';
import type { PartInput } from './part.ts';
import { WINDOW_MILLISECONDS } from './tally.ts';

const SECONDS = { before: 2, over: 5, after: 8 };
/** Below the knee, so that what is seen after the overload is the overload. */
const BASE = 0.6;
/** The rate is carried again from where on so many windows in a row are answered in time. */
const WINDOWS_IN_TIME = 5;
const IN_TIME_SHARE = 0.99;

interface Overload {
  readonly goodput: number;
  readonly refusalP99: number;
  readonly recoversIn: number;
  readonly silently: number;
  readonly failed: number;
}

/** More than the gateway can carry: what it still does, how fast it says no, and when it is itself again. */
export async function* measure({ scene, runs, command }: PartInput): AsyncGenerator<Table> {
  await load(scene, scene.ours, { rate: 800, seconds: 3 });
  const knee = await findKnee((rate) => load(scene, scene.ours, { rate, seconds: 2 }), { low: 50, high: 1000 });
  const rows: Row[] = [summarise('knee', '/s', [knee])];
  for (const times of [3, 10]) {
    const seen: Overload[] = [];
    for (let run = 0; run < runs; run++) seen.push(await overload(scene, knee, times));
    const of = (name: keyof Overload) => seen.map((one) => one[name]);
    rows.push(
      summarise(`${times} ×: answered well, as a share of the knee`, '', of('goodput'), { atLeast: 0.8 }),
      summarise(`${times} ×: time to refuse, 99 of a hundred`, 'ms', of('refusalP99'), { atMost: 50 }),
      summarise(`${times} ×: carries the load again after`, 's', of('recoversIn'), { atMost: 10 }),
      summarise(`${times} ×: refused without Retry-After`, '', of('silently'), { atMost: 0 }),
      summarise(`${times} ×: answered with something else, or not at all`, '', of('failed')),
    );
  }
  const notes = [
    `Generator, gateway and upstream share the machine's processors, over ${CONNECTIONS} connections: what the generator needs, the others lack.`,
  ];
  yield { title: 'Overload', command, rows, notes };
}

async function overload({ generator, ours }: Scene, knee: number, times: number): Promise<Overload> {
  const phases = [
    { rate: knee * BASE, seconds: SECONDS.before },
    { rate: knee * times, seconds: SECONDS.over },
    { rate: knee * BASE, seconds: SECONDS.after },
  ];
  const [{ phases: results, wellInTime }] = await generator.run({
    origin: ours.origin,
    requests: ours.requests,
    phases,
    connections: CONNECTIONS,
  });
  const over = results[1];
  if (!over) throw new Error('The overload has no result.');
  const ended = ((SECONDS.before + SECONDS.over) * 1000) / WINDOW_MILLISECONDS;
  return {
    goodput: over.ok / SECONDS.over / knee,
    refusalP99: over.refused === 0 ? 0 : over.refusalP99,
    recoversIn: recovery(wellInTime.slice(ended)),
    silently: over.refusedSilently,
    failed: over.failed,
  };
}

/** In seconds from the first window; not a number where it does not. */
export function recovery(wellInTime: readonly number[]): number {
  const isWell = (from: number) =>
    wellInTime.slice(from, from + WINDOWS_IN_TIME).every((share) => share >= IN_TIME_SHARE);
  const at = wellInTime.findIndex((_, index) => index + WINDOWS_IN_TIME <= wellInTime.length && isWell(index));
  return at === -1 ? NaN : (at * WINDOW_MILLISECONDS) / 1000;
}
