import { type Limit, type Row, single, summarise } from '../row.ts';
import type { PageLoad } from './browser/load-page.ts';

const KILOBYTE = 1_000;

/** What an operation's page has to keep to (issue 3). */
const OURS: Record<keyof PageLoad, Limit | undefined> = {
  readable: undefined,
  ready: undefined,
  blocking: { atMost: 100 },
  scriptBytes: { atMost: 170 },
  allBytes: undefined,
  nodes: undefined,
  heapBytes: { atMost: 6 },
};

export function pageRows(loads: readonly PageLoad[], isOurs: boolean): Row[] {
  const row = (what: string, unit: string, part: keyof PageLoad, divisor = 1) =>
    summarise(
      what,
      unit,
      loads.map((load) => load[part] / divisor),
      isOurs ? OURS[part] : undefined,
    );
  return [
    row('JavaScript before interaction, compressed', 'KB', 'scriptBytes', KILOBYTE),
    row('everything that is loaded, compressed', 'KB', 'allBytes', KILOBYTE),
    row('readable', 'ms', 'readable'),
    row('ready', 'ms', 'ready'),
    row('blocking time', 'ms', 'blocking'),
    row('JavaScript heap', 'MB', 'heapBytes', KILOBYTE ** 2),
    row('nodes', '', 'nodes'),
  ];
}

/** Sizes of all HTML files, in KB of 1,024 bytes: median, 95th percentile, and the share that is not over 60. */
export function htmlRows(sizes: readonly number[]): Row[] {
  const sorted = [...sizes].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.ceil(sorted.length * share) - 1] ?? NaN) / 1024;
  const light = sorted.filter((size) => size <= 60 * 1024).length / sorted.length;
  return [
    single(`HTML of ${sizes.length} operations: median`, 'KB', at(0.5)),
    single('HTML: 95th percentile', 'KB', at(0.95), { atMost: 60 }),
    single('HTML: largest', 'KB', at(1)),
    single('HTML: share of pages up to 60 KB', '%', light * 100, { atLeast: 95 }),
  ];
}

/** 1 Mbit/s, 40 ms, a processor four times slower. */
export const slowRows = (loads: readonly PageLoad[], limit?: Row['limit']): Row[] => [
  summarise(
    'slow: readable',
    'ms',
    loads.map(({ readable }) => readable),
    limit,
  ),
  summarise(
    'slow: ready',
    'ms',
    loads.map(({ ready }) => ready),
  ),
];
