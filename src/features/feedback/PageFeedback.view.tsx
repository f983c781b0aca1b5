import { useId } from 'react';
import ThumbsDown from 'lucide-react/icons/thumbs-down';
import ThumbsUp from 'lucide-react/icons/thumbs-up';
import { Button } from '../../ui';
import styles from './Feedback.module.css';

export interface PageFeedbackFormProps {
  readonly page: string;
  readonly action: string;
  readonly reasons: readonly { readonly id: string; readonly label: string }[];
  readonly isLoading: boolean;
  readonly onPrepare: () => void;
  readonly onAnswer: (helpful: boolean) => void;
}

/** The question. A real form: without JavaScript it goes to the service by itself, with reason and comment. */
export function PageFeedbackForm({ page, action, reasons, isLoading, onPrepare, onAnswer }: PageFeedbackFormProps) {
  const id = useId();
  return (
    <form
      method="post"
      action={action}
      className={styles.question}
      aria-labelledby={`${id}-question`}
      onPointerEnter={onPrepare}
      onFocus={onPrepare}
      onSubmit={(event) => {
        event.preventDefault();
        const pressed = event.nativeEvent.submitter;
        onAnswer(pressed instanceof HTMLButtonElement && pressed.value === 'true');
      }}
    >
      <input type="hidden" name="page" value={page} />
      <p id={`${id}-question`} className={styles.words}>
        Was this page helpful?
      </p>
      <noscript>
        <label htmlFor={`${id}-reason`}>If not, why?</label>
        <select id={`${id}-reason`} name="reason" defaultValue="" className={styles.control}>
          <option value="">No reason given</option>
          {reasons.map((reason) => (
            <option key={reason.id} value={reason.id}>
              {reason.label}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}-comment`}>What were you looking for? (optional)</label>
        <textarea id={`${id}-comment`} name="comment" rows={3} maxLength={4000} className={styles.control} />
        <label htmlFor={`${id}-email`}>Mail address, if you want an answer (optional)</label>
        <input id={`${id}-email`} type="email" name="email" maxLength={254} className={styles.control} />
        <input type="text" name="website" className={styles.trap} tabIndex={-1} autoComplete="off" aria-hidden="true" />
      </noscript>
      <div className={styles.buttons}>
        <Button
          type="submit"
          name="helpful"
          value="true"
          size="small"
          icon={<ThumbsUp aria-hidden="true" />}
          busy={isLoading}
        >
          Yes
        </Button>
        <Button
          type="submit"
          name="helpful"
          value="false"
          size="small"
          icon={<ThumbsDown aria-hidden="true" />}
          busy={isLoading}
        >
          No
        </Button>
      </div>
    </form>
  );
}
