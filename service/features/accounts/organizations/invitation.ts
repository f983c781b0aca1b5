import type { OrganizationRole } from '../identity/role-names.ts';

/** The mail says so, too. */
const invitationDays = 14;

/** As the library of accounts keeps it. */
export type KeptStatus = 'pending' | 'accepted' | 'rejected' | 'canceled';
export type InvitationState = 'pending' | 'expired' | 'accepted' | 'declined' | 'cancelled';

export interface Invitation {
  readonly id: string;
  readonly organization: string;
  readonly organizationName: string;
  /** In lower case. */
  readonly email: string;
  readonly role: OrganizationRole;
  readonly status: KeptStatus;
  /** The name of who sent it. */
  readonly invitedBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

const states = { accepted: 'accepted', rejected: 'declined', canceled: 'cancelled' } as const;

export function stateOf({ status, expiresAt }: Pick<Invitation, 'status' | 'expiresAt'>, now: Date): InvitationState {
  if (status !== 'pending') return states[status];
  return expiresAt > now ? 'pending' : 'expired';
}

/** Whoever answers an invitation: signed in, with a confirmed address. */
export interface Answerer {
  readonly id: string;
  readonly email: string;
}

/** Only the invited address may answer; to anybody else the invitation is not there. */
export function isFor(invitation: Pick<Invitation, 'email'>, person: Pick<Answerer, 'email'>): boolean {
  return invitation.email === person.email.trim().toLowerCase();
}

export function expiryFrom(now: Date): Date {
  return new Date(now.getTime() + invitationDays * 86_400_000);
}
