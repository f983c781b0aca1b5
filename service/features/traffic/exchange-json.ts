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
