import { type FormEvent, useId, useState } from 'react';
import { Button } from '../../ui';
import styles from './Organization.module.css';

export interface NameFormProps {
  readonly label: string;
  readonly hint?: string;
  /** The verb on the button. */
  readonly verb: string;
  readonly value?: string;
  readonly busy: boolean;
  readonly isMain?: boolean;
  readonly problem: string | null;
  readonly onName: (name: string) => void;
}

/** An organization's name. */
export function NameForm({ label, hint, verb, value = '', busy, isMain = false, problem, onName }: NameFormProps) {
  const id = useId();
  const [name, setName] = useState(value);
  const said = name.trim();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (said !== '' && said !== value) onName(said);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      <span className={styles.line}>
        <input
          id={id}
          className={styles.field}
          value={name}
          maxLength={80}
          autoComplete="organization"
          aria-invalid={problem !== null || undefined}
          aria-describedby={`${id}-words`}
          onChange={(event) => setName(event.target.value)}
        />
        <Button
          type="submit"
          variant={isMain ? 'primary' : 'secondary'}
          busy={busy}
          disabled={said === '' || said === value}
        >
          {verb}
        </Button>
      </span>
      <span
        id={`${id}-words`}
        className={problem === null ? styles.quiet : styles.problem}
        role={problem === null ? undefined : 'alert'}
      >
        {problem ?? hint}
      </span>
    </form>
  );
}
