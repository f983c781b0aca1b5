import { hash } from 'node:crypto';
import type { Contract } from '../../../contract/model.ts';
import { followRef } from '../../../contract/read/index.ts';
import { groupsThatReachEachOther } from './reach-each-other.ts';

interface Target {
  readonly digest: string;
  readonly refs: readonly string[];
}

const REF = /"\$ref":("(?:[^"\\]|\\.)*")/g;

/** Tells whether parts of a contract are what they were, with everything that they refer to, however far away. */
export class ContractDigests {
  readonly #contract: Contract;
  readonly #targets = new Map<string, Target>();
  /** Of what a reference leads to, with all that is referred to from there. */
  readonly #deep = new Map<string, string>();

  constructor(contract: Contract) {
    this.#contract = contract;
  }

  /** Hex; the same for plain values that are the same and refer to the same. */
  of(value: unknown): string {
    const text = textOf(value);
    return sha256(text + this.#deepDigests(refsIn(text)));
  }

  #deepDigests(refs: readonly string[]): string {
    return refs.map((ref) => `\0${ref}\0${this.#deepDigest(ref)}`).join('');
  }

  /** Each target is digested once, with those that it reaches and that reach it: a description may be one long chain. */
  #deepDigest(start: string): string {
    const known = this.#deep.get(start);
    if (known !== undefined) return known;
    const isKnown = (ref: string) => this.#deep.has(ref);
    for (const group of groupsThatReachEachOther(start, (ref) => this.#target(ref).refs, isKnown)) {
      const members = [...group].sort().map((ref) => `${ref}\0${this.#target(ref).digest}`);
      const beyond = new Set([...group].flatMap((ref) => this.#target(ref).refs).filter((ref) => !group.has(ref)));
      const together = sha256(members.join('\0') + this.#deepDigests([...beyond].sort()));
      for (const ref of group) this.#deep.set(ref, sha256(`${ref}\0${together}`));
    }
    return this.#deep.get(start) ?? '';
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

const sha256 = (text: string) => hash('sha256', text);

const textOf = (value: unknown) => JSON.stringify(value) ?? '';

const refsIn = (text: string) => [
  ...new Set([...text.matchAll(REF)].map(([, ref]) => JSON.parse(ref ?? '""') as string)),
];
