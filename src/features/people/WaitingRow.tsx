import { useId, useState } from 'react';
import type { Outcome, PortalProblem, WaitingSignUp } from '../../portal-client';
import { Button } from '../../ui';
import styles from './People.module.css';

type Decision = 'approve' | 'decline';

export interface WaitingRowProps {
  readonly signUp: WaitingSignUp;
  readonly onDecide: (decision: Decision, words: string) => Promise<Outcome<unknown>>;
  readonly onDone: () => Promise<unknown>;
}

/** Somebody who waits: let in, or not, with words for the mail. To decline asks once more. */
export function WaitingRow({ signUp, onDecide, onDone }: WaitingRowProps) {
  const id = useId();
  const [words, setWords] = useState('');
  const [busy, setBusy] = useState<Decision | null>(null);
  const [isSure, setSure] = useState(false);
  const [problem, setProblem] = useState<PortalProblem | null>(null);
  const of = <span className="pt-unseen"> {signUp.name}</span>;

  const decide = async (decision: Decision): Promise<void> => {
    if (busy !== null) return;
    setBusy(decision);
    const outcome = await onDecide(decision, words);
    setBusy(null);
    setProblem(outcome.kind === 'problem' ? outcome.problem : null);
    // Somebody else decided meanwhile: the list says so.
    if (outcome.kind === 'ok' || outcome.problem.status === 404) await onDone();
  };

  return (
    <li aria-label={signUp.name}>
      <span className={styles.person}>
        {signUp.name}
        <small>
          {signUp.email} · since <time dateTime={signUp.asked_at}>{dayOf(signUp.asked_at)}</time>
        </small>
      </span>
      <span className={styles.words}>
        <label htmlFor={id}>Words for the mail</label>
        <input
          id={id}
          className={styles.field}
          maxLength={2000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </span>
      <span className={styles.buttons}>
        <Button busy={busy === 'approve'} onClick={() => void decide('approve')}>
          Approve{of}
        </Button>
        <Button
          variant="quiet"
          busy={busy === 'decline'}
          onBlur={() => setSure(false)}
          onClick={() => (isSure ? void decide('decline') : setSure(true))}
        >
          {isSure ? 'Decline for good' : 'Decline'}
          {of}
        </Button>
        <span role="status" className="pt-unseen">
          {isSure ? `Press again to decline ${signUp.name} and remove the account.` : ''}
        </span>
      </span>
      {problem ? (
        <p role="alert" className={styles.problem}>
          {problem.detail ?? `${problem.title}.`}
        </p>
      ) : null}
    </li>
  );
}

const dayOf = (moment: string) =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(moment));
