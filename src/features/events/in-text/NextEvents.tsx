import { useMemo } from 'react';
import Link from '@docusaurus/Link';
import { createEventsCalls, type EventsCalls } from '../../../portal-client';
import { useSession } from '../../../portal-client/session';
import { usePortalFields } from '../../../portal-client/use-portal-fields';
import { Skeleton } from '../../../ui';
import { clockWords, dayWords, readersZone } from '../event-time';
import { attendanceWords, groupDates, placesWords } from '../event-words';
import { useEvents } from '../use-events';
import styles from './NextEvents.module.css';

export interface EventsProps {
  /** How many are shown at most. Default: 3. */
  readonly limit?: number;
}

/** A widget for guides: the next events, each with a way to sign up. */
export function Events({ limit = 3 }: EventsProps) {
  const { serviceUrl } = usePortalFields();
  const state = useSession(serviceUrl);
  const person = state.kind === 'person' ? state.session.person.id : '';
  return (
    <section className={`pt-widget ${styles.next}`} aria-label="Next events">
      <p className={styles.head}>
        <strong>Next events</strong> <Link to="/events">All events</Link>
      </p>
      {state.kind === 'unknown' ? (
        <Waiting rows={limit} />
      ) : (
        <Wired serviceUrl={serviceUrl} person={person} limit={limit} />
      )}
    </section>
  );
}

/** Where there is a browser only: the service's address may be the page's. */
function Wired({
  serviceUrl,
  ...rest
}: {
  readonly serviceUrl: string;
  readonly person: string;
  readonly limit: number;
}) {
  const calls = useMemo(() => createEventsCalls(serviceUrl, (request) => fetch(request)), [serviceUrl]);
  return <NextEvents calls={calls} {...rest} />;
}

export function NextEvents({
  calls,
  person,
  limit,
}: {
  readonly calls: Pick<EventsCalls, 'list'>;
  readonly person: string;
  readonly limit: number;
}) {
  const { state } = useEvents(calls, 'upcoming', person);
  if (state.kind === 'loading') return <Waiting rows={limit} />;
  if (state.kind === 'failed') return <p role="alert">The events could not be loaded. Try again on their page.</p>;
  const next = groupDates(state.dates.filter((date) => date.state !== 'cancelled')).slice(0, limit);
  if (next.length === 0) return <p>Nothing is planned at the moment.</p>;
  const zone = readersZone();
  return (
    <ul>
      {next.map(({ next: date }) => (
        <li key={date.id}>
          <Link to={`/events#${date.id}`}>{date.title}</Link>
          <span>
            <time dateTime={date.starts_at}>{dayWords(date.starts_at, zone)}</time>, {clockWords(date, zone)} your time
          </span>
          <small>{attendanceWords(date) || placesWords(date)}</small>
        </li>
      ))}
    </ul>
  );
}

/** As high as what comes. */
function Waiting({ rows }: { readonly rows: number }) {
  return (
    <div role="status" className={styles.waiting}>
      <span className="pt-unseen">Loading the next events</span>
      <Skeleton lines={rows} height="48px" />
    </div>
  );
}
