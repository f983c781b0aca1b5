import type { OrganizationRole } from './identity/role-names.ts';

/** Who is signed in, and for whom. */
export interface Session {
  readonly id: string;
  readonly person: SignedInPerson;
  /** The organization that the person acts for now; null where there is none yet. */
  readonly organization: Membership | null;
  readonly organizations: readonly Membership[];
}

export interface SignedInPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly hasSecondFactor: boolean;
  /** Belongs to the team that runs the portal. */
  readonly isStaff: boolean;
}

export interface Membership {
  readonly id: string;
  readonly name: string;
  readonly role: OrganizationRole;
}

/** Whether one of `roles`, an organization's or `staff`, is the session's; no roles: whoever is signed in. */
export function hasRole(session: Session, roles: readonly string[]): boolean {
  if (roles.length === 0) return true;
  if (session.person.isStaff && roles.includes('staff')) return true;
  return session.organization !== null && roles.includes(session.organization.role);
}
