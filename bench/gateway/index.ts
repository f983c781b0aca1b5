import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BenchOptions } from '../main.ts';
import type { Table } from '../row.ts';
import { setAside } from '../set-aside.ts';
import { openScene } from './bench-scene.ts';
import type { PartInput } from './part.ts';

type Part = (input: PartInput) => AsyncIterable<Table>;

/** In this order. */
const PARTS: Record<string, () => Promise<{ measure: Part }>> = {
  throughput: () => import('./throughput.ts'),
  latency: () => import('./latency.ts'),
  neighbour: () => import('./neighbour.ts'),
  overload: () => import('./overload.ts'),
  sandbox: () => import('./sandbox.ts'),
  memory: () => import('./memory.ts'),
};

/** Speed and memory of the gateway under open-loop load: all parts, or those named; `--peers` has Prism beside it. */
export async function* measure({ parts, runs, peers, requests }: BenchOptions): AsyncGenerator<Table> {
  const unknown = parts.filter((part) => !(part in PARTS));
  if (unknown.length > 0)
    throw new Error(`No part is called ${unknown.join(', ')}. There are: ${Object.keys(PARTS).join(', ')}.`);
  for (const part of parts.length > 0 ? parts : Object.keys(PARTS)) {
    const load = PARTS[part];
    if (!load) continue;
    const folder = await mkdtemp(path.join(tmpdir(), `portolan-bench-${part}-`));
    const words = [part, `--runs ${runs}`];
    if (part === 'throughput' && peers) words.push('--peers');
    if (part === 'memory') words.push(`--requests ${requests}`);
    const scene = await openScene(folder, { prism: peers && part === 'throughput' });
    try {
      yield* (await load()).measure({ scene, runs, requests, command: `npm run bench -- gateway ${words.join(' ')}` });
    } finally {
      await scene.stop();
      await setAside(folder);
    }
  }
}
