import { useState } from 'react';
import Link from '@docusaurus/Link';
import type { EventDate, EventsCalls, Outcome, PortalProblem } from '../../portal-client';
import { Button } from '../../ui';
import { attendanceWords } from './event-words';
import { VisitorForm } from './VisitorForm';
import styles from './Events.module.css';

export interface SignUpPartProps {
  readonly date: EventDate;
  readonly calls: Omit<EventsCalls, 'list'>;
  /** Without an account one signs up by a mail. */
  readonly isSignedIn: boolean;
  readonly onChanged: (date: EventDate) => void;
}

/** Signing up for a date, and taking it back: one press for who is signed in. */
export function SignUpPart({ date, calls, isSignedIn, onChanged }: SignUpPartProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<PortalProblem | null>(null);
  const [isAsking, setAsking] = useState(false);
  const isOpen = date.state === 'open' || date.state === 'full';
  const verb = date.state === 'full' ? 'Wait for a place' : 'Sign up';
  const of = <span className="pt-unseen"> {date.title}</span>;

  const run = async (call: (id: string) => Promise<Outcome<EventDate>>): Promise<void> => {
    setBusy(true);
    const outcome = await call(date.id);
    setBusy(false);
    setProblem(outcome.kind === 'ok' ? null : outcome.problem);
    if (outcome.kind === 'ok') onChanged(outcome.value);
  };

  return (
    <div className={styles.act}>
      {date.attendance !== null ? (
        <>
          <p className={styles.standing} data-state={date.attendance.state}>
            {attendanceWords(date)}
          </p>
          {date.link !== null ? <Link to={date.link}>Take part</Link> : null}
          {isOpen ? (
            <Button size="small" variant="quiet" busy={busy} onClick={() => void run(calls.leave)}>
              Cancel my sign-up{of}
            </Button>
          ) : null}
        </>
      ) : isOpen && isSignedIn ? (
        <Button busy={busy} onClick={() => void run(calls.signUp)}>
          {verb}
          {of}
        </Button>
      ) : isOpen && !isAsking ? (
        <Button onClick={() => setAsking(true)}>
          {verb}
          {of}
        </Button>
      ) : isOpen ? (
        <VisitorForm
          title={date.title}
          verb={verb}
          onAsk={(comer) => calls.askToSignUp(date.id, comer)}
          onClose={() => setAsking(false)}
        />
      ) : (
        <p className={styles.quiet}>{closedWords[date.state]}</p>
      )}
      <p role="status" className="pt-unseen">
        {attendanceWords(date)}
      </p>
      {problem ? (
        <p role="alert" className={styles.problem}>
          {problem.detail ?? `${problem.title}.`}
        </p>
      ) : null}
    </div>
  );
}

const closedWords = { begun: 'It has begun', over: 'It is over', cancelled: 'Cancelled', open: '', full: '' } as const;
