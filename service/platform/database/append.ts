export type ColumnValue = string | number | null;

/** Rows of one table that come in great numbers. Each has an `id`, and a value for each column, in their order. */
export interface Rows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly values: readonly (readonly ColumnValue[])[];
}

/**
 * Adds rows, all or none; one whose `id` is there already is left as it is, so that the same ones may be sent again. Resolves when they are
 * on the disk, as any other write; costs a fraction of one, and nobody else waits for the disk meanwhile.
 */
export type Append = (rows: Rows) => Promise<void>;
