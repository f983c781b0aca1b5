import { useCallback, useEffect, useState } from 'react';
import type { Invitation, Member, Organization, OrganizationCalls, Outcome, PortalProblem } from '../../portal-client';

interface People {
  readonly members: readonly Member[];
  /** For owners; null for others. */
  readonly invitations: readonly Invitation[] | null;
}

export type PeopleState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: PortalProblem }
  | ({ readonly kind: 'shown' } & People);

type PeopleCalls = Pick<OrganizationCalls, 'members' | 'invitations'>;

/** Who belongs to the organization, and who is invited. What does not come leaves what was there. */
export function usePeople(
  calls: PeopleCalls,
  { id, role }: Organization,
): { readonly state: PeopleState; readonly load: () => Promise<void> } {
  const [state, setState] = useState<PeopleState>({ kind: 'loading' });
  const load = useCallback(
    () =>
      readPeople(calls, id, role === 'owner').then((outcome) =>
        setState((before) => {
          if (outcome.kind === 'ok') return { kind: 'shown', ...outcome.value };
          return before.kind === 'shown' ? before : { kind: 'failed', problem: outcome.problem };
        }),
      ),
    [calls, id, role],
  );
  useEffect(() => void load(), [load]);
  return { state, load };
}

async function readPeople(calls: PeopleCalls, id: string, isOwner: boolean): Promise<Outcome<People>> {
  const [members, invitations] = await Promise.all([calls.members(id), isOwner ? calls.invitations(id) : null]);
  if (members.kind === 'problem') return members;
  if (invitations?.kind === 'problem') return invitations;
  return { kind: 'ok', value: { members: members.value, invitations: invitations?.value ?? null } };
}
