import { useState } from 'react';
import { Button } from '../../../ui';
import { formatDuration } from '../answer/format-figures';
import { indexJson } from '../answer/json-index/json-indexer';
import { indentedLines } from '../answer/json-index/rows';
import { indentedRow } from '../answer/rows/json-row';
import type { EventLog, StreamEvent } from '../answer/stream/event-log';
import { saveFile } from '../answer/save-file';
import { AnswerPieces } from './AnswerPieces.view';
import styles from './AnswerEvents.module.css';

export interface AnswerEventsProps {
  readonly log: EventLog;
  /** Whether more may come. */
  readonly isComing: boolean;
  readonly fileName: string;
}

const mostShown = 200;
const mostCharacters = 20_000;

/** A stream's events, the newest first. The view can be held while the stream goes on. */
export function AnswerEvents({ log, isComing, fileName }: AnswerEventsProps) {
  const [held, setHeld] = useState<EventLog | null>(null);
  const { events, dropped } = held ?? log;
  const newest = events.slice(-mostShown).reverse();
  const missed = held ? count(log) - count(held) : 0;
  return (
    <div className={styles.stream}>
      <p className={styles.bar}>
        <span>
          {words(count(log))}
          {isComing ? ', more may come' : ''}
        </span>
        {isComing && (
          <Button size="small" aria-pressed={held !== null} onClick={() => setHeld(held ? null : log)}>
            {held ? `Go on${missed > 0 ? ` (${missed} new)` : ''}` : 'Hold the view'}
          </Button>
        )}
        {events.length > 0 && (
          <Button
            size="small"
            variant="quiet"
            onClick={() => saveFile(new Blob([JSON.stringify(log.events, null, 2)]), `${fileName}.events.json`)}
          >
            Download
          </Button>
        )}
      </p>
      <ol className={styles.events} reversed tabIndex={0} aria-label="Events, the newest first">
        {newest.map((event) => (
          <Event key={event.number} event={event} />
        ))}
      </ol>
      {dropped > 0 && (
        <p className={styles.bar}>
          The oldest {dropped.toLocaleString('en')} {dropped === 1 ? 'is' : 'are'} no longer kept: a stream may never
          end.
        </p>
      )}
      {events.length > mostShown && (
        <p className={styles.bar}>
          The newest {mostShown} are shown; the download has {events.length.toLocaleString('en')}.
        </p>
      )}
    </div>
  );
}

function Event({ event }: { readonly event: StreamEvent }) {
  const { number, name, id, atMilliseconds, data } = event;
  return (
    <li className={styles.event}>
      <p className={styles.head}>
        <span>#{number}</span>
        {name !== '' && <b>{name}</b>}
        {id !== null && id !== '' && <span>id {id}</span>}
        <time>+{formatDuration(atMilliseconds)}</time>
      </p>
      <pre>
        <Data data={data} />
      </pre>
    </li>
  );
}

/** JSON is indented; anything else is shown as it came. */
function Data({ data }: { readonly data: string }) {
  if (data.length > mostCharacters) return `${data.slice(0, mostCharacters)}…`;
  if (!/^\s*[[{]/.test(data)) return data;
  const index = indexJson(new TextEncoder().encode(data));
  if (index.fault) return data;
  return [...indentedLines(index).lines].map((line) => (
    <span key={line}>
      <AnswerPieces pieces={indentedRow(index, line, mostCharacters)} query="" />
      {'\n'}
    </span>
  ));
}

function count({ events, dropped }: EventLog): number {
  return events.length + dropped;
}

function words(events: number): string {
  if (events === 0) return 'No events yet';
  return events === 1 ? 'One event' : `${events.toLocaleString('en')} events`;
}
