import { parseArgs } from 'node:util';
import type { Table } from './row.ts';
import { deleteSetAside } from './set-aside.ts';
import { printTable } from './table.ts';

export interface BenchOptions {
  /** What to measure of it, by name; all of it where nothing is named. */
  readonly parts: readonly string[];
  /** An OpenAPI file to measure with. */
  readonly spec: string | undefined;
  readonly runs: number;
  /** Whether what others make is built and measured beside ours. */
  readonly peers: boolean;
  /** Over how many requests memory is watched. */
  readonly requests: number;
}

interface Benchmark {
  /** Yields each table as soon as it is made: the later parts may take long. Throws for a part that it does not know. */
  measure(options: BenchOptions): AsyncIterable<Table>;
}

const BENCHMARKS: Record<string, () => Promise<Benchmark>> = {
  start: () => import('./start.ts'),
  reference: () => import('./reference/index.ts'),
  console: () => import('./console.ts'),
  gateway: () => import('./gateway/index.ts'),
  onboarding: () => import('./onboarding/index.ts'),
};
const USAGE = `Usage: npm run bench -- ${Object.keys(BENCHMARKS).join('|')} [PART…] [--spec FILE] [--runs N] [--requests N] [--peers] [--json]`;

/** `npm run bench -- NAME [PART…] [--spec FILE] [--runs N] [--requests N] [--peers] [--json]` */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      spec: { type: 'string' },
      runs: { type: 'string', default: '5' },
      requests: { type: 'string', default: '20000' },
      peers: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const [name = '', ...parts] = positionals;
  const load = BENCHMARKS[name];
  const runs = Number(values.runs);
  const requests = Number(values.requests);
  if (!load || !isCount(runs) || !isCount(requests)) {
    console.error(USAGE);
    return 2;
  }
  const tables: Table[] = [];
  const options = { parts, spec: values.spec, runs, requests, peers: values.peers };
  for await (const table of (await load()).measure(options)) {
    tables.push(table);
    if (!values.json) printTable(table);
  }
  if (values.json) console.log(JSON.stringify({ name, runs, tables }, null, 2));
  return 0;
}

const isCount = (value: number) => Number.isInteger(value) && value >= 1;

process.exitCode = await main().finally(deleteSetAside);
