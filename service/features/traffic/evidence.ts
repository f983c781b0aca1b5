import type { Exchange } from './exchange.ts';

/** What an exchange must have been in order to prove something. */
export interface EvidenceQuery {
  readonly organization: string;
  readonly api: string;
  readonly version: string;
  readonly operation: string;
  /** An exact status (`201`) or a class (`2XX`). */
  readonly status: string;
  /** The resource that the exchange must have made or asked for. */
  readonly resource?: string | null;
  /** What an earlier exchange of the organization must have been, about the same resource. */
  readonly after?: EarlierExchange;
}

export type EarlierExchange = Pick<EvidenceQuery, 'api' | 'version' | 'operation' | 'status'>;

/** The statuses from `from` up to, not including, `to`. Throws on what is neither a status nor a class. */
export function statusRange(status: string): { from: number; to: number } {
  if (/^[1-5]XX$/i.test(status)) {
    const from = Number(status.charAt(0)) * 100;
    return { from, to: from + 100 };
  }
  if (/^[1-5]\d\d$/.test(status)) return { from: Number(status), to: Number(status) + 1 };
  throw new Error(`"${status}" is neither a status such as 201 nor a class such as 2XX.`);
}

/** Whether this exchange is what the query asks for. */
export function isEvidence(exchange: Exchange, query: EvidenceQuery): boolean {
  const { from, to } = statusRange(query.status);
  return (
    exchange.organization === query.organization &&
    exchange.api === query.api &&
    exchange.version === query.version &&
    exchange.operation === query.operation &&
    exchange.status >= from &&
    exchange.status < to &&
    (query.resource === undefined || query.resource === null || exchange.resource === query.resource)
  );
}
