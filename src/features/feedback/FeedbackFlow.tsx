import { useEffect, useRef } from 'react';
import { FeedbackForm, type Reason } from './FeedbackForm.view';
import { useFeedback, type FeedbackClient } from './use-feedback';
import styles from './PageFeedback.module.css';

export interface FeedbackFlowProps {
  readonly page: string;
  readonly helpful: boolean;
  readonly reasons: readonly Reason[];
  readonly client: FeedbackClient;
  /** What stands in the comment at first; the reader sees it, and may change it. */
  readonly comment?: string;
  /** What the comment is asked for with. */
  readonly question?: string;
}

/** What follows on Yes or No, up to the thanks. */
export function FeedbackFlow({ page, helpful, reasons, client, comment = '', question }: FeedbackFlowProps) {
  const { state, dispatch } = useFeedback(page, helpful, client, comment);
  const box = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone: the reader goes on here.
  useEffect(() => box.current?.focus(), []);
  const isQuiet = state.kind === 'sending' && helpful;
  return (
    <div ref={box} tabIndex={-1} className={styles.flow}>
      <p role="status" className={styles.said}>
        {state.kind === 'sent' ? 'Stored. Thank you: the team reads it.' : isQuiet ? 'Sending…' : ''}
      </p>
      {state.kind !== 'sent' && !isQuiet && (
        <FeedbackForm state={state} reasons={reasons} question={question} onEvent={dispatch} />
      )}
    </div>
  );
}
