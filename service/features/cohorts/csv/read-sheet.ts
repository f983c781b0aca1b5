import type { CsvError } from 'csv-parse/sync';
import { type Options, parse } from 'csv-parse/sync';
import type { Sheet, SheetFault, SheetRow } from './sheet.ts';

interface Parsed {
  readonly rows: readonly SheetRow[];
  readonly faults: readonly SheetFault[];
}

/** A line of three fields has no more. */
const longestRowBytes = 4096;
const signs = [',', ';', '\t'] as const;

/**
 * Reads CSV (RFC 4180) as programs write it: with a byte order mark or without, any line ends, commas, semicolons or tabs between fields.
 * A field that is not quoted as it should be costs its own line only: then the file is read line by line, as an open quote would take the
 * rest of it along.
 */
export function readSheet(text: string): Sheet {
  const lines = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const delimiter = delimiterOf(lines.trimStart().split('\n', 1)[0] ?? '');
  const whole = parseText(lines, delimiter, 1);
  const { rows, faults } = whole.faults.length === 0 ? whole : parseLines(lines, delimiter);
  const filled = rows.filter(({ fields }) => fields.some((field) => field !== ''));
  const [first, ...rest] = filled;
  return { head: first?.fields ?? [], rows: rest, faults };
}

function parseLines(text: string, delimiter: string): Parsed {
  const parsed = text.split('\n').map((line, index) => parseText(line, delimiter, index + 1));
  return { rows: parsed.flatMap(({ rows }) => rows), faults: parsed.flatMap(({ faults }) => faults.slice(0, 1)) };
}

function parseText(text: string, delimiter: string, firstLine: number): Parsed {
  const faults: SheetFault[] = [];
  const options: Options = {
    delimiter,
    ...{ info: true, trim: true, skip_empty_lines: true, relax_column_count: true, skip_records_with_error: true },
    record_delimiter: '\n',
    max_record_size: longestRowBytes,
    on_skip: (error) => void faults.push(faultOf(error, firstLine)),
  };
  const records = parse(text, options) as unknown as readonly Read[];
  return { rows: records.map(({ record, info }) => toRow(record, firstLine - 1 + info.lines)), faults };
}

/** The parser counts lines to the end of a record. */
interface Read {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function toRow(fields: readonly string[], lastLine: number): SheetRow {
  return { line: lastLine - fields.join('').split('\n').length + 1, fields };
}

function faultOf(error: CsvError | undefined, firstLine: number): SheetFault {
  const line = firstLine - 1 + (typeof error?.lines === 'number' ? error.lines : 1);
  if (error?.code === 'CSV_MAX_RECORD_SIZE') {
    const remedy = 'Look whether a quotation mark before it is left open, or shorten its fields.';
    return { line, column: null, message: `is longer than ${longestRowBytes} bytes`, remedy };
  }
  const remedy = 'Put quotation marks around the whole field, and write each one inside it twice: "The ""Uni""".';
  return { line, column: null, message: 'has a quotation mark where none can be', remedy };
}

/** What stands most often between the names of the columns. */
function delimiterOf(head: string): string {
  const unquoted = head.replaceAll(/"[^"]*"/g, '');
  const counts = signs.map((sign) => ({ sign, count: unquoted.split(sign).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}
