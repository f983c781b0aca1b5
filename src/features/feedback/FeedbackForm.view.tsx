import { useId } from 'react';
import { Button, focusedFirst } from '../../ui';
import { failureWords, longestComment, type FeedbackDraft, type FeedbackState } from './feedback-flow';
import styles from './Feedback.module.css';

export interface Reason {
  readonly id: string;
  readonly label: string;
}

export interface FeedbackFormProps {
  readonly state: Exclude<FeedbackState, { readonly kind: 'sent' }>;
  readonly reasons: readonly Reason[];
  /** The name of who is signed in. */
  readonly person?: string | undefined;
  /** Default: what the reader was looking for. */
  readonly question?: string | undefined;
  /** What the button says. Default: Send. */
  readonly send?: string | undefined;
  readonly onChange: (part: Partial<FeedbackDraft>) => void;
  readonly onAsk: () => void;
}

const usualQuestion = 'What were you looking for? (optional)';

/** What is wrong: a reason, a comment, or both; and who wants to hear of it. */
export function FeedbackForm({
  state,
  reasons,
  person,
  question = usualQuestion,
  send = 'Send',
  onChange,
  onAsk,
}: FeedbackFormProps) {
  const id = useId();
  const { draft } = state;
  return (
    <form
      className={styles.form}
      aria-label="Feedback on this page"
      onSubmit={(event) => {
        event.preventDefault();
        onAsk();
      }}
    >
      {reasons.length > 0 && (
        <fieldset className={styles.reasons}>
          <legend>What went wrong?</legend>
          {reasons.map(({ id: reason, label }) => (
            <label key={reason} className={styles.reason}>
              <input
                type="radio"
                name={`${id}-reason`}
                value={reason}
                checked={draft.reason === reason}
                onChange={() => onChange({ reason })}
              />
              {label}
            </label>
          ))}
        </fieldset>
      )}
      <div className={styles.field}>
        <label htmlFor={`${id}-comment`}>{question}</label>
        <textarea
          {...focusedFirst}
          id={`${id}-comment`}
          className={styles.control}
          rows={3}
          maxLength={longestComment}
          value={draft.comment}
          onChange={(event) => onChange({ comment: event.target.value })}
        />
      </div>
      {person === undefined ? (
        <div className={styles.field}>
          <label htmlFor={`${id}-email`}>Mail address, if you want an answer (optional)</label>
          <input
            id={`${id}-email`}
            type="email"
            autoComplete="email"
            maxLength={254}
            className={styles.control}
            value={draft.email}
            onChange={(event) => onChange({ email: event.target.value })}
          />
        </div>
      ) : (
        <label className={styles.reason}>
          <input
            type="checkbox"
            checked={draft.isAnonymous}
            onChange={(event) => onChange({ isAnonymous: event.target.checked })}
          />
          Without my name: it is not said that {person} sent it, and nobody can answer
        </label>
      )}
      <input
        type="text"
        name="website"
        className={styles.trap}
        tabIndex={-1}
        autoComplete="off"
        aria-hidden="true"
        value={draft.trap}
        onChange={(event) => onChange({ trap: event.target.value })}
      />
      {state.kind === 'failed' && (
        <p role="alert" className={styles.failure}>
          {failureWords(state.problem)}
        </p>
      )}
      <Button type="submit" busy={state.kind === 'sending'}>
        {state.kind === 'failed' ? 'Send again' : send}
      </Button>
    </form>
  );
}
