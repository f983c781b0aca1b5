import { lowestProcessMegabytes } from '../process-tree.ts';
import { single, type Table } from '../row.ts';
import { load } from './bench-scene.ts';
import type { PartInput } from './part.ts';

const RATE = 1000;
const STRETCHES = 10;
/** What is grown from the second stretch, when everything is warm, to the last, as a share. */
const FLAT = 1.1;

/** Resident memory of the service over many requests: a stretch at a time, at a rate that it carries. */
export async function* measure({ scene, requests, command }: PartInput): AsyncGenerator<Table> {
  const megabytes: number[] = [];
  for (let stretch = 0; stretch < STRETCHES; stretch++) {
    await load(scene, scene.ours, { rate: RATE, seconds: requests / STRETCHES / RATE });
    megabytes.push(lowestProcessMegabytes(scene.gateway.pid));
  }
  const [, warm = NaN] = megabytes;
  const last = megabytes.at(-1) ?? NaN;
  const most = Math.max(...megabytes);
  yield {
    title: `Memory over ${requests} requests`,
    command,
    rows: [
      single('resident after a tenth', 'MB', megabytes[0] ?? NaN),
      single('after two tenths', 'MB', warm),
      single('at the end', 'MB', last),
      single('the most', 'MB', most),
      single('at the end, times after two tenths', '×', last / warm, { atMost: FLAT }),
    ],
    notes: [megabytes.map((value) => value.toFixed(0)).join(' → ')],
  };
}
