import type { Kysely } from 'kysely';

export interface DeliveriesTable {
  id: string;
  organization: string;
  api: string;
  version: string;
  endpoint: string;
  lane: string;
  url: string;
  /** 1 where no request leaves. */
  for_inbox: number;
  message: string;
  type: string;
  cause: string;
  body: string;
  state: string;
  attempts: number;
  last_status: number | null;
  note: string | null;
  created_at: string;
  next_at: string | null;
  leased_until: string | null;
}

export interface AttemptsTable {
  delivery: string;
  number: number;
  at: string;
  duration_ms: number;
  request_headers: string;
  checks: string;
  status: number | null;
  error: string | null;
  response_headers: string | null;
  response_body: string | null;
}

export interface LanesTable {
  lane: string;
  organization: string;
  /** Sealed, unless `sealed` is 0. */
  secret: string;
  previous_secret: string | null;
  /** 0: as it was written before secrets were sealed; the next start seals it. */
  sealed: number;
  previous_until: string | null;
  url: string | null;
  failing_since: string | null;
  created_at: string;
}

export type WebhookTables = Record<'webhook_deliveries', DeliveriesTable> &
  Record<'webhook_attempts', AttemptsTable> &
  Record<'webhook_lanes', LanesTable>;

export type WebhookDb = Kysely<WebhookTables>;
