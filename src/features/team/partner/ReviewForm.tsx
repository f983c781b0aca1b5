import { useId, useState } from 'react';
import type { JourneyProgress, Outcome, PortalProblem, ReviewDecision } from '../../../portal-client';
import { Button } from '../../../ui';
import part from './Part.module.css';
import styles from './ReviewForm.module.css';

export interface ReviewFormProps {
  /** Of the step. */
  readonly title: string;
  readonly review: (decision: ReviewDecision, note: string) => Promise<Outcome<JourneyProgress>>;
  readonly onReviewed: (progress: JourneyProgress) => void;
}

/** Approves a step, or gives it back with words that the partner reads. */
export function ReviewForm({ title, review, onReviewed }: ReviewFormProps) {
  const [note, setNote] = useState('');
  const [doing, setDoing] = useState<ReviewDecision | null>(null);
  const [problem, setProblem] = useState<Pick<PortalProblem, 'title' | 'detail'> | null>(null);
  const id = useId();
  const decide = async (decision: ReviewDecision): Promise<void> => {
    if (doing !== null) return;
    if (decision === 'returned' && note.trim() === '') {
      setProblem({ title: 'Words are missing', detail: 'Say what is to be done before you give it back.' });
      document.getElementById(id)?.focus();
      return;
    }
    setDoing(decision);
    const outcome = await review(decision, note.trim());
    setDoing(null);
    if (outcome.kind === 'ok') onReviewed(outcome.value);
    else setProblem(outcome.problem);
  };
  return (
    <div className={styles.review} role="group" aria-label={`Review of “${title}”`}>
      <h3>Review of “{title}”</h3>
      <label htmlFor={id}>Words for the partner</label>
      <textarea
        id={id}
        className={styles.field}
        rows={3}
        maxLength={2000}
        value={note}
        aria-invalid={problem !== null || undefined}
        aria-describedby={`${id}-said`}
        onChange={(event) => setNote(event.target.value)}
      />
      <p id={`${id}-said`} className={problem ? part.problem : styles.hint} role={problem ? 'alert' : undefined}>
        {problem ? (problem.detail ?? problem.title) : 'The organization reads them on its journey.'}
      </p>
      <div className={styles.actions}>
        <Button variant="primary" busy={doing === 'approved'} onClick={() => void decide('approved')}>
          Approve
        </Button>
        <Button busy={doing === 'returned'} onClick={() => void decide('returned')}>
          Give back with words
        </Button>
      </div>
    </div>
  );
}
