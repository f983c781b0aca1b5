import type { Sliced } from '../in-slices';

export interface Found {
  /** Byte offsets, in order. */
  readonly offsets: Uint32Array;
  /** False where there are more than are listed. */
  readonly isAll: boolean;
}

const mostHits = 20_000;

/** Finds a text in UTF-8 bytes; the letters A to Z are the same as a to z. */
export class ByteFinder implements Sliced<Found> {
  readonly #bytes: Uint8Array;
  readonly #needle: Uint8Array;
  readonly #offsets: number[] = [];
  #at = 0;

  constructor(bytes: Uint8Array, needle: string) {
    this.#bytes = bytes;
    this.#needle = new TextEncoder().encode(needle).map(folded);
  }

  get progress(): number {
    return this.#bytes.length === 0 ? 1 : this.#at / this.#bytes.length;
  }

  step(about: number): boolean {
    const needle = this.#needle;
    const last = this.#bytes.length - needle.length;
    if (needle.length === 0) return true;
    const until = Math.min(last + 1, this.#at + about);
    const first = needle[0];
    for (let at = this.#at; at < until; at += 1) {
      if (folded(this.#bytes[at]!) !== first || !this.#isAt(at)) continue;
      if (this.#offsets.length === mostHits) {
        this.#at = at;
        return true;
      }
      this.#offsets.push(at);
      at += needle.length - 1;
    }
    this.#at = Math.max(this.#at, until);
    return this.#at > last;
  }

  result(): Found {
    return { offsets: Uint32Array.from(this.#offsets), isAll: this.#offsets.length < mostHits };
  }

  #isAt(at: number): boolean {
    const needle = this.#needle;
    for (let next = 1; next < needle.length; next += 1) {
      if (folded(this.#bytes[at + next]!) !== needle[next]) return false;
    }
    return true;
  }
}

function folded(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte + 32 : byte;
}
