import { type SubmitEvent, useId, useState } from 'react';
import type { PortalProblem } from '../../../portal-client';
import { Button } from '../../../ui';
import part from './Part.module.css';
import styles from './Notes.module.css';

export interface NoteFormProps {
  readonly label: string;
  readonly action: string;
  readonly text?: string;
  readonly hint?: string;
  /** Resolves to why it was not saved; null where it was. */
  readonly onSave: (text: string) => Promise<PortalProblem | null>;
  readonly onLeave?: () => void;
}

/** The text of a note. What one typed stays where it could not be saved. */
export function NoteForm({ label, action, text: given = '', hint, onSave, onLeave }: NoteFormProps) {
  const [text, setText] = useState(given);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<PortalProblem | null>(null);
  const id = useId();
  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (text.trim() === '') return;
    setBusy(true);
    const why = await onSave(text);
    setBusy(false);
    setProblem(why);
    if (why === null) setText('');
  };
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      <label htmlFor={id} className="pt-unseen">
        {label}
      </label>
      <textarea
        id={id}
        className={styles.field}
        rows={3}
        maxLength={4000}
        placeholder={label}
        value={text}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={styles.actions}>
        <Button type="submit" size="small" busy={busy} disabled={text.trim() === ''}>
          {action}
        </Button>
        {onLeave ? (
          <Button size="small" variant="quiet" onClick={onLeave}>
            Leave it as it was
          </Button>
        ) : null}
        {hint ? (
          <span id={`${id}-hint`} className={styles.by}>
            {hint}
          </span>
        ) : null}
      </div>
      {problem ? (
        <p role="alert" className={part.problem}>
          {problem.detail ?? problem.title}
        </p>
      ) : null}
    </form>
  );
}
