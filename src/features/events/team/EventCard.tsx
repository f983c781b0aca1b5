import { useState } from 'react';
import type { Outcome, PortalProblem, TeamEvent, TeamEventsCalls } from '../../../portal-client';
import { Button } from '../../../ui';
import { clockWords, dayWords } from '../event-time';
import { kindWords } from '../event-words';
import { Attendees } from './Attendees';
import { Cancel } from './Cancel';
import { draftOf } from './event-draft';
import { EventForm } from './EventForm';
import styles from './TeamEvents.module.css';

export interface EventCardProps {
  readonly event: TeamEvent;
  readonly now: Date;
  readonly cohorts: readonly { readonly id: string; readonly name: string }[];
  readonly calls: TeamEventsCalls;
  readonly onChanged: (event: TeamEvent) => void;
}

/** One event with its dates: what is to come first, what is over folded away. */
export function EventCard({ event, now, cohorts, calls, onChanged }: EventCardProps) {
  const [isEditing, setEditing] = useState(false);
  const [problem, setProblem] = useState<PortalProblem | null>(null);
  const coming = event.dates.filter((date) => new Date(date.ends_at) > now);
  const past = event.dates.filter((date) => new Date(date.ends_at) <= now);
  const signedUp = coming.reduce((sum, { going, waiting }) => sum + going + waiting, 0);
  const isOpen = event.cancelled_at === null && coming.length > 0;
  const run = async (call: Promise<Outcome<TeamEvent>>): Promise<void> => {
    const outcome = await call;
    setProblem(outcome.kind === 'ok' ? null : outcome.problem);
    if (outcome.kind === 'ok') onChanged(outcome.value);
  };
  const datesOf = (dates: TeamEvent['dates']) => (
    <ul className={styles.dates}>
      {dates.map((date) => {
        const when = `${dayWords(date.starts_at, event.time_zone)}, ${clockWords(date, event.time_zone)}`;
        return (
          <li key={date.id} data-cancelled={date.cancelled_at !== null || undefined}>
            <span>{when}</span>
            <Attendees {...date} of={`${event.title}, ${when}`} load={() => calls.attendees(event.id, date.id)} />
            {date.cancelled_at !== null ? (
              <span className={styles.quiet}>Cancelled</span>
            ) : isOpen && coming.length > 1 && coming.includes(date) ? (
              <Cancel
                label="Cancel"
                of={when}
                question="Cancel this date?"
                onSure={() => run(calls.cancelDate(event.id, date.id))}
              />
            ) : null}
          </li>
        );
      })}
    </ul>
  );

  return (
    <li className={styles.card} aria-label={event.title}>
      <div className={styles.head}>
        <div>
          <h2>{event.title}</h2>
          <p className={styles.quiet}>
            {[
              kindWords[event.kind],
              event.time_zone,
              event.place,
              event.link === '' ? '' : 'Online',
              event.capacity === null ? '' : `${event.capacity} ${event.capacity === 1 ? 'place' : 'places'}`,
              audienceWords(event, cohorts),
              event.cancelled_at === null ? '' : 'Cancelled',
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        {isOpen && !isEditing ? (
          <span className={styles.buttons}>
            <Button size="small" onClick={() => setEditing(true)}>
              Change<span className="pt-unseen"> {event.title}</span>
            </Button>
            <Cancel
              label="Cancel the event"
              of={event.title}
              question={signedUp === 0 ? 'Cancel it?' : `Cancel it, and tell ${signedUp} by mail?`}
              onSure={() => run(calls.cancel(event.id))}
            />
          </span>
        ) : null}
      </div>
      {problem ? (
        <p role="alert" className={styles.problem}>
          {problem.detail ?? `${problem.title}.`}
        </p>
      ) : null}
      {isEditing ? (
        <EventForm
          draft={draftOf(event)}
          verb="Save the change"
          cohorts={cohorts}
          hint={signedUp === 0 ? '' : 'Whoever is signed up gets a mail where time, place or words change.'}
          onSend={(words) => calls.change(event.id, words)}
          onDone={(changed) => {
            setEditing(false);
            onChanged(changed);
          }}
          onClose={() => setEditing(false)}
        />
      ) : null}
      {datesOf(coming)}
      {past.length > 0 ? (
        <details className={styles.past}>
          <summary>{past.length} over</summary>
          {datesOf(past)}
        </details>
      ) : null}
    </li>
  );
}

function audienceWords({ audience, cohort }: TeamEvent, cohorts: EventCardProps['cohorts']): string {
  if (audience === 'public') return 'Everybody';
  if (audience === 'signed-in') return 'Who is signed in';
  return `Cohort: ${cohorts.find(({ id }) => id === cohort)?.name ?? 'archived'}`;
}
