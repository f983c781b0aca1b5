import type { Sliced } from '../in-slices';
import { Kind, none, type JsonFaultAt, type JsonIndex } from './json-index';
import { endOfLiteral, endOfNumber, endOfText } from './json-tokens';
import { NodeTables } from './node-tables';

/** More values than this are not laid out as a tree: each takes some 31 bytes of memory. */
export const mostValues = 4_000_000;

type Expects = 'value' | 'item-or-end' | 'name' | 'name-or-end' | 'comma-or-end' | 'nothing';

const words: Readonly<Record<Expects, string>> = {
  value: 'a value',
  'item-or-end': 'a value or ]',
  name: 'a name in double quotes',
  'name-or-end': 'a name in double quotes, or }',
  'comma-or-end': 'a comma, or the end of the list or object',
  nothing: 'nothing more',
};

/**
 * Indexes a JSON text (RFC 8259) in steps, so that a page can breathe in between, and while it is still coming in (`grow`).
 * What is wrong ends it with a fault; the values before it keep their places.
 */
export class JsonIndexer implements Sliced<JsonIndex> {
  readonly #nodes: NodeTables;
  readonly #most: number;
  #bytes: Uint8Array;
  #isWhole: boolean;
  /** How many bytes there must be before a token is tried again that the end of what has come cuts. */
  #waitsFor = 0;
  #at: number;
  #count = 0;
  #open = none;
  #key = none;
  #expects: Expects = 'value';
  #fault: JsonFaultAt | null = null;

