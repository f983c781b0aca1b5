import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BenchOptions } from '../main.ts';
import type { Table } from '../row.ts';
import { setAside } from '../set-aside.ts';

/** What a part is given: where it may write, what to measure with, and the command that makes its table again. */
export interface PartInput {
  /** Empty, and deleted afterwards. */
  readonly folder: string;
  readonly spec: string;
  readonly runs: number;
  readonly peers: boolean;
  readonly command: string;
}

type Part = (input: PartInput) => AsyncIterable<Table>;

const PROGRAM = path.resolve(import.meta.dirname, '../..');

/** In this order; `peers` builds ours too. */
const PARTS: Record<string, () => Promise<{ measure: Part }>> = {
  build: () => import('./build.ts'),
  rebuild: () => import('./rebuild.ts'),
  peers: () => import('./peers.ts'),
  scale: () => import('./scale.ts'),
  page: () => import('./page.ts'),
  lighthouse: () => import('./lighthouse.ts'),
  dev: () => import('./dev.ts'),
};

/** Speed and memory of the reference: all parts, or those named. Without `--spec` the sample platform's description. */
export async function* measure(options: BenchOptions): AsyncGenerator<Table> {
  const { parts, runs } = options;
  const unknown = parts.filter((part) => !(part in PARTS));
  if (unknown.length > 0)
    throw new Error(`No part is called ${unknown.join(', ')}. There are: ${Object.keys(PARTS).join(', ')}.`);
  const wanted = parts.length > 0 ? parts : Object.keys(PARTS).filter((part) => part !== 'peers' || options.peers);
  const spec = path.resolve(options.spec ?? path.join(PROGRAM, 'openapi/cardea/v2.yaml'));
  for (const part of wanted) {
    const load = PARTS[part];
    if (!load) continue;
    const folder = await mkdtemp(path.join(tmpdir(), `portolan-bench-${part}-`));
    const withSpec = options.spec ? ` --spec ${path.basename(spec)}` : '';
    const withPeers = options.peers && part !== 'peers' ? ' --peers' : '';
    const command = `npm run bench -- reference ${part}${withSpec} --runs ${runs}${withPeers}`;
    try {
      yield* (await load()).measure({ folder, spec, runs, peers: options.peers, command });
    } finally {
      await setAside(folder);
    }
  }
}
