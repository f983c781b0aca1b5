import type { Row } from './main.ts';

/** Prints rows as a Markdown table, ready for bench/RESULTS.md. */
export function printTable(rows: readonly Row[]): void {
  console.log('| what | median | lowest – highest | limit |\n| --- | ---: | ---: | --- |');
  for (const { what, median, lowest, highest, unit, limit } of rows) {
    console.log(`| ${what} | ${figure(median)} ${unit} | ${figure(lowest)} – ${figure(highest)} | ${limit ?? ''} |`);
  }
}

export function summarise(what: string, unit: string, values: readonly number[], limit?: string): Row {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
  return { what, unit, median, lowest: sorted[0] ?? NaN, highest: sorted.at(-1) ?? NaN, limit };
}

const figure = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(2));
