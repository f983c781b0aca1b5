import { useCallback, useEffect, useState } from 'react';
import type { EventDate, EventsCalls, PortalProblem } from '../../portal-client';

export type EventsState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: PortalProblem }
  | { readonly kind: 'shown'; readonly dates: readonly EventDate[] };

/** Dates of events. `who` is whoever is signed in: what they see may be another thing. */
export function useEvents(
  calls: Pick<EventsCalls, 'list'>,
  when: 'upcoming' | 'past',
  who: string,
): { readonly state: EventsState; readonly load: () => Promise<void>; readonly put: (date: EventDate) => void } {
  const [shown, setShown] = useState<{ readonly of: string; readonly state: EventsState }>(nothing);
  const of = `${when} ${who}`;
  const load = useCallback(
    () =>
      calls.list(when).then((outcome) =>
        setShown({
          of,
          state:
            outcome.kind === 'ok'
              ? { kind: 'shown', dates: outcome.value }
              : { kind: 'failed', problem: outcome.problem },
        }),
      ),
    [calls, when, of],
  );
  useEffect(() => void load(), [load]);
  const put = (changed: EventDate): void =>
    setShown(({ state, ...rest }) =>
      state.kind === 'shown'
        ? {
            ...rest,
            state: { kind: 'shown', dates: state.dates.map((date) => (date.id === changed.id ? changed : date)) },
          }
        : { ...rest, state },
    );
  return { state: shown.of === of ? shown.state : { kind: 'loading' }, load, put };
}

const nothing = { of: '', state: { kind: 'loading' } } as const;
