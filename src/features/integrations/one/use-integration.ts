import { useEffect, useState } from 'react';
import type { Integration, IntegrationsCalls, PortalProblem } from '../../../portal-client';

export type IntegrationState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly problem: PortalProblem }
  | { readonly kind: 'shown'; readonly integration: Integration };

/** One integration by the last part of its address; nothing is asked for while that is null. */
export function useIntegration(calls: Pick<IntegrationsCalls, 'read'> | null, slug: string | null) {
  const [state, setState] = useState<IntegrationState>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (calls === null || slug === null) return;
    const stop = new AbortController();
    void calls.read(slug, stop.signal).then((outcome) => {
      if (stop.signal.aborted) return;
      if (outcome.kind === 'ok') setState({ kind: 'shown', integration: outcome.value });
      else if (outcome.problem.status === 404 || outcome.problem.status === 400) setState({ kind: 'missing' });
      else setState({ kind: 'failed', problem: outcome.problem });
    });
    return () => stop.abort();
  }, [calls, slug, round]);
  return { state, again: () => setRound((count) => count + 1) };
}
