import type { FastifyPluginAsync } from 'fastify';
import type { Contract } from '../../../contract/model.ts';
import type { TrafficLog } from '../traffic/index.ts';
import type { OtlpSettings } from './otlp-settings.ts';
import type { SpanExporter, SpanState } from './span-exporter.ts';

export { type OtlpSettings, readOtlpSettings } from './otlp-settings.ts';
export type { SpanState } from './span-exporter.ts';

export interface SpansFeature {
  /** Closing the app sends what is not yet sent, for some seconds at most. */
  readonly plugin: FastifyPluginAsync;
  /** Undefined where nothing is exported. */
  readonly state: () => SpanState | undefined;
}

/** Exchanges as spans, sent to an OpenTelemetry collector. Without settings nothing of it is loaded. */
export function spansFeature(deps: {
  readonly settings: OtlpSettings | undefined;
  readonly contracts: readonly Contract[];
  readonly traffic: Pick<TrafficLog, 'follow'>;
  readonly log: { warn(details: object, message: string): void };
}): SpansFeature {
  const { settings, contracts, traffic, log } = deps;
  let exporter: SpanExporter | undefined;
  return {
    plugin: async (app) => {
      if (settings === undefined) return;
      const [{ spanExporter }, { spansOf }, { isExported }] = await Promise.all([
        import('./span-exporter.ts'),
        import('./spans-of.ts'),
        import('./sampled.ts'),
      ]);
      const paths = new Map(
        contracts.flatMap(({ api, version, operations }) =>
          operations.map(({ id, path }) => [`${api}/${version}/${id}`, path]),
        ),
      );
      const spans = (exporter = spanExporter({ settings, log }));
      traffic.follow((exchange, trace) => {
        if (trace === undefined || !isExported(exchange.traceId, trace, settings.ratio)) return;
        spans.add(
          spansOf(exchange, trace, ({ api, version, operation }) => paths.get(`${api}/${version}/${operation}`)),
        );
      });
      app.addHook('onClose', () => spans.close());
    },
    state: () => exporter?.state(),
  };
}
