import { useCallback, useEffect, useState } from 'react';
import type { IntegrationList, IntegrationsCalls, Outcome, PortalProblem } from '../../../portal-client';
import type { DirectoryFilters } from './filters';

export type DirectoryState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: PortalProblem }
  | { readonly kind: 'shown'; readonly list: IntegrationList; readonly asked: DirectoryFilters };

const settleMs = 250;

export interface Directory {
  readonly state: DirectoryState;
  readonly more: () => Promise<void>;
  readonly again: () => void;
}

/** The entries that the filters leave. What is shown stays until others are there; words are asked for when the typing rests. */
export function useDirectory(calls: Pick<IntegrationsCalls, 'list'> | null, filters: DirectoryFilters): Directory {
  const [state, setState] = useState<DirectoryState>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  const { q, kind, api, category } = filters;
  const isFirst = state.kind === 'loading';

  useEffect(() => {
    if (calls === null) return;
    const stop = new AbortController();
    const asked = { q, kind, api, category };
    const ask = () =>
      void calls.list(queryOf(asked), stop.signal).then((outcome) => {
        if (!stop.signal.aborted) setState(stateOf(outcome, asked));
      });
    const timer = setTimeout(ask, isFirst ? 0 : settleMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
    // When the first page is there nothing is asked for again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [calls, q, kind, api, category, round]);

  const more = useCallback(async () => {
    if (calls === null || state.kind !== 'shown' || state.list.next_cursor === null) return;
    const outcome = await calls.list({ ...queryOf(state.asked), cursor: state.list.next_cursor });
    setState((now) => {
      if (now !== state) return now;
      if (outcome.kind === 'problem') return { kind: 'failed', problem: outcome.problem };
      return { ...state, list: { ...outcome.value, data: [...state.list.data, ...outcome.value.data] } };
    });
  }, [calls, state]);

  return { state, more, again: () => setRound((count) => count + 1) };
}

function stateOf(outcome: Outcome<IntegrationList>, asked: DirectoryFilters): DirectoryState {
  if (outcome.kind === 'problem') return { kind: 'failed', problem: outcome.problem };
  return { kind: 'shown', list: outcome.value, asked };
}

function queryOf({ q, kind, api, category }: DirectoryFilters) {
  return {
    ...(q.trim() && { q: q.trim() }),
    ...(kind && { kind }),
    ...(api && { api }),
    ...(category && { category }),
  };
}
