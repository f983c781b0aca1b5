import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BuildTimes } from '../cli/build/build-site.ts';
import type { BenchOptions, Row } from './main.ts';
import { measureProcess } from './process-tree.ts';
import { summarise } from './table.ts';

const PROGRAM = path.resolve(import.meta.dirname, '..');

/** Time and peak memory of building a site with one API: `--spec FILE`, else the sample platform's. Cold each time. */
export async function measure({ spec, runs }: BenchOptions): Promise<Row[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'portolan-bench-'));
  try {
    const config = path.join(folder, 'portal.config.ts');
    await writeFile(config, configFor(path.resolve(spec ?? path.join(PROGRAM, 'openapi/cardea/v2.yaml'))));
    const environment = { ...process.env, PORTAL_CONFIG: config, PORTAL_BUILD: path.join(folder, 'build') };
    const builds: { seconds: number; peakMegabytes: number; times: BuildTimes }[] = [];
    for (let run = 0; run < runs; run++) {
      await rm(path.join(folder, 'build'), { recursive: true, force: true });
      await rm(path.join(PROGRAM, 'node_modules/.cache/rspack'), { recursive: true, force: true });
      const { output, ...measured } = await measureProcess(
        [process.execPath, path.join(PROGRAM, 'cli/build.ts'), '--json'],
        environment,
      );
      builds.push({ ...measured, times: JSON.parse(output.trimEnd().split('\n').at(-1) ?? '') as BuildTimes });
    }
    const part = (name: keyof BuildTimes) => builds.map(({ times }) => times[name] / 1000);
    return [
      summarise(
        'whole build',
        's',
        builds.map(({ seconds }) => seconds),
      ),
      summarise('… reading the description', 's', part('read')),
      summarise('… page data and overview pages', 's', part('generate')),
      summarise('… guides, frame and bundles (Docusaurus)', 's', part('bundle')),
      summarise('… rendering the operations', 's', part('render')),
      summarise('… search index', 's', part('index')),
      summarise('… compressing', 's', part('publish')),
      summarise(
        'peak memory of all processes',
        'MB',
        builds.map(({ peakMegabytes }) => peakMegabytes),
      ),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const configFor = (description: string) => `export default {
  brand: { name: 'Benchmark', tagline: 'One API, built.' },
  apis: [{ id: 'api', versions: [{ id: 'v1', description: ${JSON.stringify(description)} }] }],
};
`;
