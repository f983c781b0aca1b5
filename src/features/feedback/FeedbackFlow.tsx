import { useEffect, useRef, type ReactNode } from 'react';
import type { FeedbackSubject } from './feedback-flow';
import { FeedbackForm, type Reason } from './FeedbackForm.view';
import { useFeedback, type FeedbackClient } from './use-feedback';
import styles from './Feedback.module.css';

export interface FeedbackFlowProps {
  readonly subject: FeedbackSubject;
  readonly reasons: readonly Reason[];
  readonly client: FeedbackClient;
  /** Who is signed in; undefined where nobody is. */
  readonly person?: string | undefined;
  /** Whose exchange it is about. */
  readonly apiKey?: string | undefined;
  /** What stands in the comment at first; the reader sees it, and may change it. */
  readonly comment?: string;
  /** What the comment is asked for with. */
  readonly question?: string;
  /** What the button says. Default: Send. */
  readonly send?: string;
  /** Stands above the fields: what goes along. */
  readonly children?: ReactNode;
}

/** What follows on Yes, No or a report, up to the thanks. */
export function FeedbackFlow({
  subject,
  reasons,
  client,
  person,
  apiKey,
  comment,
  question,
  send,
  children,
}: FeedbackFlowProps) {
  const { state, dispatch } = useFeedback(subject, client, { key: apiKey, comment });
  const box = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone: the reader goes on here.
  useEffect(() => box.current?.focus(), []);
  const isQuiet = state.kind === 'sending' && subject.helpful === true;
  return (
    <div ref={box} tabIndex={-1} className={styles.flow}>
      <p role="status" className={styles.said}>
        {state.kind === 'sent' ? thanks(person !== undefined || state.hasAddress) : isQuiet ? 'Sending…' : ''}
      </p>
      {state.kind !== 'sent' && !isQuiet && (
        <>
          {children}
          <FeedbackForm
            state={state}
            reasons={reasons}
            person={person}
            question={question}
            send={send}
            onAsk={() => dispatch({ kind: 'asked', subject })}
            onChange={(part) => dispatch({ kind: 'changed', part })}
          />
        </>
      )}
    </div>
  );
}

function thanks(hearsBack: boolean): string {
  return hearsBack
    ? 'Stored. Thank you: you hear from the team when there is news.'
    : 'Stored. Thank you: the team reads it.';
}
