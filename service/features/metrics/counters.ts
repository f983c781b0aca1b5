import { labelText, type Metric } from './text-format.ts';

/** A counter for each combination of labels that occurs. */
export interface Counters {
  add(labels: Readonly<Record<string, string>>, by?: number): void;
  metric(): Metric;
}

/** What does not find room any more is counted together. */
const mostSeries = 2000;

export function counters(name: string, help: string): Counters {
  const series = new Map<string, number>();
  return {
    add(labels, by = 1) {
      const text = labelText(labels);
      const key = series.has(text) || series.size < mostSeries ? text : labelText(mapped(labels));
      series.set(key, (series.get(key) ?? 0) + by);
    },
    metric: () => ({
      name,
      help,
      type: 'counter',
      samples: [...series].map(([labels, value]) => ({ labels, value })),
    }),
  };
}

function mapped(labels: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.keys(labels).map((label) => [label, 'other']));
}
