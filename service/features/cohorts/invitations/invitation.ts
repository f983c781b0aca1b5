import type { MailOutcome } from '../../../platform/mail/index.ts';

const invitationDays = 14;

/** Somebody is asked to bring an organization into a cohort. */
export interface Invitation {
  readonly id: string;
  readonly cohort: string;
  readonly cohortName: string;
  /** In lower case. */
  readonly email: string;
  readonly organizationName: string;
  /** '' where nobody said. */
  readonly personName: string;
  /** Opens the invitation's page; only the invited address gets further. */
  readonly token: string;
  readonly kept: 'pending' | 'accepted' | 'withdrawn';
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly openedAt: Date | null;
  readonly acceptedAt: Date | null;
  /** The organization that came in by it; null: none yet, or it is gone. */
  readonly organization: string | null;
  readonly mail: MailOutcome;
}

export type InvitationState =
  /** The mail has not gone out yet; with an error it was tried. */
  | 'waiting'
  | 'sent'
  /** The mail was given up, or its receiver's server refused it. */
  | 'not-sent'
  | 'opened'
  | 'accepted'
  | 'expired'
  | 'withdrawn';

export function stateOf({ kept, expiresAt, openedAt, mail }: Invitation, now: Date): InvitationState {
  if (kept !== 'pending') return kept;
  if (expiresAt <= now) return 'expired';
  if (openedAt !== null) return 'opened';
  return mail.state === 'failed' ? 'not-sent' : mail.state;
}

/** Whether it can be accepted. */
export function isOpen({ kept, expiresAt }: Pick<Invitation, 'kept' | 'expiresAt'>, now: Date): boolean {
  return kept === 'pending' && expiresAt > now;
}

export function expiryFrom(now: Date): Date {
  return new Date(now.getTime() + invitationDays * 86_400_000);
}

/** Two rows with names that differ in case or spaces mean one organization. */
export function isSameName(one: string, other: string): boolean {
  const plain = (name: string) => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
  return plain(one) === plain(other);
}
