import type { ReactNode } from 'react';
import Link from '@docusaurus/Link';
import type { EventDate } from '../../portal-client';
import { clockWords, dayWords, elsewhereWords, leafOf } from './event-time';
import { kindWords, placesWords } from './event-words';
import styles from './Events.module.css';

export interface EventRowProps {
  readonly date: EventDate;
  /** The reader's time zone. */
  readonly zone: string;
  readonly calendarHref: string;
  /** Signing up. */
  readonly act: ReactNode;
  /** Later dates of the same event. */
  readonly children?: ReactNode;
}

const longText = 320;

/** One date: when, by the reader's clocks and its own, what, where, and who may still come. */
export function EventRow({ date, zone, calendarHref, act, children }: EventRowProps) {
  const leaf = leafOf(date.starts_at, zone);
  const elsewhere = elsewhereWords(date, date.time_zone, zone);
  const where = [date.place, date.is_online ? 'Online' : ''].filter(Boolean).join(' · ');
  return (
    <li
      id={date.id}
      className={styles.row}
      data-state={date.state}
      aria-label={`${date.title}, ${dayWords(date.starts_at, zone)}`}
    >
      <span className={styles.leaf} aria-hidden="true">
        <span>{leaf.weekday}</span>
        <strong>{leaf.day}</strong>
        <span>{leaf.month}</span>
      </span>
      <div className={styles.about}>
        <h3>
          {date.title}
          {date.state === 'cancelled' ? <span className={styles.cancelled}>cancelled</span> : null}
        </h3>
        <p className={styles.when}>
          <time dateTime={date.starts_at}>{dayWords(date.starts_at, zone)}</time>, {clockWords(date, zone)} your time
          {elsewhere === null ? null : <span>{elsewhere}</span>}
        </p>
        <p className={styles.facts}>
          {[kindWords[date.kind], where, placesWords(date)].filter(Boolean).join(' · ')}
          {date.audience === 'public' ? '' : ' · Not public'}
        </p>
        {date.description.length > longText ? (
          <details className={styles.long}>
            <summary>What it is about</summary>
            <p className={styles.text}>{date.description}</p>
          </details>
        ) : date.description === '' ? null : (
          <p className={styles.text}>{date.description}</p>
        )}
        <p className={styles.links}>
          <Link to={calendarHref} download="event.ics" target="_self">
            Calendar file<span className="pt-unseen"> of {date.title}</span>
          </Link>
        </p>
      </div>
      {act}
      {children ? <div className={styles.rest}>{children}</div> : null}
    </li>
  );
}
