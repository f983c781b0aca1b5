import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { Outcome, PortalProblem } from '../../portal-client';
import { Button } from '../../ui';
import styles from './Events.module.css';

export interface VisitorFormProps {
  readonly title: string;
  readonly verb: string;
  readonly onAsk: (comer: { name: string; email: string }) => Promise<Outcome<unknown>>;
  readonly onClose: () => void;
}

/** For who has no account: name and address, and then a mail. */
export function VisitorForm({ title, verb, onAsk, onClose }: VisitorFormProps) {
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [problem, setProblem] = useState<PortalProblem | null>(null);
  useEffect(() => first.current?.focus(), []);

  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    const [name = '', email = ''] = ['name', 'email'].map((field) => textOf(form.get(field)));
    setBusy(true);
    const outcome = await onAsk({ name, email });
    setBusy(false);
    if (outcome.kind === 'ok') setSentTo(email);
    else setProblem(outcome.problem);
  };

  if (sentTo !== null) {
    return (
      <p role="status" className={styles.sent}>
        A mail is on its way to <strong>{sentTo}</strong>. Its link signs you up.
      </p>
    );
  }
  return (
    <form className={styles.visitor} aria-label={`${verb}: ${title}`} onSubmit={(event) => void send(event)}>
      <label htmlFor={`${id}n`}>Your name</label>
      <input
        ref={first}
        id={`${id}n`}
        name="name"
        className={styles.field}
        autoComplete="name"
        maxLength={80}
        required
      />
      <label htmlFor={`${id}m`}>Your mail address</label>
      <input
        id={`${id}m`}
        name="email"
        type="email"
        className={styles.field}
        autoComplete="email"
        maxLength={254}
        required
      />
      {problem ? (
        <p role="alert" className={styles.problem}>
          {problem.detail ?? `${problem.title}.`}
        </p>
      ) : (
        <p className={styles.quiet}>A mail confirms that the address is yours.</p>
      )}
      <span className={styles.buttons}>
        <Button type="submit" busy={busy}>
          {verb}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          Not now
        </Button>
      </span>
    </form>
  );
}

const textOf = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value.trim() : '');
