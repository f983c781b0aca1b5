import { useEffect, useState } from 'react';
import type { OrganizationCalls, OrganizationEvent, PortalProblem } from '../../portal-client';

export type EventsState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: PortalProblem }
  | { readonly kind: 'shown'; readonly events: readonly OrganizationEvent[] };

/** What happened at the organization, read again whenever `after` is another. What does not come leaves what was there. */
export function useEvents(
  calls: Pick<OrganizationCalls, 'events'>,
  organization: string,
  after: unknown,
): { readonly state: EventsState; readonly again: () => void } {
  const [state, setState] = useState<EventsState>({ kind: 'loading' });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isWanted = true;
    void calls.events(organization).then((outcome) => {
      if (!isWanted) return;
      setState((before) => {
        if (outcome.kind === 'ok') return { kind: 'shown', events: outcome.value };
        return before.kind === 'shown' ? before : { kind: 'failed', problem: outcome.problem };
      });
    });
    return () => {
      isWanted = false;
    };
  }, [calls, organization, after, turn]);
  return { state, again: () => setTurn((before) => before + 1) };
}
