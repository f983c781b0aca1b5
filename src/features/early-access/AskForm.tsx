import { type SubmitEvent, useId, useState } from 'react';
import type { Outcome } from '../../portal-client';
import { Button } from '../../ui';
import styles from './EarlyAccess.module.css';

/** Asks for a group, in a sentence or two if one likes. */
export function AskForm({
  title,
  onAsk,
}: {
  /** The group's. */
  readonly title: string;
  readonly onAsk: (note: string) => Promise<Outcome<unknown>>;
}) {
  const id = useId();
  const [note, setNote] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const ask = async (): Promise<void> => {
    setBusy(true);
    setProblem('');
    const outcome = await onAsk(note.trim());
    setBusy(false);
    if (outcome.kind === 'problem') setProblem(outcome.problem.detail ?? `${outcome.problem.title}.`);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!isBusy) void ask();
  };
  return (
    <form className={styles.ask} aria-label={`Ask for ${title}`} onSubmit={submit}>
      <label htmlFor={id}>What would you do with it? (optional)</label>
      <textarea
        id={id}
        className={styles.note}
        rows={3}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {problem === '' ? null : (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <Button type="submit" variant="primary" busy={isBusy}>
        Ask for access
      </Button>
    </form>
  );
}
