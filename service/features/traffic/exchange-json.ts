import type { Exchange, ExchangeFinding } from './exchange.ts';

/** `Exchange` of `openapi/portal/v1.yaml`. */
export interface ExchangeJson {
  readonly id: string;
  readonly at: string;
  readonly api: string;
  readonly version: string;
  readonly operation: string | null;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly duration_ms: number;
  readonly findings: readonly Pick<ExchangeFinding, 'in' | 'at' | 'message'>[];
}

export function toExchangeJson(exchange: Exchange): ExchangeJson {
  return {
    id: exchange.id,
    at: exchange.at.toISOString(),
    api: exchange.api,
    version: exchange.version,
    operation: exchange.operation,
    method: exchange.method,
    path: exchange.path,
    status: exchange.status,
    duration_ms: exchange.durationMs,
    findings: exchange.findings.map(({ in: room, at, message }) => ({ in: room, at, message })),
  };
}

/** `OwnExchange` of `openapi/portal/v1.yaml`: with what was sent and answered, where something was wrong. */
export function toOwnExchangeJson(exchange: Exchange) {
  return { ...toExchangeJson(exchange), request_id: exchange.requestId, excerpt: exchange.excerpt };
}

/** `TeamExchange` of `openapi/portal/v1.yaml`: what the team sees, of whichever organization. */
export function toTeamExchangeJson(exchange: Exchange) {
  return {
    ...toExchangeJson(exchange),
    request_id: exchange.requestId,
    trace_id: exchange.traceId,
    organization: exchange.organization,
    key_id: exchange.keyId,
    environment: exchange.environment,
    upstream_status: exchange.upstreamStatus,
    problem: exchange.problem,
    upstream_ms: exchange.upstreamMs,
    request_bytes: exchange.requestBytes,
    response_bytes: exchange.responseBytes,
    excerpt: exchange.excerpt,
  };
}
