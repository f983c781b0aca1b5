import type { AnswerBody, Bytes, Partial } from '../answer';
import { decoderOf, isTextType, streamKindOf } from '../media-type';
import { EventReader } from '../stream/event-reader';
import { ArrivingText } from './arriving-text';

/** More than this is not kept in memory. A stream of events may be longer: of it, the newest are kept. */
const mostBytes = 50 * 1024 * 1024;
const mostTextBytes = 2_000_000;
const tailBytes = 20_000;

/** Collects a body as it comes in, in as little memory as it takes. */
export class IncomingBody {
  readonly #contentType: string | null;
  readonly #decoder: TextDecoder;
  readonly #events: EventReader | null;
  readonly #text: ArrivingText | null;
  readonly #chunks: Bytes[] = [];
  #bytes = 0;

  /** `elapsed`: milliseconds since the request was sent. `expectedBytes`: as the answer announces; 0 where it does not. */
  constructor(contentType: string | null, elapsed: () => number, expectedBytes = 0) {
    const kind = streamKindOf(contentType);
    this.#contentType = contentType;
    this.#decoder = decoderOf(contentType);
    this.#events = kind ? new EventReader(kind, elapsed) : null;
    const isText = !kind && isTextType(contentType);
    this.#text = isText ? new ArrivingText(expectedBytes, mostBytes, this.#decoder.encoding === 'utf-8') : null;
  }

  /** False where this is more than is kept. */
  take(chunk: Bytes): boolean {
    this.#bytes += chunk.byteLength;
    if (this.#events) {
      this.#events.feed(this.#decoder.decode(chunk, { stream: true }));
      return true;
    }
    if (this.#text) this.#text.add(chunk);
    else this.#chunks.push(chunk);
    return this.#bytes <= mostBytes;
  }

  soFar(): Omit<Partial, 'head'> {
    const log = this.#events ? { log: this.#events.log() } : {};
    return { text: this.#tail(), bytes: this.#bytes, ...log };
  }

  /** The end of what has come. A character that is cut there is left out. */
  #tail(): string {
    return this.#text ? decoderOf(this.#contentType).decode(this.#text.tail(tailBytes), { stream: true }) : '';
  }

  /** What came, when nothing more will. */
  body(): AnswerBody {
    if (this.#bytes === 0) return { kind: 'none' };
    if (this.#events) {
      this.#events.end();
      return { kind: 'events', log: this.#events.log() };
    }
    if (!this.#text) return { kind: 'binary', blob: plainBlob(this.#chunks) };
    const bytes = this.#text.end();
    const isUtf16 = this.#decoder.encoding.startsWith('utf-16');
    if (bytes.subarray(0, 1024).includes(0) && !isUtf16) return { kind: 'binary', blob: plainBlob([bytes]) };
    if (bytes.length > mostTextBytes) return { kind: 'large', bytes };
    return { kind: 'text', text: decoderOf(this.#contentType).decode(bytes), bytes };
  }
}

/** Never with the type that the answer claims: opened from the site's origin, an HTML or SVG file could run. */
function plainBlob(parts: Bytes[]): Blob {
  return new Blob(parts, { type: 'application/octet-stream' });
}
