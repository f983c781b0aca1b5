import type { Bytes } from '../answer';

const leastRoom = 64 * 1024;

/** Bytes that come in pieces, kept as one: without a last copying of all of them where their number was known. */
export class GrowingBytes {
  readonly #expected: number;
  #room: Bytes = new Uint8Array();
  #length = 0;

  /** `expected`: how many are announced, 0 where that is not known. `most`: more room than this is not taken on a mere word. */
  constructor(expected: number, most: number) {
    this.#expected = Math.max(leastRoom, Math.min(most, expected));
  }

  add(chunk: Bytes): void {
    const length = this.#length + chunk.length;
    if (length > this.#room.length) {
      const bigger = new Uint8Array(Math.max(length, this.#expected, this.#room.length * 2));
      bigger.set(this.soFar());
      this.#room = bigger;
    }
    this.#room.set(chunk, this.#length);
    this.#length = length;
  }

  /** A view of what is there. */
  soFar(): Bytes {
    return this.#room.subarray(0, this.#length);
  }

  /** All of it, once nothing more comes: without room that is not used, where that is much. */
  whole(): Bytes {
    return this.#room.length > this.#length * 1.25 ? this.soFar().slice() : this.soFar();
  }
}
