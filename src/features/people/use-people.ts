import { useCallback, useEffect, useState } from 'react';
import type { Outcome, PeopleCalls, PortalProblem, SignUps, StaffMember } from '../../portal-client';

export type PeopleState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: PortalProblem }
  | { readonly kind: 'shown'; readonly staff: readonly StaffMember[]; readonly signUps: SignUps };

/** Both lists; what does not come after a change leaves what was there. */
export function usePeople(calls: Pick<PeopleCalls, 'staff' | 'signUps'>): {
  readonly state: PeopleState;
  readonly load: () => Promise<void>;
} {
  const [state, setState] = useState<PeopleState>({ kind: 'loading' });
  const load = useCallback(
    () =>
      Promise.all([calls.staff(), calls.signUps()]).then(([staff, signUps]) =>
        setState((before) => {
          const problem = problemOf(staff) ?? problemOf(signUps);
          if (problem !== null) return before.kind === 'shown' ? before : { kind: 'failed', problem };
          if (staff.kind !== 'ok' || signUps.kind !== 'ok') return before;
          return { kind: 'shown', staff: staff.value, signUps: signUps.value };
        }),
      ),
    [calls],
  );
  useEffect(() => void load(), [load]);
  return { state, load };
}

const problemOf = (outcome: Outcome<unknown>) => (outcome.kind === 'problem' ? outcome.problem : null);
