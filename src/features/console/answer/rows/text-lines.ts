import type { Sliced } from '../in-slices';

/** Where the rows of a text begin, as byte offsets. */
export interface TextLines {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
}

/** A longer line goes on in the next row: one line of 50 MB would stop any browser. */
const mostBytesOfRow = 2_000;

/** Cuts UTF-8 text into rows, at its line breaks and within very long lines. */
export class LineFinder implements Sliced<TextLines> {
  readonly #bytes: Uint8Array;
  #starts: Uint32Array;
  #count = 1;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#starts = new Uint32Array(Math.max(16, bytes.length >> 6));
  }

  get progress(): number {
    return this.#bytes.length === 0 ? 1 : this.#at / this.#bytes.length;
  }

  step(about: number): boolean {
    const bytes = this.#bytes;
    const until = this.#at + about;
    while (this.#at < until) {
      const end = bytes.indexOf(10, this.#at);
      this.#cut(this.#at, end === -1 ? bytes.length : end);
      if (end === -1 || end === bytes.length - 1) {
        this.#at = bytes.length;
        return true;
      }
      this.#at = end + 1;
      this.#add(this.#at);
    }
    return false;
  }

  result(): TextLines {
    return { bytes: this.#bytes, starts: this.#starts.slice(0, this.#count) };
  }

  #cut(from: number, to: number): void {
    for (let at = from + mostBytesOfRow; at < to; at += mostBytesOfRow) {
      // Not within a character: its further bytes are 10xxxxxx.
      while (at > from && ((this.#bytes[at] ?? 0) & 0xc0) === 0x80) at -= 1;
      this.#add(at);
    }
  }

  #add(start: number): void {
    if (this.#count === this.#starts.length) {
      const bigger = new Uint32Array(this.#count * 2);
      bigger.set(this.#starts);
      this.#starts = bigger;
    }
    this.#starts[this.#count++] = start;
  }
}

/** The text of a row, without its line break. */
export function textOfRow({ bytes, starts }: TextLines, row: number): string {
  const end = starts[row + 1] ?? bytes.length;
  return utf8.decode(bytes.subarray(starts[row], end)).replace(/\r?\n$/, '');
}

const utf8 = new TextDecoder();
