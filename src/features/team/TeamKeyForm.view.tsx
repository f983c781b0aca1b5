import { type SubmitEvent, useId, useState } from 'react';
import { Button } from '../../ui';
import { readPastedKey } from './team-key';
import styles from './TeamKeyForm.module.css';

export interface TeamKeyFormProps {
  /** Why the last key was not taken. */
  readonly refusal: string | null;
  readonly onKey: (key: string) => void;
}

/** Asks for the team key. */
export function TeamKeyForm({ refusal, onKey }: TeamKeyFormProps) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState(refusal);
  const id = useId();
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const key = readPastedKey(text);
    if (key === null) setProblem('A team key is ptl_test_ and 36 letters and digits. Copy it again, whole.');
    else onKey(key);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <label htmlFor={id}>Team key</label>
      <div className={styles.line}>
        <input
          id={id}
          type="password"
          className={styles.field}
          autoComplete="off"
          spellCheck={false}
          autoFocus
          placeholder="ptl_test_…"
          value={text}
          aria-invalid={problem !== null || undefined}
          aria-describedby={`${id}-said`}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" variant="primary">
          Show drift
        </Button>
      </div>
      <p
        id={`${id}-said`}
        className={problem === null ? styles.hint : styles.problem}
        role={problem ? 'alert' : undefined}
      >
        {problem ?? 'Kept in this tab until you close it.'}
      </p>
      <p className={styles.hint}>
        Whoever runs the portal makes one on its machine: <code>npm run portal -- issue-key --team</code>
      </p>
    </form>
  );
}