  /**
   * `isWhole`: false where more of the text is to come; the bytes are then at least its first three. `expected`: how many bytes there will be,
   * as far as one knows: room is made for them.
   */
  constructor(bytes: Uint8Array, most = mostValues, isWhole = true, expected = bytes.length) {
    this.#bytes = bytes;
    this.#most = most;
    this.#isWhole = isWhole;
    this.#nodes = new NodeTables(Math.max(16, Math.min(most, expected >> 5)));
    // A byte order mark is no part of the text.
    this.#at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  }

  /** The same text, as far as it is there now. */
  grow(bytes: Uint8Array, isWhole: boolean): void {
    this.#bytes = bytes;
    this.#isWhole = isWhole;
  }

  /** True where nothing can be done before more has come. */
  get isWaiting(): boolean {
    if (this.#isWhole || this.#fault !== null) return false;
    return this.#at >= this.#bytes.length || this.#bytes.length < this.#waitsFor;
  }

  /** From 0 to 1. */
  get progress(): number {
    return this.#bytes.length === 0 ? 1 : this.#at / this.#bytes.length;
  }

  /** Reads on for about so many bytes. True when the text is at its end, or as far as it is JSON. */
  step(about: number): boolean {
    const bytes = this.#bytes;
    const until = Math.min(bytes.length, this.#at + about);
    while (this.#at < until && this.#fault === null && !this.isWaiting) {
      const byte = bytes[this.#at]!;
      if (byte === 32 || byte === 10 || byte === 13 || byte === 9) this.#at += 1;
      else this.#take(byte);
    }
    if (this.#fault === null && (this.#at < bytes.length || !this.#isWhole)) return false;
    if (this.#fault === null && this.#expects !== 'nothing') this.#fail(bytes.length, words[this.#expects]);
    this.#closeAll();
    return true;
  }

  /** What there is, once `step` has said true. */
  result(): JsonIndex {
    return { ...this.#nodes.tables, bytes: this.#bytes, count: this.#count, fault: this.#fault };
  }

  #take(byte: number): void {
    const expects = this.#expects;
    if (expects === 'comma-or-end') {
      if (byte === 44) {
        this.#at += 1;
        this.#expects = this.#nodes.tables.kind[this.#open] === Kind.object ? 'name' : 'value';
        return;
      }
      return this.#close(byte) ? undefined : this.#fail(this.#at, words[expects]);
    }
    if ((expects === 'name-or-end' || expects === 'item-or-end') && this.#close(byte)) return;
    if (expects === 'name' || expects === 'name-or-end') return this.#name(byte);
    if (expects === 'nothing') return this.#fail(this.#at, words.nothing);
    this.#value(byte);
  }

  #name(byte: number): void {
    const bytes = this.#bytes;
    if (byte !== 34) return this.#fail(this.#at, words[this.#expects]);
    let at = endOfText(bytes, this.#at);
    if (this.#isCut(at)) return;
    if (at < 0) return this.#fail(-at, 'the end of the string: "');
    for (let space = bytes[at]; space === 32 || space === 10 || space === 13 || space === 9; space = bytes[at]) at += 1;
    if (this.#isCut(at)) return;
    if (bytes[at] !== 58) return this.#fail(at, 'a colon');
    this.#key = this.#at;
    this.#at = at + 1;
    this.#expects = 'value';
  }

  #value(byte: number): void {
    const from = this.#at;
    if (this.#count >= this.#most) return this.#fail(from, `at most ${this.#most.toLocaleString('en')} values`);
    if (byte === 123 || byte === 91) {
      const depth = this.#open === none ? 0 : (this.#nodes.tables.depth[this.#open] ?? 0) + 1;
      if (depth === 0xffff) return this.#fail(from, 'less nesting');
      const node = this.#add(byte === 123 ? Kind.object : Kind.array, from, none);
      this.#open = node;
      this.#at = from + 1;
      this.#expects = byte === 123 ? 'name-or-end' : 'item-or-end';
      return;
    }
    const [kind, end] = this.#scalar(byte, from);
    if (this.#isCut(end === from && isLetter(byte) ? from + longestLiteral : end)) return;
    if (end < 0) return this.#fail(-end, kind === Kind.string ? 'the end of the string: "' : 'a digit');
    if (end === from) return this.#fail(from, words[this.#expects]);
    this.#add(kind, from, end);
    this.#at = end;
    this.#expects = this.#open === none ? 'nothing' : 'comma-or-end';
  }

  #scalar(byte: number, from: number): [kind: Kind, end: number] {
    if (byte === 34) return [Kind.string, endOfText(this.#bytes, from)];
    if (byte === 116) return [Kind.boolean, endOfLiteral(this.#bytes, from, 'true')];
    if (byte === 102) return [Kind.boolean, endOfLiteral(this.#bytes, from, 'false')];
    if (byte === 110) return [Kind.null, endOfLiteral(this.#bytes, from, 'null')];
    return [Kind.number, endOfNumber(this.#bytes, from)];
  }

  #add(kind: Kind, from: number, end: number): number {
    const node = this.#count++;
    this.#nodes.makeRoom(node);
    const { tables } = this.#nodes;
    const parent = this.#open;
    tables.kind[node] = kind;
    tables.start[node] = from;
    tables.end[node] = end;
    tables.key[node] = this.#key;
    tables.next[node] = node + 1;
    tables.parent[node] = parent;
    if (parent !== none) {
      tables.depth[node] = tables.depth[parent]! + 1;
      const ordinal = tables.size[parent]!;
      tables.ordinal[node] = ordinal;
      tables.size[parent] = ordinal + 1;
    }
    this.#key = none;
    return node;
  }

  /** Ends the container that is open, where the byte is its closing bracket. */
  #close(byte: number): boolean {
    const { tables } = this.#nodes;
    const node = this.#open;
    if (byte !== (tables.kind[node] === Kind.object ? 125 : 93)) return false;
    this.#at += 1;
    tables.end[node] = this.#at;
    tables.next[node] = this.#count;
    this.#open = tables.parent[node]!;
    this.#expects = this.#open === none ? 'nothing' : 'comma-or-end';
    return true;
  }

  #closeAll(): void {
    const { tables } = this.#nodes;
    for (; this.#open !== none; this.#open = tables.parent[this.#open]!) {
      tables.end[this.#open] = this.#at;
      tables.next[this.#open] = this.#count;
    }
  }

  /** Whether what ends there may go on in bytes that are still to come. Each further try waits for twice as much: no token is read often. */
  #isCut(end: number): boolean {
    if (this.#isWhole || Math.abs(end) < this.#bytes.length) return false;
    this.#waitsFor = this.#at + 2 * (this.#bytes.length - this.#at);
    return true;
  }

  #fail(at: number, expected: string): void {
    this.#fault = { at, expected };
  }
}

const longestLiteral = 'false'.length;

function isLetter(byte: number): boolean {
  return byte >= 97 && byte <= 122;
}

/** The whole of a text that is short enough to be read at once. */
export function indexJson(bytes: Uint8Array, most?: number): JsonIndex {
  const indexer = new JsonIndexer(bytes, most);
  while (!indexer.step(bytes.length + 1));
  return indexer.result();
}
