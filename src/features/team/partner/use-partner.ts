import { useCallback, useEffect, useState } from 'react';
import type { Partner, PartnerCalls, PartnerNote, PortalProblem } from '../../../portal-client';

export type PartnerState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'read'; readonly partner: Partner; readonly at: number }
  | { readonly kind: 'failed'; readonly problem: PortalProblem };

/** A partner; what is shown stays while it is read again. */
export function usePartner(calls: PartnerCalls, organization: string) {
  const [state, setState] = useState<PartnerState>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    void calls.partner(organization, stop.signal).then((outcome) => {
      if (stop.signal.aborted) return;
      if (outcome.kind === 'ok') setState({ kind: 'read', partner: outcome.value, at: Date.now() });
      else setState({ kind: 'failed', problem: outcome.problem });
    });
    return () => stop.abort();
  }, [calls, organization, round]);
  const again = useCallback(() => setRound((count) => count + 1), []);
  const setNotes = useCallback((change: (notes: readonly PartnerNote[]) => PartnerNote[]) => {
    setState((before) =>
      before.kind === 'read'
        ? { ...before, partner: { ...before.partner, notes: change(before.partner.notes) } }
        : before,
    );
  }, []);
  return { state, again, setNotes };
}
