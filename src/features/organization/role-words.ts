import type { Invitation, OrganizationRole } from '../../portal-client';

export const roles: readonly { readonly role: OrganizationRole; readonly title: string; readonly text: string }[] = [
  { role: 'owner', title: 'Owner', text: 'decides who belongs to it, and does all that follows' },
  { role: 'developer', title: 'Developer', text: 'makes keys and builds' },
  { role: 'viewer', title: 'Viewer', text: 'looks, and changes nothing' },
];

/** As one says what somebody is: "a developer". */
export function roleWords(role: OrganizationRole): string {
  return role === 'owner' ? 'an owner' : `a ${role}`;
}

export function roleTitle(role: OrganizationRole): string {
  return roles.find((one) => one.role === role)?.title ?? role;
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

export function dayOf(time: string): string {
  return day.format(new Date(time));
}

/** What became of an invitation, and until when it stands. */
export function stateWords({ state, expires_at }: Pick<Invitation, 'state' | 'expires_at'>): string {
  switch (state) {
    case 'pending':
      return `waits until ${dayOf(expires_at)}`;
    case 'expired':
      return `expired on ${dayOf(expires_at)}`;
    default:
      return state;
  }
}
