import type { Kysely } from 'kysely';
import type { Mail } from '../../../platform/mail/index.ts';
import type { Place } from '../../accounts/index.ts';
import type { Invitation } from './invitation.ts';
import type { InvitedRow } from './invited-row.ts';

/** What becomes of a row: an invitation, or none as there is one or its person belongs to an organization of the cohort. */
export type RowOutcome = 'new' | 'invited' | 'member';

/** Writes the mail to somebody; `token` opens the invitation's page. */
export type WriteLetter = (to: Pick<InvitedRow, 'email' | 'organization' | 'name'>, token: string) => Mail;

/** Who is invited into cohorts, and what came of it. */
export interface InvitationStore {
  /** What `invite` would do; by the rows' addresses. */
  foresee(cohort: string, rows: readonly InvitedRow[]): Promise<ReadonlyMap<string, RowOutcome>>;
  /** Invites those who are not yet and puts their mails into the outbox, all in one transaction. */
  invite(
    cohort: string,
    rows: readonly InvitedRow[],
    by: string,
    letter: WriteLetter,
  ): Promise<ReadonlyMap<string, RowOutcome>>;
  /** By organization and address. */
  list(cohort: string): Promise<readonly Invitation[]>;
  find(cohort: string, id: string): Promise<Invitation | null>;
  byToken(token: string): Promise<Invitation | null>;
  /** Its page was looked at; the time of the first stays. */
  opened(id: string): Promise<void>;
  /** Lets it stand anew, also after it was withdrawn or has expired, and puts a mail into the outbox. False: it was accepted. */
  renew(id: string, letter: WriteLetter): Promise<boolean>;
  /** Its link opens nothing any more. False: it was accepted. */
  withdraw(id: string): Promise<boolean>;
  /**
   * The place of whoever accepts it with a confirmed address: in the organization that a colleague brought into the cohort under the same
   * name, in one of their own, or in a new one that they own. Within the transaction, in which nobody else accepts one of this cohort.
   * Null: it stands no more.
   */
  placeIn(transaction: Kysely<unknown>, id: string, own: string | null): Promise<Place | null>;
  /** Within the same transaction: the organization is in the cohort. */
  accepted(transaction: Kysely<unknown>, id: string, person: string, organization: string): Promise<void>;
  /** Notes what came of mails that were under way. */
  settle(cohort: string): Promise<void>;
}
