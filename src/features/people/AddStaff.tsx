import { type FormEvent, useId, useState } from 'react';
import type { Outcome, PortalProblem, StaffMember } from '../../portal-client';
import { Button } from '../../ui';
import styles from './People.module.css';

export interface AddStaffProps {
  readonly onAdd: (email: string) => Promise<Outcome<StaffMember>>;
  readonly onDone: () => Promise<unknown>;
}

/** Gives somebody with an account the role of staff. */
export function AddStaff({ onAdd, onDone }: AddStaffProps) {
  const id = useId();
  const [email, setEmail] = useState('');
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<PortalProblem | null>(null);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || email.trim() === '') return;
    setBusy(true);
    const outcome = await onAdd(email.trim());
    setBusy(false);
    setProblem(outcome.kind === 'problem' ? outcome.problem : null);
    if (outcome.kind === 'problem') return;
    setSaid(`${outcome.value.name ?? outcome.value.email} is staff now.`);
    setEmail('');
    await onDone();
  };
  return (
    <form className={styles.add} aria-label="Make somebody staff" onSubmit={(event) => void send(event)}>
      <label htmlFor={id}>Their address</label>
      <span className={styles.line}>
        <input
          id={id}
          type="email"
          className={styles.field}
          autoComplete="off"
          maxLength={254}
          value={email}
          aria-invalid={problem !== null || undefined}
          aria-describedby={`${id}w`}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Button type="submit" busy={busy} disabled={email.trim() === ''}>
          Make staff
        </Button>
      </span>
      <span id={`${id}w`} role={problem ? 'alert' : 'status'} className={problem ? styles.problem : styles.quiet}>
        {problem ? (problem.detail ?? `${problem.title}.`) : said || 'They have an account already.'}
      </span>
    </form>
  );
}
