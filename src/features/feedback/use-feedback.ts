import { useEffect, useReducer } from 'react';
import type { PortalClient } from '../../portal-client';
import { reduceFeedback, startFeedback, toFeedback, type FeedbackEvent, type FeedbackState } from './feedback-flow';

export type FeedbackClient = Pick<PortalClient, 'createFeedback'>;

/** The flow of one piece of feedback: whenever the state says that it is being sent, it is sent, once. */
export function useFeedback(page: string, helpful: boolean, client: FeedbackClient, comment = '') {
  const [state, dispatch] = useReducer<FeedbackState, boolean, [FeedbackEvent]>(reduceFeedback, helpful, () =>
    startFeedback(helpful, comment),
  );
  const sent = state.kind === 'sending' ? state.draft : null;
  useEffect(() => {
    if (sent === null) return;
    let isLeft = false;
    void client.createFeedback(toFeedback(page, sent)).then((outcome) => {
      if (isLeft) return;
      dispatch(outcome.kind === 'ok' ? { kind: 'stored' } : { kind: 'refused', problem: outcome.problem });
    });
    return () => {
      isLeft = true;
    };
  }, [sent, page, client]);
  return { state, dispatch };
}
