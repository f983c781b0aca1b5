import { useState } from 'react';
import type { PartnerEvent } from '../../../portal-client';
import { Button } from '../../../ui';
import { eventWords } from './event-words';
import part from './Part.module.css';
import styles from './TimelineView.module.css';

const shownAtFirst = 15;

/** What happened since they signed up, newest first. */
export function TimelineView({ events }: { readonly events: readonly PartnerEvent[] }) {
  const [isAll, setAll] = useState(false);
  const shown = isAll ? events : events.slice(0, shownAtFirst);
  return (
    <section className={part.part} aria-labelledby="timeline">
      <h2 id="timeline">Timeline</h2>
      <ol className={styles.line}>
        {shown.map((event, index) => (
          <li key={index} data-kind={event.kind}>
            <time dateTime={event.at}>{event.at.slice(0, 16).replace('T', ' ')}</time>
            <span>
              {eventWords(event)}
              {event.by === null ? null : <span className={styles.by}> by {event.by}</span>}
            </span>
          </li>
        ))}
      </ol>
      {events.length > shown.length ? (
        <Button size="small" variant="quiet" onClick={() => setAll(true)}>
          Show all {events.length}
        </Button>
      ) : null}
    </section>
  );
}
