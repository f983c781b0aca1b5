import { useId } from 'react';
import { Button } from '../../ui';
import { failureWords, longestComment, type FeedbackEvent, type FeedbackState } from './feedback-flow';
import styles from './PageFeedback.module.css';

export interface Reason {
  readonly id: string;
  readonly label: string;
}

export interface FeedbackFormProps {
  readonly state: Exclude<FeedbackState, { readonly kind: 'sent' }>;
  readonly reasons: readonly Reason[];
  /** Default: what the reader was looking for. */
  readonly question?: string | undefined;
  readonly onEvent: (event: FeedbackEvent) => void;
}

const usualQuestion = 'What were you looking for? (optional)';

/** Why a page did not help: a reason, a comment, or both. */
export function FeedbackForm({ state, reasons, question = usualQuestion, onEvent }: FeedbackFormProps) {
  const id = useId();
  const { draft } = state;
  const asksWhy = !draft.helpful;
  return (
    <form
      className={styles.form}
      aria-label="Feedback on this page"
      onSubmit={(event) => {
        event.preventDefault();
        onEvent({ kind: 'asked' });
      }}
    >
      {asksWhy && reasons.length > 0 && (
        <fieldset className={styles.reasons}>
          <legend>What went wrong?</legend>
          {reasons.map(({ id: reason, label }) => (
            <label key={reason} className={styles.reason}>
              <input
                type="radio"
                name={`${id}-reason`}
                value={reason}
                checked={draft.reason === reason}
                onChange={() => onEvent({ kind: 'changed', part: { reason } })}
              />
              {label}
            </label>
          ))}
        </fieldset>
      )}
      {asksWhy && (
        <div className={styles.comment}>
          <label htmlFor={`${id}-comment`}>{question}</label>
          <textarea
            id={`${id}-comment`}
            rows={3}
            maxLength={longestComment}
            value={draft.comment}
            onChange={(event) => onEvent({ kind: 'changed', part: { comment: event.target.value } })}
          />
        </div>
      )}
      {state.kind === 'failed' && (
        <p role="alert" className={styles.failure}>
          {failureWords(state.problem)}
        </p>
      )}
      <Button type="submit" busy={state.kind === 'sending'}>
        {state.kind === 'failed' ? 'Send again' : 'Send'}
      </Button>
    </form>
  );
}
