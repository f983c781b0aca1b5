import type { BuildTimes } from '../../cli/build/build-site.ts';
import { summarise, type Table } from '../row.ts';
import { buildRows } from './build-rows.ts';
import type { PartInput } from './index.ts';
import { OurSite } from './our-site.ts';

/** What each part of a build does, in words; a part without words is shown by its name. */
const WORDS: Partial<Record<string, string>> = {
  read: 'reading the description',
  generate: 'page data and overview pages',
  bundle: 'guides, frames and bundles (Docusaurus)',
  render: 'rendering the reference',
  index: 'search index',
  publish: 'publishing',
};

/** Time and memory of building a site with one API, everything cold each time. */
export async function* measure({ folder, spec, runs, command }: PartInput): AsyncGenerator<Table> {
  const site = new OurSite(folder);
  await site.describe(spec);
  const builds: Awaited<ReturnType<OurSite['buildCold']>>[] = [];
  for (let run = 0; run < runs; run++) builds.push(await site.buildCold());
  const parts = Object.keys(builds[0]?.times ?? {}) as (keyof BuildTimes)[];
  const [whole, ...rest] = buildRows(builds);
  yield {
    title: 'A cold build',
    command,
    rows: [
      ...(whole ? [whole] : []),
      ...parts.map((part) =>
        summarise(
          `… ${WORDS[part] ?? part}`,
          's',
          builds.map(({ times }) => times[part] / 1000),
        ),
      ),
      ...rest,
    ],
  };
}
