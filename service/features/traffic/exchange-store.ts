import type { EvidenceQuery } from './evidence.ts';
import type { Exchange } from './exchange.ts';

export interface ExchangePage {
  /** Newest first. */
  readonly exchanges: readonly Exchange[];
  readonly hasMore: boolean;
}

export interface PageQuery {
  readonly limit: number;
  /** Only exchanges older than the one with this id. */
  readonly before?: string | undefined;
}

/** Where exchanges are kept. */
export interface ExchangeStore {
  /** All or none; one that is there already is left as it is, so that a batch may be sent again. */
  add(exchanges: readonly Exchange[]): Promise<void>;
  list(organization: string, query: PageQuery): Promise<ExchangePage>;
  /** The first exchange that is what the query asks for. */
  findFirst(query: EvidenceQuery): Promise<Exchange | null>;
}
