/** 1-based, as editors count. */
export interface Position {
  /** Set where it is another than the description itself. */
  readonly file?: string;
  readonly line: number;
  readonly column: number;
}

/** A file that was parsed, and the means to find a value's position in it when a message needs one. */
export interface Source {
  readonly file: string;
  /** The other files that were read for it. */
  readonly otherFiles: readonly string[];
  readonly value: unknown;
  /** Whether its text may have a `$ref` to another file, something `x-internal`, an `x-sandbox`: told by a glance, not by reading. */
  readonly hints: { readonly otherFiles: boolean; readonly internal: boolean; readonly sandbox: boolean };
  /** As it was read. */
  readonly text: string;
  /** Positions of JSON pointers; of the nearest ancestor where the value itself is not in the text (YAML merge keys). */
  locate(this: void, pointers: readonly string[]): ReadonlyMap<string, Position>;
}

/** What a parser makes of a text. */
export type Parsed = Pick<Source, 'file' | 'value' | 'locate'>;
