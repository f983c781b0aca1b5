import type { Exchange, ExchangeTrace } from '../traffic/index.ts';
import { attributes, errorStatus, nanoseconds, type OtlpSpan, spanKinds } from './otlp-span.ts';

/** The path of an operation, as its contract writes it: `/credentials/{id}`; undefined where there is no such operation. */
export type RouteOf = (exchange: Pick<Exchange, 'api' | 'version' | 'operation'>) => string | undefined;

/**
 * An exchange as spans, with the names of https://opentelemetry.io/docs/specs/semconv/http/http-spans/: that of the server, and within it that
 * of the way to the upstream, where it was asked. Paths are those of contracts; no keys, no queries, no headers.
 */
export function spansOf(exchange: Exchange, trace: ExchangeTrace, routeOf: RouteOf): readonly OtlpSpan[] {
  const { traceId, api, version, operation, method, status, upstreamStatus, problem } = exchange;
  if (traceId === null) return [];
  const path = routeOf(exchange);
  const route = path === undefined ? undefined : `/gateway/${api}/${version}${path}`;
  const { at, durationMs } = exchange;
  const shared = { traceId, ...(trace.state !== '' && { traceState: trace.state }) };
  const server: OtlpSpan = {
    ...shared,
    spanId: trace.spanId,
    ...(trace.parentSpanId !== null && { parentSpanId: trace.parentSpanId }),
    name: route === undefined ? methodOf(method) : `${methodOf(method)} ${route}`,
    kind: spanKinds.server,
    startTimeUnixNano: nanoseconds(at, 0),
    endTimeUnixNano: nanoseconds(at, durationMs),
    attributes: attributes({
      'http.request.method': methodOf(method),
      'http.response.status_code': status,
      'http.route': route,
      'url.path': `/gateway/${api}/${version}${exchange.path}`,
      'http.request.body.size': exchange.requestBytes,
      'http.response.body.size': exchange.responseBytes,
      'error.type': problem ?? (status >= 500 ? String(status) : undefined),
      'portal.api': api,
      'portal.version': version,
      'portal.operation': operation,
      'portal.environment': exchange.environment,
      'portal.organization': exchange.organization,
      'portal.exchange': exchange.id,
      'portal.request': exchange.requestId,
    }),
    // A refusal of the client's request is no error of the server.
    status: status >= 500 ? errorStatus : {},
  };
  if (trace.upstream === null || exchange.upstreamMs === null) return [server];
  const { afterMs } = trace.upstream;
  const isFailed = upstreamStatus === null || upstreamStatus >= 400;
  const client: OtlpSpan = {
    ...shared,
    spanId: trace.upstream.spanId,
    parentSpanId: trace.spanId,
    name: methodOf(method),
    kind: spanKinds.client,
    startTimeUnixNano: nanoseconds(at, afterMs),
    endTimeUnixNano: nanoseconds(at, afterMs + exchange.upstreamMs),
    attributes: attributes({
      'http.request.method': methodOf(method),
      'http.response.status_code': upstreamStatus,
      'error.type': upstreamStatus === null ? (problem ?? '_OTHER') : isFailed ? String(upstreamStatus) : undefined,
      'portal.api': api,
      'portal.version': version,
      'portal.environment': exchange.environment,
    }),
    status: isFailed ? errorStatus : {},
  };
  return [server, client];
}

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'QUERY', 'CONNECT']);

/** What a client makes up must not become a name: `_OTHER`, as the conventions say. */
function methodOf(method: string): string {
  return knownMethods.has(method) ? method : '_OTHER';
}
