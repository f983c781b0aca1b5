import type { EvidenceQuery, Exchange } from '../traffic/index.ts';
import type { ReceivedDelivery } from '../webhooks/index.ts';

/** The service's own records: the only thing that proves what an integration did. */
export interface Records {
  findFirst(query: EvidenceQuery): Promise<Exchange | null>;
  /** Recorded after the one with this id, oldest first. */
  after(organization: string, id: string | null, limit: number): Promise<readonly Exchange[]>;
  /** Changes when the organization has another exchange, also by another process. */
  newest(organization: string): Promise<string | null>;
  /** Calls the listener at each exchange of the organization that this process records. */
  subscribe(organization: string, listener: (exchange: Exchange) => void): () => void;
  receivedOf(organization: string): Promise<readonly ReceivedDelivery[]>;
  firstKeyIssuedAt(organization: string): Promise<Date | null>;
}
