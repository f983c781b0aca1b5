import { type Invitation, stateOf } from './invitation.ts';
import type { Member } from './organization.ts';

export function memberJson({ id, name, email, role, joinedAt, person }: Member, you: string) {
  return { id, name, email, role, joined_at: joinedAt.toISOString(), is_you: person === you };
}

export function invitationJson(invitation: Invitation, now: Date) {
  const { id, email, role, invitedBy, createdAt, expiresAt } = invitation;
  return {
    ...{ id, email, role },
    state: stateOf(invitation, now),
    invited_by: invitedBy,
    created_at: createdAt.toISOString(),
    expires_at: expiresAt.toISOString(),
  };
}

/** As the person sees it who is invited. */
export function myInvitationJson({ id, organizationName, role, invitedBy, expiresAt }: Invitation) {
  return { id, organization: organizationName, role, invited_by: invitedBy, expires_at: expiresAt.toISOString() };
}
