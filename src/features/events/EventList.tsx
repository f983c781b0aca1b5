import type { EventDate, EventsCalls } from '../../portal-client';
import { EventRow } from './EventRow.view';
import { clockWords, dayWords } from './event-time';
import { groupDates } from './event-words';
import { serviceHref } from './service-href';
import { SignUpPart } from './SignUpPart';
import styles from './Events.module.css';

export interface EventListProps {
  readonly dates: readonly EventDate[];
  /** The reader's time zone. */
  readonly zone: string;
  /** Of the service; '' is the site's own origin. */
  readonly serviceUrl: string;
  readonly calls: Omit<EventsCalls, 'list'>;
  readonly isSignedIn: boolean;
  readonly onChanged: (date: EventDate) => void;
}

/** Dates in their order; the later ones of an event that repeats are folded into its next one. */
export function EventList({ dates, zone, serviceUrl, calls, isSignedIn, onChanged }: EventListProps) {
  const actOf = (date: EventDate) => (
    <SignUpPart date={date} calls={calls} isSignedIn={isSignedIn} onChanged={onChanged} />
  );
  return (
    <ul className={styles.list}>
      {groupDates(dates).map(({ next, later }) => (
        <EventRow
          key={next.event}
          date={next}
          zone={zone}
          calendarHref={serviceHref(serviceUrl, `/api/v1/events/${next.id}/calendar.ics`)}
          act={actOf(next)}
        >
          {later.length === 0 ? null : (
            <details className={styles.later}>
              <summary>
                {later.length} more {later.length === 1 ? 'date' : 'dates'}
                <span className="pt-unseen"> of {next.title}</span>
              </summary>
              <ul>
                {later.map((date) => (
                  <li key={date.id} id={date.id} aria-label={dayWords(date.starts_at, zone)}>
                    <span>
                      <time dateTime={date.starts_at}>{dayWords(date.starts_at, zone)}</time>, {clockWords(date, zone)}
                    </span>
                    {actOf(date)}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </EventRow>
      ))}
    </ul>
  );
}
