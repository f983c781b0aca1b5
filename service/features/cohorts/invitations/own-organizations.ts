import type { Session } from '../../accounts/index.ts';

export type Membership = Session['organizations'][number];

/** Those that somebody decides for. */
export function ownOrganizations({ organizations }: Pick<Session, 'organizations'>): readonly Membership[] {
  return organizations.filter(({ role }) => role === 'owner');
}
