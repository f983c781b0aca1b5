import { createHash } from 'node:crypto';
import type { Contract } from '../../../contract/model.ts';
import { followRef } from '../../../contract/read/index.ts';

interface Target {
  readonly digest: string;
  readonly refs: readonly string[];
}

const REF = /"\$ref":("(?:[^"\\]|\\.)*")/g;

/** Tells whether parts of a contract are what they were, with everything that they refer to, however far away. */
export class ContractDigests {
  readonly #contract: Contract;
  readonly #targets = new Map<string, Target>();

  constructor(contract: Contract) {
    this.#contract = contract;
  }

  /** Hex; the same for plain values that are the same and refer to the same. */
  of(value: unknown): string {
    const text = textOf(value);
    const reached = new Set(refsIn(text));
    // A set is walked in the order in which it grows.
    for (const ref of reached) for (const next of this.#target(ref).refs) reached.add(next);
    const hash = createHash('sha256').update(text);
    for (const ref of [...reached].sort()) hash.update(`\0${ref}\0${this.#target(ref).digest}`);
    return hash.digest('hex');
  }

  #target(ref: string): Target {
    let target = this.#targets.get(ref);
    if (!target) {
      const text = textOf(followRef(this.#contract, ref));
      target = { digest: sha256(text), refs: refsIn(text) };
      this.#targets.set(ref, target);
    }
    return target;
  }
}

/** Of a whole description, which refers to nothing but itself. */
export const documentDigest = ({ document }: Contract) => sha256(textOf(document));

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const textOf = (value: unknown) => JSON.stringify(value) ?? '';

const refsIn = (text: string) => [...text.matchAll(REF)].map(([, ref]) => JSON.parse(ref ?? '""') as string);
