import { parseArgs } from 'node:util';
import { printTable } from './table.ts';

export interface BenchOptions {
  /** An OpenAPI file to measure with. */
  readonly spec: string | undefined;
  readonly runs: number;
}

/** One measured figure: the median of several runs, with its limit or peer where there is one. */
export interface Row {
  readonly what: string;
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
  readonly unit: string;
  readonly limit?: string;
}

const BENCHMARKS: Record<string, () => Promise<{ measure(options: BenchOptions): Promise<Row[]> }>> = {
  start: () => import('./start.ts'),
  reference: () => import('./reference.ts'),
};

/** `npm run bench -- NAME [--spec FILE] [--runs N] [--json]` */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      spec: { type: 'string' },
      runs: { type: 'string', default: '5' },
      json: { type: 'boolean', default: false },
    },
  });
  const [name = ''] = positionals;
  const load = BENCHMARKS[name];
  const runs = Number(values.runs);
  if (!load || !Number.isInteger(runs) || runs < 1) {
    console.error(`Usage: npm run bench -- ${Object.keys(BENCHMARKS).join('|')} [--spec FILE] [--runs N] [--json]`);
    return 2;
  }
  const rows = await (await load()).measure({ spec: values.spec, runs });
  if (values.json) console.log(JSON.stringify({ name, runs, rows }, null, 2));
  else printTable(rows);
  return 0;
}

process.exitCode = await main();
