import { useCallback, useEffect, useState } from 'react';
import { createJourneyCalls, type Launchpad, type PortalProblem } from '../../../portal-client';

export type LaunchpadState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: PortalProblem }
  | { readonly kind: 'shown'; readonly launchpad: Launchpad };

const everyMilliseconds = 5_000;

/**
 * How ready the organization is, read again every few seconds while the page is looked at, and when something has `changed`. What does not
 * come leaves what was there.
 */
export function useLaunchpad(
  serviceUrl: string,
  changed: number,
): { readonly state: LaunchpadState; readonly retry: () => void } {
  const [state, setState] = useState<LaunchpadState>({ kind: 'loading' });
  const load = useCallback(
    () =>
      createJourneyCalls(serviceUrl, (request) => fetch(request))
        .launchpad()
        .then((outcome) =>
          setState((before) => {
            if (outcome.kind === 'ok') return { kind: 'shown', launchpad: outcome.value };
            return before.kind === 'shown' ? before : { kind: 'failed', problem: outcome.problem };
          }),
        ),
    [serviceUrl],
  );
  useEffect(() => {
    void load();
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void load();
    }, everyMilliseconds);
    return () => clearInterval(timer);
  }, [load]);
  useEffect(() => {
    if (changed > 0) void load();
  }, [changed, load]);
  return { state, retry: () => void load() };
}
