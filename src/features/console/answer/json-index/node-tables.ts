import type { JsonIndex } from './json-index';

type Tables = Omit<JsonIndex, 'bytes' | 'count' | 'fault'>;
type Writable = { -readonly [Name in keyof Tables]: Tables[Name] };

/** The arrays of an index while it is made: they grow by doubling. */
export class NodeTables {
  tables: Writable;
  #room: number;

  constructor(room: number) {
    this.#room = room;
    this.tables = {
      kind: new Uint8Array(room),
      depth: new Uint16Array(room),
      start: new Uint32Array(room),
      end: new Uint32Array(room),
      key: new Uint32Array(room),
      next: new Uint32Array(room),
      parent: new Uint32Array(room),
      ordinal: new Uint32Array(room),
      size: new Uint32Array(room),
    };
  }

  /** Makes sure that a node of this number can be written. */
  makeRoom(node: number): void {
    if (node < this.#room) return;
    const before = this.tables;
    const bigger = new NodeTables(this.#room * 2);
    this.#room *= 2;
    this.tables = bigger.tables;
    for (const name of Object.keys(before) as (keyof Tables)[]) this.tables[name].set(before[name]);
  }
}
