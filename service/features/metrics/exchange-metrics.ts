import type { Exchange } from '../traffic/index.ts';
import { counters } from './counters.ts';
import { type Histogram, histogram } from './histogram.ts';
import { labelText, type Metric, type Sample } from './text-format.ts';

/** The numbers of one operation in one environment. */
interface Series {
  readonly labels: string;
  /** By the first digit of the status. */
  readonly byClass: number[];
  readonly duration: Histogram;
  readonly upstream: Histogram;
  requestBytes: number;
  responseBytes: number;
}

export interface ExchangeMetrics {
  hear(exchange: Exchange): void;
  metrics(): readonly Metric[];
}

/** Operations beyond are counted together, as `other`: the number of lines has a bound, whatever the contracts are. */
const mostSeries = 2000;

/**
 * Counts exchanges. Labels are what the contracts say and never what a client sends: no keys, no organizations, no paths; an API or a version that is
 * not there is `unknown`.
 */
export function exchangeMetrics(knows: (api: string, version: string) => boolean): ExchangeMetrics {
  const all = new Map<string, Series>();
  const refusals = counters(
    'portal_gateway_refusals_total',
    'Requests that the gateway refused, by the code of the problem.',
  );
  const drift = counters('portal_drift_findings_total', 'Places where an answer was not as its contract says.');
  const compared = counters(
    'portal_gateway_answers_total',
    'Answers of APIs, by whether they were compared with their contract.',
  );

  const seriesOf = ({ api, version, operation, environment }: Exchange, isKnown: boolean): Series => {
    const key = isKnown ? `${api}\n${version}\n${operation ?? ''}\n${environment ?? ''}` : '';
    const known = all.get(key);
    if (known) return known;
    if (all.size >= mostSeries && key !== otherKey) return seriesOf(otherExchange, true);
    const named = isKnown ? { api, version } : { api: 'unknown', version: 'unknown' };
    const labels = labelText({
      ...named,
      operation: isKnown ? (operation ?? 'none') : 'none',
      environment: environment ?? 'none',
    });
    const fresh: Series = {
      labels: isKnown ? labels : labelText({ ...named, operation: 'none', environment: 'none' }),
      byClass: [0, 0, 0, 0, 0, 0],
      duration: histogram(),
      upstream: histogram(),
      requestBytes: 0,
      responseBytes: 0,
    };
    all.set(key, fresh);
    return fresh;
  };

  return {
    hear(exchange) {
      const isKnown = knows(exchange.api, exchange.version);
      const series = seriesOf(exchange, isKnown);
      const statusClass = Math.min(5, Math.floor(exchange.status / 100));
      series.byClass[statusClass] = (series.byClass[statusClass] ?? 0) + 1;
      series.duration.observe(exchange.durationMs / 1000);
      if (exchange.upstreamMs !== null) series.upstream.observe(exchange.upstreamMs / 1000);
      series.requestBytes += exchange.requestBytes;
      series.responseBytes += exchange.responseBytes;
      const version = isKnown
        ? { api: exchange.api, version: exchange.version }
        : { api: 'unknown', version: 'unknown' };
      if (exchange.problem !== null) refusals.add({ ...version, code: exchange.problem });
      if (exchange.upstreamStatus !== null) compared.add({ ...version, compared: String(exchange.isCompared) });
      for (const { drift: kind } of exchange.findings) if (kind) drift.add({ ...version, kind });
    },
    metrics() {
      const of = (samples: (series: Series) => readonly Sample[]) => [...all.values()].flatMap(samples);
      const bytes = (member: 'requestBytes' | 'responseBytes') =>
        of((series) => [{ labels: series.labels, value: series[member] }]);
      return [
        metric('portal_gateway_requests_total', 'counter', 'Exchanges, by operation and class of status.', of(byClass)),
        metric(
          'portal_gateway_request_duration_seconds',
          'histogram',
          'From the request until its answer began; of a stream, until its end.',
          of(({ duration, labels }) => duration.samples(labels)),
        ),
        metric(
          'portal_gateway_upstream_duration_seconds',
          'histogram',
          'Until the answer of what stands behind the gateway began.',
          of(({ upstream, labels }) => upstream.samples(labels)),
        ),
        metric('portal_gateway_request_bytes_total', 'counter', 'Bytes of requests’ bodies.', bytes('requestBytes')),
        metric('portal_gateway_response_bytes_total', 'counter', 'Bytes of answers’ bodies.', bytes('responseBytes')),
        ...[refusals, compared, drift].map((each) => each.metric()),
      ];
    },
  };
}

const otherExchange = { api: 'other', version: 'other', operation: 'other', environment: null } as unknown as Exchange;
const otherKey = 'other\nother\nother\n';

function byClass({ labels, byClass: counts }: Series): readonly Sample[] {
  return counts.flatMap((value, digit) => (value === 0 ? [] : [{ labels: `${labels},status="${digit}xx"`, value }]));
}

function metric(name: string, type: Metric['type'], help: string, samples: readonly Sample[]): Metric {
  return { name, type, help, samples };
}
