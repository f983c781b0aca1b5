import type { FastifyPluginAsync } from 'fastify';
import type { Contract } from '../../../contract/model.ts';
import type { PoolState } from '../../platform/database/index.ts';
import type { DriftState } from '../drift/index.ts';
import type { GatewayState } from '../gateway/index.ts';
import type { SpanState } from '../spans/index.ts';
import type { TrafficLog } from '../traffic/index.ts';
import { exchangeMetrics } from './exchange-metrics.ts';
import { type MetricsAccess, metricsRoute } from './metrics-route.ts';
import { processMetrics } from './process-metrics.ts';
import { databaseMetrics, driftMetrics, gatewayMetrics, spanMetrics, trafficMetrics } from './state-metrics.ts';

/** `GET /metrics`, in Prometheus's text format, for whoever may read it; for others there is nothing at that address. */
export function metricsFeature(deps: {
  readonly access: MetricsAccess;
  readonly contracts: readonly Contract[];
  readonly traffic: Pick<TrafficLog, 'follow' | 'state'>;
  readonly gateway: () => GatewayState;
  readonly drift: () => DriftState;
  /** Undefined where no spans are exported. */
  readonly spans: () => SpanState | undefined;
  /** Undefined where the database has no pool. */
  readonly pool: (() => PoolState) | undefined;
}): { readonly plugin: FastifyPluginAsync } {
  return {
    plugin: async (app) => {
      if (deps.access.kind === 'closed') return;
      const known = new Set(deps.contracts.map(({ api, version }) => `${api}/${version}`));
      const exchanges = exchangeMetrics((api, version) => known.has(`${api}/${version}`));
      const own = processMetrics();
      deps.traffic.follow((exchange) => exchanges.hear(exchange));
      app.addHook('onClose', async () => own.close());
      metricsRoute(app, deps.access, () => [
        ...exchanges.metrics(),
        ...gatewayMetrics(deps.gateway()),
        ...trafficMetrics(deps.traffic.state()),
        ...driftMetrics(deps.drift()),
        ...spanMetrics(deps.spans()),
        ...databaseMetrics(deps.pool?.()),
        ...own.metrics(),
      ]);
    },
  };
}
