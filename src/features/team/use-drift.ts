import { useCallback, useEffect, useState } from 'react';
import type { DriftEntry, DriftState, PortalProblem, TeamClient } from '../../portal-client';

export type DriftList =
  | { readonly kind: 'loading' }
  | { readonly kind: 'read'; readonly entries: readonly DriftEntry[]; readonly at: number }
  | { readonly kind: 'failed'; readonly problem: PortalProblem };

/** The list in one state, read again when `again` is called; what is shown stays until the new one is there. */
export function useDrift(client: TeamClient, key: string, state: DriftState) {
  const [list, setList] = useState<DriftList>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    void client.listDrift(state, key, stop.signal).then((outcome) => {
      if (stop.signal.aborted) return;
      if (outcome.kind === 'ok') setList({ kind: 'read', entries: outcome.value, at: Date.now() });
      else setList({ kind: 'failed', problem: outcome.problem });
    });
    return () => stop.abort();
  }, [client, key, state, round]);
  const again = useCallback(() => setRound((count) => count + 1), []);
  const replace = useCallback((entry: DriftEntry) => {
    setList((before) =>
      before.kind === 'read'
        ? { ...before, entries: before.entries.map((one) => (one.id === entry.id ? entry : one)) }
        : before,
    );
  }, []);
  return { list, again, replace };
}
