import type { Membership, Session, SignedInPerson } from './session.ts';

/** A session as the API shows it; `person: null` where nobody is signed in. */
export function sessionJson(session: Session | null) {
  if (session === null) return { person: null, organization: null, organizations: [] };
  return {
    person: personJson(session.person),
    organization: session.organization && membershipJson(session.organization),
    organizations: session.organizations.map(membershipJson),
  };
}

export function membershipJson({ id, name, role }: Membership) {
  return { id, name, role };
}

export function personJson({ id, name, email, hasSecondFactor, isStaff }: SignedInPerson) {
  return { id, name, email, has_second_factor: hasSecondFactor, is_staff: isStaff };
}
