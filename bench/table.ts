import { isMet, type Limit, type Row, type Table } from './row.ts';

/** Prints tables as Markdown, ready for bench/RESULTS.md. */
export function printTable({ title, command, rows, notes = [] }: Table): void {
  console.log(`\n### ${title}\n\n\`${command}\`\n`);
  const subjects = [...new Set(rows.map(({ subject }) => subject ?? ''))];
  const lines = subjects.length > 1 ? sideBySide(rows, subjects) : oneByOne(rows);
  console.log(lines.join('\n'));
  for (const note of notes) console.log(`\n${note}`);
}

function oneByOne(rows: readonly Row[]): string[] {
  const cells = rows.map((row) => {
    const range =
      row.failed || row.lowest === row.highest ? '' : `${figure(row.lowest, row)} – ${figure(row.highest, row)}`;
    return `| ${row.what} | ${row.failed ?? valueOf(row)} | ${range} | ${limitOf(row)} |`;
  });
  return ['| what | median | lowest – highest | limit |', '| --- | ---: | ---: | --- |', ...cells];
}

function sideBySide(rows: readonly Row[], subjects: readonly string[]): string[] {
  const head = [`| what | ${subjects.join(' | ')} |`, `| --- |${' ---: |'.repeat(subjects.length)}`];
  const whats = [...new Set(rows.map(({ what }) => what))];
  const cell = (what: string, subject: string) => {
    const row = rows.find((each) => each.what === what && (each.subject ?? '') === subject);
    if (!row) return '';
    if (row.failed) return row.failed;
    const range = row.lowest === row.highest ? '' : ` (${figure(row.lowest, row)} – ${figure(row.highest, row)})`;
    return `${valueOf(row)}${range}${row.limit ? `, ${limitOf(row)}` : ''}`;
  };
  return [...head, ...whats.map((what) => `| ${what} | ${subjects.map((each) => cell(what, each)).join(' | ')} |`)];
}

const valueOf = (row: Row) => `${figure(row.median, row)} ${row.unit}`.trim();

function limitOf(row: Row): string {
  const { limit } = row;
  if (!limit) return '';
  return `${boundOf(limit)} ${row.unit} ${isMet(row) ? '✓' : '✗'}`.replace('  ', ' ');
}

const boundOf = ({ atMost, atLeast }: Limit) => (atMost === undefined ? `≥ ${atLeast}` : `≤ ${atMost}`);

/** Whole numbers from 100 on, else as many places as tell something. */
function figure(value: number, { unit }: Row): string {
  if (Number.isNaN(value)) return 'not measured';
  if (value >= 100 || (Number.isInteger(value) && unit !== 's')) return value.toFixed(0);
  return value.toFixed(value >= 10 ? 1 : 2);
}
