import type { Membership, Session } from './session.ts';

/** A session as the API shows it; `person: null` where nobody is signed in. */
export function sessionJson(session: Session | null) {
  if (session === null) return { person: null, organization: null, organizations: [] };
  const { id, name, email, hasSecondFactor, isStaff } = session.person;
  return {
    person: { id, name, email, has_second_factor: hasSecondFactor, is_staff: isStaff },
    organization: session.organization && membershipJson(session.organization),
    organizations: session.organizations.map(membershipJson),
  };
}

function membershipJson({ id, name, role }: Membership) {
  return { id, name, role };
}
