import { createParser, type EventSourceParser } from 'eventsource-parser';
import type { EventLog, StreamEvent } from './event-log';

const mostEvents = 1_000;
const mostCharacters = 4_000_000;
/** RFC 7464: a record begins with this; here it ends the line before. */
const recordSeparator = '\u001e';
/** Of one event; the rest of it is let go. */
const mostCharactersOfOne = 1_000_000;

/**
 * Reads server-sent events (HTML Standard §9.2) or lines of JSON (JSON Lines, RFC 7464) out of text as it comes. However
 * long the stream is, only the newest events stay in memory.
 */
export class EventReader {
  readonly #elapsed: () => number;
  readonly #parser: EventSourceParser | null;
  #events: StreamEvent[] = [];
  #characters = 0;
  #number = 0;
  #rest = '';

  constructor(kind: 'sse' | 'lines', elapsed: () => number) {
    this.#elapsed = elapsed;
    this.#parser =
      kind === 'sse'
        ? createParser({ onEvent: ({ event, id, data }) => this.#add(event ?? 'message', id ?? null, data) })
        : null;
  }

  feed(text: string): void {
    if (this.#parser) return this.#parser.feed(text);
    const lines = (this.#rest + text.replaceAll(recordSeparator, '\n')).split(/[\r\n]+/);
    this.#rest = (lines.pop() ?? '').slice(0, mostCharactersOfOne);
    for (const line of lines) if (line.trim() !== '') this.#add('', null, line);
  }

  /** A last line needs no line break. An event that is not ended by an empty line is none. */
  end(): void {
    if (!this.#parser) this.feed('\n');
  }

  log(): EventLog {
    return { events: this.#events, dropped: this.#number - this.#events.length };
  }

  #add(name: string, id: string | null, data: string): void {
    this.#number += 1;
    const event = {
      number: this.#number,
      atMilliseconds: this.#elapsed(),
      name,
      id,
      data: data.length > mostCharactersOfOne ? `${data.slice(0, mostCharactersOfOne)}…` : data,
    };
    this.#characters += event.data.length;
    // A new list: what was handed out before stays as it was.
    let from = this.#events.length >= mostEvents ? 1 : 0;
    const characters = (one: StreamEvent | undefined): number => one?.data.length ?? 0;
    if (from === 1) this.#characters -= characters(this.#events[0]);
    while (this.#characters > mostCharacters && from < this.#events.length) {
      this.#characters -= characters(this.#events[from]);
      from += 1;
    }
    this.#events = [...this.#events.slice(from), event];
  }
}
