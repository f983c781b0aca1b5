import { useState } from 'react';
import type { OrganizationCalls } from '../../portal-client';
import { Button, momentOf, Skeleton } from '../../ui';
import { deedWords, whoWords } from './event-words';
import styles from './Organization.module.css';
import { useEvents } from './use-events';

export interface HappenedProps {
  readonly calls: Pick<OrganizationCalls, 'events'>;
  readonly organization: string;
  /** Changes when something was done on the page. */
  readonly after: unknown;
}

const fewest = 8;

/** The organization's audit log: the newest first, a few until one asks for all. */
export function Happened({ calls, organization, after }: HappenedProps) {
  const { state, again } = useEvents(calls, organization, after);
  const [isWhole, setWhole] = useState(false);
  if (state.kind === 'loading') {
    return (
      <div role="status">
        <span className="pt-unseen">Loading what happened</span>
        <Skeleton lines={3} height="40px" />
      </div>
    );
  }
  if (state.kind === 'failed') {
    return (
      <div role="alert" className={styles.line}>
        <p className={styles.problem}>{state.problem.detail ?? `${state.problem.title}.`}</p>
        <Button size="small" onClick={again}>
          Try again
        </Button>
      </div>
    );
  }
  const { events } = state;
  if (events.length === 0) return <p className={styles.quiet}>Nothing yet.</p>;
  return (
    <>
      <ul className={styles.events} aria-label="What happened">
        {events.slice(0, isWhole ? undefined : fewest).map((event) => (
          <li key={event.id}>
            <span className={styles.deed}>
              {whoWords(event)} {deedWords(event)} {event.subject ? <strong>{event.subject}</strong> : null}
            </span>
            <time dateTime={event.at}>{momentOf(event.at)}</time>
            {event.browser ? <small>{event.browser}</small> : null}
          </li>
        ))}
      </ul>
      {events.length > fewest && !isWhole ? (
        <div>
          <Button size="small" onClick={() => setWhole(true)}>
            Show all {events.length}
          </Button>
        </div>
      ) : null}
    </>
  );
}
