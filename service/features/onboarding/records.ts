import type { EvidenceQuery, Exchange } from '../traffic/index.ts';
import type { ReceivedDelivery, RefusedDelivery } from '../webhooks/index.ts';

/** The service's own records: the only thing that proves what an integration did. */
export interface Records {
  findFirst(query: EvidenceQuery): Promise<Exchange | null>;
  /** Recorded after the one with this id, oldest first. */
  after(organization: string, id: string | null, limit: number): Promise<readonly Exchange[]>;
  /** The newest, newest first. */
  latest(organization: string, limit: number): Promise<readonly Exchange[]>;
  /** One with its excerpt. */
  findOwn(organization: string, id: string): Promise<Exchange | null>;
  /** Their ids. Other ones than before say that the organization has another exchange, also by a process whose clock is behind. */
  latestIds(organization: string, limit: number): Promise<readonly string[]>;
  /** Calls the listener at each exchange of the organization that this process records. */
  subscribe(organization: string, listener: (exchange: Exchange) => void): () => void;
  receivedOf(organization: string): Promise<readonly ReceivedDelivery[]>;
  /** The newest delivery, where it was refused. */
  refusedOf(organization: string): Promise<RefusedDelivery | null>;
  firstKeyIssuedAt(organization: string): Promise<Date | null>;
}
