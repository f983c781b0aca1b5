import type { Kysely } from 'kysely';
import type { Attempt, Delivery, DeliveryState } from './delivery.ts';
import type { Secrets } from './signature.ts';

/** Keeps deliveries with their attempts, and what belongs to each lane. */
export interface WebhookStore {
  /** The same store within a transaction of others: what it writes is there exactly when their change is. */
  within(transaction: Kysely<unknown>): WebhookStore;
  add(deliveries: readonly Delivery[]): Promise<void>;
  /** Newest first. */
  list(organization: string, query: DeliveryQuery): Promise<{ deliveries: readonly Delivery[]; hasMore: boolean }>;
  find(organization: string, id: string): Promise<{ delivery: Delivery; attempts: readonly Attempt[] } | null>;
  /** Oldest first, replays and duplicates left out. */
  since(organization: string, from: Date, limit: number): Promise<readonly Delivery[]>;
  /**
   * Takes up to `limit` deliveries that are due, and leases them: nobody else gets them until then, in no process. A lease that
   * runs out, because its holder died, is up for grabs again: a delivery may be sent twice, and is never forgotten.
   */
  claim(request: {
    now: Date;
    leasedUntil: Date;
    limit: number;
    fullLanes: readonly string[];
  }): Promise<readonly Delivery[]>;
  /** Gives deliveries back that were claimed and not sent. */
  release(ids: readonly string[]): Promise<void>;
  /** Notes an attempt and what is next. */
  settle(id: string, attempt: Attempt, next: Settled): Promise<void>;
  /** Ends what still waits in a lane. */
  stop(lane: string, note: string): Promise<void>;
  /** Sends what still waits in a lane to another address. */
  redirect(lane: string, url: string): Promise<void>;
  lane(lane: string): Promise<Lane | null>;
  saveLane(lane: string, organization: string, kept: Lane): Promise<void>;
  /** Since when the lane fails; null: it does not. */
  noteFailing(lane: string, since: Date | null): Promise<void>;
  removeLane(lane: string): Promise<void>;
  /** Whether there is something to claim. */
  hasDue(now: Date): Promise<boolean>;
  /** Removes what is older than `before`, of guests what is older than `guestsBefore`, and all but the newest `most` of each. */
  prune(request: { before: Date; guestsBefore: Date; guestPrefix: string; most: number }): Promise<number>;
}

export interface DeliveryQuery {
  readonly limit: number;
  /** Only those older than this one. */
  readonly before?: string | undefined;
  readonly state?: DeliveryState | undefined;
  readonly forInbox?: boolean | undefined;
}

export interface Settled {
  readonly state: DeliveryState;
  readonly note: string | null;
  readonly nextAt: Date | null;
}

export interface Lane {
  readonly secret: string;
  readonly previous: { readonly secret: string; readonly until: Date } | null;
  /** Of the organization's own address only. */
  readonly url: string | null;
  /** Since when every attempt failed; null where the last one did not. */
  readonly failingSince: Date | null;
  readonly createdAt: Date;
}

/** What a delivery that is sent now is signed with. */
export function secretsOf({ secret, previous }: Lane, now: Date): Secrets {
  return previous !== null && previous.until > now ? [secret, previous.secret] : [secret];
}
