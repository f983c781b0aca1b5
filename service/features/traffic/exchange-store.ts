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
  /** Those of an organization that were recorded after the one with this id, oldest first, without their excerpts. Null: from the first. */
  after(organization: string, id: string | null, limit: number): Promise<readonly Exchange[]>;
  /** The newest of an organization, newest first, without their excerpts. */
  latest(organization: string, limit: number): Promise<readonly Exchange[]>;
  /** Their ids only. */
  latestIds(organization: string, limit: number): Promise<readonly string[]>;
  findById(id: string): Promise<Exchange | null>;
  /** One of an organization, by what its answer carried as `Request-Id`. */
  findByRequestId(organization: string, requestId: string): Promise<Exchange | null>;
  /** Takes an exchange, and the earlier ones about its resource, out of what `removeBefore` removes: they have proven something. */
  keep(exchange: Pick<Exchange, 'id' | 'organization' | 'resource'>): Promise<void>;
  /** Removes the oldest exchanges with an id before this one, so many at most. Returns how many. */
  removeBefore(id: string, most: number): Promise<number>;
}
