import { useCallback, useEffect, useState } from 'react';
import type {
  FeedbackItem,
  FeedbackList,
  FeedbackQuery,
  PortalProblem,
  TeamFeedbackCalls,
} from '../../../portal-client';

export type InboxState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'read'; readonly list: FeedbackList; readonly problem: PortalProblem | null }
  | { readonly kind: 'failed'; readonly problem: PortalProblem };

const settleMilliseconds = 200;

/** The items that the query asks for, and what the team makes of them. */
export function useInbox(calls: TeamFeedbackCalls, query: FeedbackQuery) {
  const [state, setState] = useState<InboxState>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  const asked = JSON.stringify(query);

  useEffect(() => {
    const stop = new AbortController();
    const read = async () => {
      const outcome = await calls.list(JSON.parse(asked) as FeedbackQuery, stop.signal);
      if (stop.signal.aborted) return;
      if (outcome.kind === 'ok') setState({ kind: 'read', list: outcome.value, problem: null });
      else setState({ kind: 'failed', problem: outcome.problem });
    };
    const timer = setTimeout(() => void read(), settleMilliseconds);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [calls, asked, round]);

  const again = useCallback(() => setRound((count) => count + 1), []);
  const more = async (): Promise<void> => {
    if (state.kind !== 'read') return;
    const { list } = state;
    const before = list.data.at(-1)?.id;
    const outcome = await calls.list({ ...query, ...(before && { before }) }, new AbortController().signal);
    if (outcome.kind === 'problem') setState({ ...state, problem: outcome.problem });
    else setState({ ...state, list: { ...outcome.value, data: [...list.data, ...outcome.value.data] }, problem: null });
  };
  const change = async (item: FeedbackItem, wanted: Parameters<TeamFeedbackCalls['change']>[1]): Promise<void> => {
    const outcome = await calls.change(item, wanted);
    if (outcome.kind === 'problem') {
      setState((now) => (now.kind === 'read' ? { ...now, problem: outcome.problem } : now));
      return;
    }
    setState((now) =>
      now.kind === 'read' ? { ...now, list: withItem(now.list, outcome.value, item), problem: null } : now,
    );
  };
  return { state, again, more, change };
}

/** An item that counts from now on is not among those that are held. */
function withItem(list: FeedbackList, changed: FeedbackItem, before: FeedbackItem): FeedbackList {
  const isReleased = before.held !== null && changed.held === null;
  return {
    ...list,
    held: isReleased ? list.held - 1 : list.held,
    data: isReleased
      ? list.data.filter(({ id }) => id !== changed.id)
      : list.data.map((item) => (item.id === changed.id ? changed : item)),
  };
}
