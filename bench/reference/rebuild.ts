import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { single, summarise, type Table } from '../row.ts';
import type { PartInput } from './index.ts';
import { OurSite } from './our-site.ts';
import { changeOneOperation, readDescription } from './read-description.ts';

/** A build after the text of one operation was changed, beside the cold one before it. */
export async function* measure({ folder, spec, runs, command }: PartInput): AsyncGenerator<Table> {
  const site = new OurSite(folder);
  const copy = path.join(folder, 'description.json');
  const description = await readDescription(spec);
  await writeFile(copy, JSON.stringify(description, null, 2));
  await site.describe(copy);
  const cold = await site.buildCold();
  const again: number[] = [];
  const processor: number[] = [];
  for (let run = 0; run < runs; run++) {
    changeOneOperation(description, `Changed for the ${run + 1}th time.`);
    await writeFile(copy, JSON.stringify(description, null, 2));
    const { seconds, cpuSeconds } = await site.buildOnce();
    again.push(seconds);
    processor.push(cpuSeconds);
  }
  const rebuild = summarise('rebuild after one changed operation', 's', again);
  yield {
    title: 'A rebuild',
    command,
    rows: [
      single('cold build', 's', cold.seconds),
      rebuild,
      summarise('… processor time', 's', processor),
      single('rebuild, as a share of the cold build', '', rebuild.median / cold.seconds, { atMost: 0.33 }),
    ],
  };
}
