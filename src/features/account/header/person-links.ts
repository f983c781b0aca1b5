import type { Membership } from '../../../portal-client/session';

export interface PersonLink {
  readonly to: string;
  readonly label: string;
  readonly note?: string;
}

/** Where a person's things are; for the staff, where all partners are. */
export function personLinks(organization: Membership | null, isStaff: boolean): readonly PersonLink[] {
  return [
    { to: '/launch', label: 'Launch' },
    { to: '/organization', label: 'Organization', ...(organization && { note: organization.name }) },
    { to: '/keys', label: 'Keys' },
    { to: '/account', label: 'Your account' },
    ...(isStaff ? [{ to: '/team', label: 'Partners', note: 'for the team' }] : []),
  ];
}
