/** What a figure has to keep to. */
export interface Limit {
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** One measured figure: the median of several runs, with its limit where there is one. */
export interface Row {
  readonly what: string;
  /** Whose figure it is, where several are measured side by side. */
  readonly subject?: string;
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
  readonly unit: string;
  readonly limit?: Limit;
  /** Why there is no figure. */
  readonly failed?: string;
}

/** Rows that belong together, and the command that makes them again. */
export interface Table {
  readonly title: string;
  readonly command: string;
  readonly rows: readonly Row[];
  readonly notes?: readonly string[];
}

export function summarise(what: string, unit: string, values: readonly number[], limit?: Limit): Row {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
  return { what, unit, median, lowest: sorted[0] ?? NaN, highest: sorted.at(-1) ?? NaN, limit };
}

/** A figure that was not measured several times. */
export const single = (what: string, unit: string, value: number, limit?: Limit): Row =>
  summarise(what, unit, [value], limit);

export const bySubject = (subject: string, rows: readonly Row[]): Row[] => rows.map((row) => ({ ...row, subject }));

export function isMet({ median, limit }: Row): boolean {
  return median <= (limit?.atMost ?? Infinity) && median >= (limit?.atLeast ?? -Infinity);
}
