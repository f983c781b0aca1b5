import { useEffect, useReducer, useState } from 'react';
import type { FeedbackCalls } from '../../portal-client';
import {
  needsProof,
  reduceFeedback,
  startFeedback,
  type FeedbackEvent,
  type FeedbackState,
  type FeedbackSubject,
} from './feedback-flow';
import { startProof } from './prove';

export type FeedbackClient = Pick<FeedbackCalls, 'createFeedback' | 'getChallenge'>;

export interface FeedbackOptions {
  /** Whose exchange it is about. */
  readonly key?: string | undefined;
  /** What stands in the comment at first. */
  readonly comment?: string | undefined;
}

/** The flow of one piece of feedback: whenever the state says that it is being sent, it is sent, once. */
export function useFeedback(subject: FeedbackSubject, client: FeedbackClient, { key, comment = '' }: FeedbackOptions) {
  const [state, dispatch] = useReducer<FeedbackState, Parameters<typeof startFeedback>[0], [FeedbackEvent]>(
    reduceFeedback,
    { subject, comment },
    startFeedback,
  );
  const [prove] = useState(() => (subject.helpful === true ? null : startProof(client)));
  const feedback = state.kind === 'sending' ? state.feedback : null;
  useEffect(() => {
    if (feedback === null) return;
    let isLeft = false;
    const send = async () => {
      const proof = needsProof(feedback) ? await prove?.() : undefined;
      const outcome = await client.createFeedback(proof === undefined ? feedback : { ...feedback, proof }, key);
      if (isLeft) return;
      dispatch(outcome.kind === 'ok' ? { kind: 'stored' } : { kind: 'refused', problem: outcome.problem });
    };
    void send();
    return () => {
      isLeft = true;
    };
  }, [feedback, client, key, prove]);
  return { state, dispatch };
}
