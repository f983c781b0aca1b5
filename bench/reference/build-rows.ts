import { type Measured } from '../process-tree.ts';
import { type Row, summarise } from '../row.ts';

/** Time, processor time and memory of several builds of one site. */
export function buildRows(builds: readonly Measured[]): Row[] {
  return [
    summarise(
      'whole build',
      's',
      builds.map(({ seconds }) => seconds),
    ),
    summarise(
      'processor time of all processes',
      's',
      builds.map(({ cpuSeconds }) => cpuSeconds),
    ),
    summarise(
      'peak memory of all processes',
      'MB',
      builds.map(({ peakMegabytes }) => peakMegabytes),
    ),
  ];
}
