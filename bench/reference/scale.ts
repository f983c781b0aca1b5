import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Row, single, type Table } from '../row.ts';
import { describeApi } from './describe-api.ts';
import { fitLine } from './fit-line.ts';
import type { PartInput } from './index.ts';
import { OurSite } from './our-site.ts';

const SIZES = [100, 300, 1_200, 3_000, 10_000];
const LARGEST = { seconds: 60, megabytes: 1_500 };

/** A cold build of generated descriptions from 100 to 10,000 operations, and the line through them. */
export async function* measure({ folder, command }: PartInput): AsyncGenerator<Table> {
  const site = new OurSite(folder);
  const file = path.join(folder, 'generated.json');
  await site.describe(file);
  const rows: Row[] = [];
  const points: { x: number; y: number }[] = [];
  for (const size of SIZES) {
    await writeFile(file, JSON.stringify(describeApi(size)));
    const { seconds, cpuSeconds, peakMegabytes } = await site.buildCold();
    const isLargest = size === SIZES.at(-1);
    points.push({ x: size, y: seconds });
    rows.push(
      single(`${size} operations: whole build`, 's', seconds, isLargest ? { atMost: LARGEST.seconds } : undefined),
      single(`${size} operations: processor time`, 's', cpuSeconds),
      single(
        `${size} operations: peak memory`,
        'MB',
        peakMegabytes,
        isLargest ? { atMost: LARGEST.megabytes } : undefined,
      ),
    );
  }
  const { at0, slope, r2 } = fitLine(points);
  const sketch = points.map(
    ({ x, y }) => `${String(x).padStart(6)} ${'█'.repeat(Math.round((y / LARGEST.seconds) * 60))} ${y.toFixed(1)} s`,
  );
  yield {
    title: 'From 100 to 10,000 operations (generated descriptions, one cold build each)',
    command,
    rows,
    notes: [
      `\`\`\`text\n${sketch.join('\n')}\n\`\`\``,
      `A straight line through them: ${at0.toFixed(1)} s + ${(slope * 1000).toFixed(2)} ms an operation (R² ${r2.toFixed(3)}).`,
    ],
  };
}
