/** 1-based, as editors count. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A file that was parsed, and the means to find a value's position in it when a message needs one. */
export interface Source {
  readonly file: string;
  readonly value: unknown;
  /** Positions of JSON pointers; of the nearest ancestor where the value itself is not in the text (YAML merge keys). */
  locate(pointers: readonly string[]): ReadonlyMap<string, Position>;
}
