import type { Kysely } from 'kysely';
import type { Mail, QueuedMail } from './mail.ts';

/** `waiting` with an error: it was tried, and is tried again. */
export interface MailOutcome {
  readonly state: 'waiting' | 'sent' | 'failed';
  /** What the mail server said at the last try that failed. */
  readonly error: string | null;
}

/** Mails on their way out. */
export interface OutboxStore {
  /** Puts a mail in, in the transaction `within` where there is one: it goes out if that commits. */
  add(mail: Mail, now: Date, within?: Kysely<unknown>): Promise<string>;
  /** Takes up to `limit` mails that are due; nobody else gets them before `leasedUntil`. */
  claim(now: Date, leasedUntil: Date, limit: number): Promise<readonly QueuedMail[]>;
  /** It is sent: nothing but the fact is kept. */
  sent(id: string): Promise<void>;
  /** It is tried again at `nextAt`; null: never, and its text is gone. */
  failed(id: string, error: string, nextAt: Date | null): Promise<void>;
  /** When the next one is due; null where none waits. */
  nextDue(): Promise<Date | null>;
  /** What came of each, by its id; without those that were removed. */
  outcomes(ids: readonly string[]): Promise<ReadonlyMap<string, MailOutcome>>;
  /** So many wait, and so many were given up. */
  counts(): Promise<{ readonly waiting: number; readonly failed: number }>;
  /** Removes what was sent or given up before `before`. */
  removeEnded(before: Date): Promise<number>;
}
