import { useCallback, useEffect, useRef, useState } from 'react';
import type { PartnerBoard, PartnerCalls, PortalProblem } from '../../../portal-client';
import { type BoardFilters, boardQuery } from './board-filters';

export type BoardState =
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'read';
      readonly board: PartnerBoard;
      readonly at: number;
      /** A newer one, or more of it, is on its way; what is shown stays. */
      readonly isReading: boolean;
      /** Why no more came. */
      readonly problem: PortalProblem | null;
    }
  | { readonly kind: 'failed'; readonly problem: PortalProblem };

const settleMilliseconds = 200;

/** The board that the filters ask for, page by page; what is shown stays until the new one is there. */
export function useBoard(calls: PartnerCalls, filters: BoardFilters) {
  const [state, setState] = useState<BoardState>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  const query = JSON.stringify(boardQuery(filters));
  const words = useRef(filters.words);
  const moreStop = useRef<AbortController>(null);

  useEffect(() => {
    const stop = new AbortController();
    const isTyping = words.current !== filters.words;
    words.current = filters.words;
    const read = async (): Promise<void> => {
      setState((before) => (before.kind === 'read' ? { ...before, isReading: true, problem: null } : before));
      const outcome = await calls.board(JSON.parse(query) as ReturnType<typeof boardQuery>, stop.signal);
      if (stop.signal.aborted) return;
      if (outcome.kind === 'problem') setState({ kind: 'failed', problem: outcome.problem });
      else setState({ kind: 'read', board: outcome.value, at: Date.now(), isReading: false, problem: null });
    };
    const timer = setTimeout(() => void read(), isTyping ? settleMilliseconds : 0);
    return () => {
      clearTimeout(timer);
      stop.abort();
      moreStop.current?.abort();
    };
  }, [calls, query, round, filters.words]);

  const again = useCallback(() => setRound((count) => count + 1), []);
  const more = useCallback(async (): Promise<void> => {
    if (state.kind !== 'read' || state.isReading || state.board.next_cursor === null) return;
    const stop = new AbortController();
    moreStop.current = stop;
    setState({ ...state, isReading: true, problem: null });
    const asked = { ...(JSON.parse(query) as ReturnType<typeof boardQuery>), cursor: state.board.next_cursor };
    const outcome = await calls.board(asked, stop.signal);
    if (stop.signal.aborted) return;
    if (outcome.kind === 'problem') setState({ ...state, problem: outcome.problem });
    else setState({ ...state, board: { ...outcome.value, data: [...state.board.data, ...outcome.value.data] } });
  }, [calls, query, state]);
  return { state, again, more };
}
