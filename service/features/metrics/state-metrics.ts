import type { PoolState } from '../../platform/database/index.ts';
import type { DriftState } from '../drift/index.ts';
import type { GatewayState } from '../gateway/index.ts';
import type { SpanState } from '../spans/index.ts';
import type { TrafficState } from '../traffic/index.ts';
import { counter, gauge, labelText, type Metric } from './text-format.ts';

const circuitStates = ['closed', 'half-open', 'open'] as const;

/** What the gateway has under way, and how its live upstreams are. */
export function gatewayMetrics({ underWay, live }: GatewayState): readonly Metric[] {
  const ofEach = (name: string, help: string, value: (upstream: GatewayState['live'][number]) => number): Metric => ({
    name,
    help,
    type: 'gauge',
    samples: live.map((upstream) => ({ labels: labelText({ upstream: upstream.name }), value: value(upstream) })),
  });
  return [
    gauge('portal_gateway_requests_under_way', 'Requests that the gateway has taken and not yet answered.', underWay),
    ofEach('portal_upstream_places_in_use', 'Requests under way to a live upstream.', ({ places }) => places.taken),
    ofEach('portal_upstream_places', 'How many requests may be under way to it at once.', ({ places }) => places.most),
    ofEach('portal_upstream_places_waiting', 'Requests that wait for a place.', ({ places }) => places.waiting),
    {
      name: 'portal_upstream_circuits',
      help: 'Addresses of a live upstream, by the state of their circuit.',
      type: 'gauge',
      samples: live.flatMap(({ name, circuits }) =>
        circuitStates.map((state) => ({ labels: labelText({ upstream: name, state }), value: circuits[state] })),
      ),
    },
  ];
}

export function trafficMetrics({ waiting, written, dropped, failures }: TrafficState): readonly Metric[] {
  return [
    gauge('portal_traffic_waiting', 'Records of exchanges that are not yet in the database.', waiting),
    counter('portal_traffic_written_total', 'Records of exchanges that were written.', written),
    counter('portal_traffic_dropped_total', 'Records that were dropped because too many waited.', dropped),
    counter('portal_traffic_write_failures_total', 'Attempts to write records that failed.', failures),
  ];
}

export function driftMetrics({ beyond, failures }: DriftState): readonly Metric[] {
  return [
    counter('portal_drift_beyond_total', 'Findings of drift that found no room for an entry.', beyond),
    counter('portal_drift_write_failures_total', 'Attempts to write drift that failed.', failures),
  ];
}

export function spanMetrics(spans: SpanState | undefined): readonly Metric[] {
  if (spans === undefined) return [];
  return [
    counter('portal_spans_exported_total', 'Spans that the collector took.', spans.exported),
    counter('portal_spans_dropped_total', 'Spans that were given up.', spans.dropped),
    counter('portal_spans_export_failures_total', 'Posts to the collector that failed.', spans.failures),
  ];
}

export function databaseMetrics(pool: PoolState | undefined): readonly Metric[] {
  return [
    gauge('portal_database_connections', 'Connections to PostgreSQL.', pool?.open),
    gauge('portal_database_connections_idle', 'Connections that nobody uses.', pool?.idle),
    gauge('portal_database_waiting', 'Queries that wait for a connection.', pool?.waiting),
  ];
}
