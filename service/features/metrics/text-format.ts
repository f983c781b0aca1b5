/** One line of a scrape. */
export interface Sample {
  /** Behind the metric's name: `_bucket`, `_sum`; empty for most. */
  readonly suffix?: '_bucket' | '_sum' | '_count';
  /** As `labelText` writes them; empty: none. */
  readonly labels: string;
  readonly value: number;
}

/** One metric with all its lines. */
export interface Metric {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly samples: readonly Sample[];
}

/** The media type of the text format (https://prometheus.io/docs/instrumenting/exposition_formats/). */
export const metricsMediaType = 'text/plain; version=0.0.4; charset=utf-8';

/** `api="cardea",version="v2"`; what stands in a value is escaped. */
export function labelText(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(
      ([name, value]) => `${name}="${value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('"', '\\"')}"`,
    )
    .join(',');
}

/** Metrics as Prometheus reads them: version 0.0.4 of the text format. One without lines is left out. */
export function toText(metrics: readonly Metric[]): string {
  const parts: string[] = [];
  for (const { name, help, type, samples } of metrics) {
    if (samples.length === 0) continue;
    parts.push(`# HELP ${name} ${help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}\n# TYPE ${name} ${type}\n`);
    for (const { suffix = '', labels, value } of samples) {
      parts.push(`${name}${suffix}${labels === '' ? '' : `{${labels}}`} ${spoken(value)}\n`);
    }
  }
  return parts.join('');
}

export function gauge(name: string, help: string, value: number | undefined): Metric {
  return { name, help, type: 'gauge', samples: value === undefined ? [] : [{ labels: '', value }] };
}

export function counter(name: string, help: string, value: number): Metric {
  return { name, help, type: 'counter', samples: [{ labels: '', value }] };
}

function spoken(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  return String(value);
}
