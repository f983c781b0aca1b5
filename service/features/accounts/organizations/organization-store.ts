import type { Kysely } from 'kysely';
import type { OrganizationRole } from '../identity/role-names.ts';
import type { Membership } from '../session.ts';
import type { Answerer, Invitation } from './invitation.ts';
import type { Member, MemberChange, MemberDecision } from './organization.ts';

export interface NewOrganization {
  readonly name: string;
  readonly owner: string;
  /** The session that acts for it from then on. */
  readonly session: string;
}

export interface NewMember {
  readonly organization: string;
  readonly person: string;
  readonly role: OrganizationRole;
  /** The session that acts for it from then on. */
  readonly session: string;
}

export interface NewInvitation {
  readonly organization: string;
  readonly email: string;
  readonly role: OrganizationRole;
  readonly inviter: string;
}

export type Invited = Invitation | 'already-member' | 'too-many';
export type Answered = Membership | 'closed' | 'full';

/** Organizations, who belongs to them, and who is invited. What changes, changes in one transaction. */
export interface OrganizationStore {
  /** Within the transaction. Null: the person has as many as may be. */
  add(transaction: Kysely<unknown>, wanted: NewOrganization): Promise<Membership | null>;
  /** Within the transaction; who is a member already keeps the role. Null: it is full, or is not there any more. */
  join(transaction: Kysely<unknown>, wanted: NewMember): Promise<Membership | null>;
  rename(organization: string, name: string): Promise<void>;
  actFor(session: string, organization: string): Promise<void>;
  /** In the order in which they joined. */
  members(organization: string): Promise<readonly Member[]>;
  /** Invitations by who is no owner any more are cancelled with it. */
  changeMember(organization: string, member: string, change: MemberChange): Promise<MemberDecision>;
}

/** Each finds nothing of another organization. */
export interface InvitationStore {
  /** Cancels an earlier one to the same address. */
  invite(wanted: NewInvitation): Promise<Invited>;
  /** Newest first, so many at most. */
  list(organization: string, most: number): Promise<readonly Invitation[]>;
  find(id: string): Promise<Invitation | null>;
  /** Those that can be accepted now, newest first. */
  openTo(email: string): Promise<readonly Invitation[]>;
  /** False where it was answered or cancelled meanwhile. */
  cancel(organization: string, id: string): Promise<boolean>;
  /** Lets it stand anew; null where it was answered or cancelled meanwhile. */
  renew(organization: string, id: string): Promise<Invitation | null>;
  /** Once: a member from then on, and the session acts for the organization. Who is a member already keeps the role. */
  accept(id: string, person: Answerer, session: string): Promise<Answered>;
  decline(id: string, person: Answerer): Promise<boolean>;
}
