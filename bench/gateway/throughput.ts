import { type Row, single, summarise, type Table } from '../row.ts';
import { load, processorSeconds, type Scene, type Subject } from './bench-scene.ts';
import { findKnee } from './knee.ts';
import type { PartInput } from './part.ts';

const WARM = { rate: 800, seconds: 3 };
const TRY_SECONDS = 1.5;
/** Where processor time is compared: all carry it. */
const COMPARED = { rate: 600, seconds: 3 };

/** The most that each carries, side by side, and what it costs. */
export async function* measure({ scene, runs, command }: PartInput): AsyncGenerator<Table> {
  const subjects = [scene.direct, scene.bare, scene.ours, ...(scene.prism ? [scene.prism] : [])];
  const knees = new Map<Subject, number[]>(subjects.map((subject) => [subject, []]));
  const costs = new Map<Subject, number[]>(subjects.map((subject) => [subject, []]));
  for (const subject of subjects) await load(scene, subject, subject === scene.prism ? { ...WARM, rate: 150 } : WARM);
  for (let run = 0; run < runs; run++) {
    // Each run begins with another: nobody always comes first.
    for (const subject of rotated(subjects, run)) {
      knees.get(subject)?.push(await kneeOf(scene, subject, knees.get(subject)?.at(-1)));
      if (subject.pid !== undefined && subject !== scene.direct)
        costs.get(subject)?.push(await costOf(scene, subject, subject.pid));
    }
  }
  const kneeOfSubject = (subject: Subject) => knees.get(subject) ?? [];
  const ratios = (to: Subject) => kneeOfSubject(scene.ours).map((knee, run) => knee / (kneeOfSubject(to)[run] ?? NaN));
  const costRatios = (costs.get(scene.ours) ?? []).map((cost, run) => cost / (costs.get(scene.bare)?.[run] ?? NaN));
  const rows: Row[] = subjects.map((subject) => summarise(`${subject.name}: knee`, '/s', kneeOfSubject(subject)));
  rows.push(summarise('ours, times bare', '×', ratios(scene.bare), { atLeast: 0.8 }));
  rows.push(
    scene.prism
      ? summarise('ours, times Prism', '×', ratios(scene.prism), { atLeast: 5 })
      : { ...single('ours, times Prism', '×', NaN), failed: 'with --peers' },
  );
  for (const subject of [scene.bare, scene.ours])
    rows.push(summarise(`${subject.name}: processor time a request`, 'ms', costs.get(subject) ?? []));
  rows.push(summarise('processor time, times bare', '×', costRatios));
  yield {
    title: 'Throughput',
    command,
    rows,
    notes: [
      'The knee: the highest rate, sent in an open loop, of which 99.5 % are answered well and 99 % of those within 50 ms of the intended send. One read, one write, in turn.',
    ],
  };
}

function rotated<Item>(items: readonly Item[], by: number): readonly Item[] {
  const at = by % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}

function kneeOf(scene: Scene, subject: Subject, before: number | undefined): Promise<number> {
  const range = before === undefined ? { low: 50, high: 1000 } : { low: before * 0.6, high: before * 1.4 };
  return findKnee((rate) => load(scene, subject, { rate, seconds: TRY_SECONDS }), range);
}

/** In milliseconds. */
export async function costOf(scene: Scene, subject: Subject, pid: number, phase = COMPARED): Promise<number> {
  const before = processorSeconds(pid);
  const { sent } = await load(scene, subject, phase);
  return ((processorSeconds(pid) - before) * 1000) / sent;
}
