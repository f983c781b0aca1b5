import path from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { expect, test } from 'vitest';
import { read, ROOT } from './repository.ts';

/** The rooms that ARCHITECTURE.md draws, each with the files that stand in it. */
const ROOMS: [room: string, files: RegExp][] = [
  ['contract', /^contract\//],
  ['platform', /^service\/platform\//],
  ['service-features', /^service\/features\//],
  ['service', /^service\/[^/]+[.]ts$/],
  ['portal-client', /^src\/portal-client\//],
  ['ui', /^src\/ui\//],
  ['site-features', /^src\/features\//],
  ['pages', /^src\/(?:pages|theme)\//],
  ['plugins', /^plugins\//],
  ['cli', /^cli\//],
];
const roomOf = (file: string) => ROOMS.find(([, files]) => files.test(file))?.[0];

test('the import graph that ARCHITECTURE.md draws is the real one', async () => {
  const fileName = path.join(ROOT, 'src/tsconfig.json');
  const result = await cruise(
    ['contract', 'service', 'src', 'plugins', 'cli'],
    {
      baseDir: ROOT,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '[.](test|contract|fixture)[.]tsx?$|^tests/' },
      tsPreCompilationDeps: true,
      tsConfig: { fileName },
    },
    undefined,
    { tsConfig: extractTSConfig(fileName) },
  );
  const { modules } = result.output as ICruiseResult;
  const real = new Set<string>();
  for (const { source, dependencies } of modules) {
    const from = roomOf(source);
    for (const { resolved } of dependencies) {
      const to = roomOf(resolved);
      if (from && to && from !== to) real.add(`${from} --> ${to}`);
    }
  }
  const graph = /```mermaid\n(?<graph>[^]*?)```/.exec(read('ARCHITECTURE.md'))?.groups?.graph ?? '';
  const drawn = new Set(
    [...graph.matchAll(/^\s*([\w-]+)(?:\[[^\]]*\])? --> ([\w-]+)/gm)].map(([, from, to]) => `${from} --> ${to}`),
  );
  expect([...drawn].sort()).toEqual([...real].sort());
});
