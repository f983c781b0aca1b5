import type { OrganizationRole } from '../identity/role-names.ts';

/** A person in an organization. */
export interface Member {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly email: string;
  readonly role: OrganizationRole;
  readonly joinedAt: Date;
}

export const organizationLimits = {
  /** Of one person. */
  organizations: 20,
  members: 500,
  /** That wait for an answer. */
  invitations: 500,
} as const;

/** What becomes of a member: another role, or `null`: they go. */
export type MemberChange = OrganizationRole | null;

export type MemberDecision = 'allowed' | 'unknown' | 'last-owner';

/** An organization has an owner at all times: the last one neither goes nor becomes something else. */
export function decideMemberChange(
  members: readonly Pick<Member, 'id' | 'role'>[],
  id: string,
  change: MemberChange,
): MemberDecision {
  const member = members.find((one) => one.id === id);
  if (member === undefined) return 'unknown';
  const isLastOwner = member.role === 'owner' && members.filter(({ role }) => role === 'owner').length === 1;
  return isLastOwner && change !== 'owner' ? 'last-owner' : 'allowed';
}
