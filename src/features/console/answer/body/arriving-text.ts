import type { Bytes } from '../answer';
import { JsonIndexer } from '../json-index/json-indexer';
import { GrowingBytes } from './growing-bytes';

/** How far a text has been read while it came in. */
export interface BegunReading {
  /** Goes on where it stands; null where the text does not begin as JSON, or is not UTF-8. */
  readonly indexer: JsonIndexer | null;
  /** False where bytes were not UTF-8. */
  readonly isValid: boolean;
}

const stepBytes = 64 * 1024;
const mostMillisecondsOfPiece = 8;
/** White space may stand before; longer than this, nobody waits for it. */
const bytesToJudgeBy = 64;

/** By the bytes themselves: an answer is plain data, kept and copied by others, and this is only of use to its first view. */
const begun = new WeakMap<Bytes, BegunReading>();

export function begunReading(bytes: Bytes): BegunReading | undefined {
  return begun.get(bytes);
}

/** A text as it comes in. It is read at once, as far as there is time: with its last byte a long answer is (almost) ready to be shown. */
export class ArrivingText {
  readonly #bytes: GrowingBytes;
  readonly #expected: number;
  readonly #isUtf8: boolean;
  readonly #checker = new TextDecoder('utf-8', { fatal: true });
  #isValid = true;
  #indexer: JsonIndexer | null | undefined;

  constructor(expectedBytes: number, mostBytes: number, isUtf8: boolean) {
    this.#bytes = new GrowingBytes(expectedBytes, mostBytes);
    this.#expected = Math.min(expectedBytes, mostBytes);
    this.#isUtf8 = isUtf8;
  }

  add(chunk: Bytes): void {
    this.#bytes.add(chunk);
    if (!this.#isUtf8) return;
    this.#isValid &&= this.#isText(chunk, true);
    const bytes = this.#bytes.soFar();
    if (this.#indexer === undefined) {
      if (bytes.length < bytesToJudgeBy) return;
      this.#indexer = looksLikeJson(bytes) ? new JsonIndexer(bytes, undefined, false, this.#expected) : null;
    }
    this.#indexer?.grow(bytes, false);
    this.#readOn();
  }

  /** The end of what has come, at most so many bytes. */
  tail(most: number): Bytes {
    const bytes = this.#bytes.soFar();
    return bytes.subarray(Math.max(0, bytes.length - most));
  }

  /** All that came, once nothing more will. What was read of it so far is at `begunReading`. */
  end(): Bytes {
    const bytes = this.#bytes.whole();
    if (this.#isUtf8 && this.#indexer !== undefined) {
      this.#indexer?.grow(bytes, true);
      begun.set(bytes, { indexer: this.#indexer, isValid: this.#isValid && this.#isText(new Uint8Array(), false) });
    }
    return bytes;
  }

  #readOn(): void {
    const indexer = this.#indexer;
    const until = performance.now() + mostMillisecondsOfPiece;
    while (indexer && !indexer.isWaiting && performance.now() < until) if (indexer.step(stepBytes)) return;
  }

  #isText(chunk: Bytes, isMoreToCome: boolean): boolean {
    try {
      this.#checker.decode(chunk, { stream: isMoreToCome });
      return true;
    } catch {
      return false;
    }
  }
}

/** `{`, `[`, or a lone value: anything else is not worth the reading. */
export function looksLikeJson(bytes: Bytes): boolean {
  return /^\uFEFF?\s*(?:[[{]|"|-?\d|true\b|false\b|null\b)/.test(new TextDecoder().decode(bytes.subarray(0, 64)));
}
