import type { Sample } from './text-format.ts';

/** In seconds: three to each power of ten, from a millisecond to half a minute, as most requests are. */
export const durationBounds: readonly number[] = [
  0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30,
];

/** Counts of durations by bucket. */
export interface Histogram {
  observe(seconds: number): void;
  samples(labels: string): readonly Sample[];
}

export function histogram(bounds: readonly number[] = durationBounds): Histogram {
  const counts = new Array<number>(bounds.length + 1).fill(0);
  let sum = 0;
  return {
    observe(seconds) {
      let bucket = 0;
      while (bucket < bounds.length && seconds > (bounds[bucket] ?? 0)) bucket += 1;
      counts[bucket] = (counts[bucket] ?? 0) + 1;
      sum += seconds;
    },
    samples(labels) {
      let total = 0;
      const before = labels === '' ? '' : `${labels},`;
      const buckets = counts.map((count, index): Sample => {
        total += count;
        const bound = index < bounds.length ? String(bounds[index]) : '+Inf';
        return { suffix: '_bucket', labels: `${before}le="${bound}"`, value: total };
      });
      if (total === 0) return [];
      return [...buckets, { suffix: '_sum', labels, value: sum }, { suffix: '_count', labels, value: total }];
    },
  };
}
