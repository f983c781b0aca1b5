import type { Membership, Session } from '../session.ts';
import { conflict, noSuch } from './acting.ts';
import { organizationLimits } from './organization.ts';
import type { InvitationStore } from './organization-store.ts';

/**
 * Accepts or declines for the session's person, whose address is confirmed: there is no session before. What is another's, expired,
 * used or cancelled is not there, and nobody learns which.
 */
export async function answerInvitation(
  store: Pick<InvitationStore, 'accept' | 'decline'>,
  answer: 'accept' | 'decline',
  id: string,
  { person, id: session }: Session,
): Promise<Membership | null> {
  if (answer === 'decline') {
    if (!(await store.decline(id, person))) throw noSuch('invitation', id);
    return null;
  }
  const joined = await store.accept(id, person, session);
  if (joined === 'closed') throw noSuch('invitation', id);
  if (joined === 'full')
    throw conflict(`The organization has ${organizationLimits.members} members, the most that are possible.`);
  return joined;
}
