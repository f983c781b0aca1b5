import { useState } from 'react';
import Link from '@docusaurus/Link';
import type { EventAttendee, Outcome } from '../../../portal-client';
import styles from './TeamEvents.module.css';

export interface AttendeesProps {
  readonly going: number;
  readonly waiting: number;
  /** For who does not see the row. */
  readonly of: string;
  readonly load: () => Promise<Outcome<readonly EventAttendee[]>>;
}

/** Who comes to a date, read when it is unfolded. */
export function Attendees({ going, waiting, of, load }: AttendeesProps) {
  const [found, setFound] = useState<Outcome<readonly EventAttendee[]> | null>(null);
  const words = `${going} ${going === 1 ? 'comes' : 'come'}${waiting === 0 ? '' : `, ${waiting} ${waiting === 1 ? 'waits' : 'wait'}`}`;
  if (going + waiting === 0) return <span className={styles.quiet}>Nobody yet</span>;
  return (
    <details
      className={styles.attendees}
      onToggle={({ currentTarget }) => void (currentTarget.open && load().then(setFound))}
    >
      <summary>
        {words}
        <span className="pt-unseen"> to {of}</span>
      </summary>
      {found === null ? <p role="status">Loading…</p> : null}
      {found?.kind === 'problem' ? <p role="alert">{found.problem.detail ?? `${found.problem.title}.`}</p> : null}
      {found?.kind === 'ok' ? (
        <ul>
          {found.value.map(({ name, email, state }) => (
            <li key={email}>
              {name} <Link href={`mailto:${encodeURIComponent(email)}`}>{email}</Link>
              {state === 'waiting' ? ' waits' : ''}
            </li>
          ))}
        </ul>
      ) : null}
    </details>
  );
}
