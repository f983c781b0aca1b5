/** One place of a file that is not as it should be, and what to do about it. */
export interface SheetFault {
  /** Of the file, from 1; a quoted field may go over several, then it is the first. */
  readonly line: number;
  /** As the file's first line calls it; null: the line as a whole. */
  readonly column: string | null;
  readonly message: string;
  readonly remedy: string;
}

/** One line of the file with a value for each column of its first line. */
export interface SheetRow {
  readonly line: number;
  readonly fields: readonly string[];
}

export interface Sheet {
  /** The fields of the first line. */
  readonly head: readonly string[];
  /** Those that can be read, without empty ones. */
  readonly rows: readonly SheetRow[];
  readonly faults: readonly SheetFault[];
}
