import type { AnswerBody, Bytes, Partial } from '../answer';
import { decoderOf, isTextType, streamKindOf } from '../media-type';
import { EventReader } from '../stream/event-reader';

/** More than this is not kept in memory. A stream of events may be longer: of it, the newest are kept. */
const mostBytes = 50 * 1024 * 1024;
const mostTextBytes = 2_000_000;
const tailBytes = 20_000;

/** Collects a body as it comes in, in as little memory as it takes. */
export class IncomingBody {
  readonly #contentType: string | null;
  readonly #isText: boolean;
  readonly #decoder: TextDecoder;
  readonly #events: EventReader | null;
  readonly #chunks: Bytes[] = [];
  #bytes = 0;

  /** `elapsed`: milliseconds since the request was sent. */
  constructor(contentType: string | null, elapsed: () => number) {
    const kind = streamKindOf(contentType);
    this.#contentType = contentType;
    this.#isText = isTextType(contentType);
    this.#decoder = decoderOf(contentType);
    this.#events = kind ? new EventReader(kind, elapsed) : null;
  }

  /** False where this is more than is kept. */
  take(chunk: Bytes): boolean {
    this.#bytes += chunk.byteLength;
    if (this.#events) this.#events.feed(this.#decoder.decode(chunk, { stream: true }));
    else this.#chunks.push(chunk);
    return this.#events !== null || this.#bytes <= mostBytes;
  }

  soFar(): Omit<Partial, 'head'> {
    const log = this.#events ? { log: this.#events.log() } : {};
    return { text: this.#tail(), bytes: this.#bytes, ...log };
  }

  /** The end of what has come. A character that is cut there is left out. */
  #tail(): string {
    if (!this.#isText || this.#events) return '';
    const last: Bytes[] = [];
    for (let at = this.#chunks.length - 1, bytes = 0; at >= 0 && bytes < tailBytes; at -= 1) {
      const chunk = this.#chunks[at];
      if (!chunk) break;
      last.unshift(chunk.subarray(Math.max(0, chunk.length - (tailBytes - bytes))));
      bytes += chunk.length;
    }
    const decoder = decoderOf(this.#contentType);
    return last.map((chunk) => decoder.decode(chunk, { stream: true })).join('');
  }

  /** What came, when nothing more will. */
  body(): AnswerBody {
    if (this.#bytes === 0) return { kind: 'none' };
    if (this.#events) {
      this.#events.end();
      return { kind: 'events', log: this.#events.log() };
    }
    // Never with the type that the answer claims: opened from the site's origin, an HTML or SVG file could run.
    const blob = () => new Blob(this.#chunks, { type: 'application/octet-stream' });
    if (!this.#isText) return { kind: 'binary', blob: blob() };
    const bytes = joined(this.#chunks, this.#bytes);
    if (bytes.subarray(0, 1024).includes(0) && !isUtf16(this.#decoder)) return { kind: 'binary', blob: blob() };
    if (bytes.length > mostTextBytes) return { kind: 'large', bytes };
    return { kind: 'text', text: decoderOf(this.#contentType).decode(bytes), bytes };
  }
}

function isUtf16({ encoding }: TextDecoder): boolean {
  return encoding.startsWith('utf-16');
}

function joined(chunks: readonly Bytes[], length: number): Bytes {
  if (chunks.length === 1 && chunks[0]) return chunks[0];
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
