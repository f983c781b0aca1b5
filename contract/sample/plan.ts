import { pointerKeys, toPointer } from '../read/json-pointer.ts';
import type { ValidationFinding } from '../validate/index.ts';

/**
 * What was chosen while a sample was drawn, and what to choose otherwise next time. A choice has numbered options at a
 * place of the value: an example, a branch of `oneOf`, a text. Where the validator finds something wrong, the nearest
 * choice at or above it moves to its next option, and an optional property that has none is left out.
 */
export class Plan {
  readonly #chosen = new Map<string, number>();
  readonly #omitted = new Set<string>();
  #options = new Map<string, number>();
  #optional = new Set<string>();

  /** Call before each drawing. */
  begin(): void {
    this.#options = new Map();
    this.#optional = new Set();
  }

  /** Which of `count` options to take at a place. */
  choose(pointer: string, count: number): number {
    this.#options.set(pointer, count);
    return Math.min(this.#chosen.get(pointer) ?? 0, count - 1);
  }

  isOmitted(pointer: string): boolean {
    this.#optional.add(pointer);
    return this.#omitted.has(pointer);
  }

  /** Learns from what is wrong; false where there is nothing left to choose otherwise. */
  learn(findings: readonly ValidationFinding[]): boolean {
    const moved = new Set<string>();
    for (const { pointer } of findings) {
      const keys = pointerKeys(pointer);
      for (let length = keys.length; length >= 0; length--) {
        const at = toPointer(keys.slice(0, length));
        if (moved.has(at) || this.#moveOn(at)) {
          moved.add(at);
          break;
        }
      }
    }
    return moved.size > 0;
  }

  #moveOn(pointer: string): boolean {
    const next = (this.#chosen.get(pointer) ?? 0) + 1;
    if (next < (this.#options.get(pointer) ?? 0)) {
      this.#chosen.set(pointer, next);
      return true;
    }
    if (!this.#optional.has(pointer) || this.#omitted.has(pointer)) return false;
    this.#omitted.add(pointer);
    return true;
  }
}
