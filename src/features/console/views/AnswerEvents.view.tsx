import { useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '../../../ui';
import type { AnswerFinding } from '../answer/contract-check/answer-finding';
import { useEventCheck, type EventContract } from '../answer/contract-check/use-event-check';
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
  /** What each event should be, where the contract says it. */
  readonly contract?: EventContract | null;
}

const mostShown = 200;
const mostFindings = 5;
const mostCharacters = 20_000;

/** A stream's events, the newest first. The view can be held while the stream goes on. */
export function AnswerEvents({ log, isComing, fileName, contract = null }: AnswerEventsProps) {
  const list = useRef<HTMLOListElement>(null);
  const check = useEventCheck(contract);
  const [held, setHeld] = useState<EventLog | null>(null);
  const { events, dropped } = held ?? log;
  const newest = events.slice(-mostShown).reverse();
  const marked = newest.map((event) => ({ event, findings: check(event) }));
  const breaches = marked.filter(({ findings }) => findings.some(({ weight }) => weight === 'breach')).length;
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
      {breaches > 0 && (
        <p className={styles.bar}>
          <span className={styles.breach}>
            {breaches === 1 ? 'One event is' : `${breaches} events are`} not as the contract says
          </span>
          <Button size="small" variant="quiet" aria-keyshortcuts="F8" onClick={() => stepIn(list.current, 1)}>
            Next mark
          </Button>
          <kbd aria-hidden="true">F8</kbd>
        </p>
      )}
      <ol
        ref={list}
        className={styles.events}
        reversed
        tabIndex={0}
        aria-label="Events, the newest first"
        onKeyDown={onKeyDown}
      >
        {marked.map(({ event, findings }) => (
          <Event key={event.number} event={event} findings={findings} />
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

/** Focuses the next event with a mark, round about. */
function stepIn(list: HTMLElement | null, by: 1 | -1): void {
  const marks = [...(list?.querySelectorAll<HTMLElement>('[data-weight]') ?? [])];
  const at = marks.findIndex((mark) => mark === document.activeElement);
  marks[at === -1 ? (by === 1 ? 0 : marks.length - 1) : (at + by + marks.length) % marks.length]?.focus();
}

function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'F8') return;
  event.preventDefault();
  stepIn(event.currentTarget, event.shiftKey ? -1 : 1);
}

interface EventProps {
  readonly event: StreamEvent;
  readonly findings: readonly AnswerFinding[];
}

function Event({ event, findings }: EventProps) {
  const { number, name, id, atMilliseconds, data } = event;
  return (
    <li className={styles.event} {...(findings.length > 0 && { tabIndex: -1, 'data-weight': weightOf(findings) })}>
      <p className={styles.head}>
        <span>#{number}</span>
        {name !== '' && <b>{name}</b>}
        {id !== null && id !== '' && <span>id {id}</span>}
        <time>+{formatDuration(atMilliseconds)}</time>
      </p>
      <pre>
        <Data data={data} />
      </pre>
      {findings.length > 0 && (
        <ul className={styles.findings}>
          {findings.slice(0, mostFindings).map((finding) => (
            <li key={finding.pointer + finding.expected}>
              <code>{finding.pointer || 'the whole'}</code> expected {finding.expected}, got {finding.got}
            </li>
          ))}
        </ul>
      )}
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

function weightOf(findings: readonly AnswerFinding[]): string {
  return findings.some(({ weight }) => weight === 'breach') ? 'breach' : 'note';
}

function count({ events, dropped }: EventLog): number {
  return events.length + dropped;
}

function words(events: number): string {
  if (events === 0) return 'No events yet';
  return events === 1 ? 'One event' : `${events.toLocaleString('en')} events`;
}
