import { readSheet } from '../csv/read-sheet.ts';
import type { SheetFault, SheetRow } from '../csv/sheet.ts';
import { type Columns, findColumns } from './columns.ts';
import type { InvitedRow } from './invited-row.ts';
import { findRowFaults } from './row-faults.ts';

export const mostRows = 500;

export interface InvitedSheet {
  readonly rows: readonly InvitedRow[];
  /** By line. */
  readonly faults: readonly SheetFault[];
  /** Columns that mean nothing here, as the file calls them. */
  readonly ignored: readonly string[];
}

/**
 * Whom a CSV file invites: the good rows, and what is wrong with each other. Where the file as a whole cannot be taken, without a column that
 * it needs or with too many rows, there are no rows and one fault that says so.
 */
export function readInvited(text: string): InvitedSheet {
  const sheet = readSheet(text);
  if (sheet.head.length === 0)
    return refused('is empty', 'Begin with a line that names the columns: email,organization,name.');
  const columns = findColumns(sheet.head);
  if (columns.faults.length > 0) return { rows: [], faults: columns.faults, ignored: columns.ignored };
  if (sheet.rows.length > mostRows) {
    const remedy = `Split the file into several with at most ${mostRows} rows each. Who is invited already is not invited again.`;
    return refused(`has ${sheet.rows.length} rows, and at most ${mostRows} are taken at once`, remedy);
  }
  const rows: InvitedRow[] = [];
  const faults: SheetFault[] = [...sheet.faults];
  const lineOf = new Map<string, number>();
  for (const one of sheet.rows) {
    const row = toInvited(one, columns);
    const found = findRowFaults(one, row, columns, lineOf.get(row.email));
    faults.push(...found);
    if (found.length > 0) continue;
    rows.push(row);
    lineOf.set(row.email, row.line);
  }
  return { rows, faults: faults.toSorted((one, other) => one.line - other.line), ignored: columns.ignored };
}

function refused(message: string, remedy: string): InvitedSheet {
  return { rows: [], faults: [{ line: 1, column: null, message, remedy }], ignored: [] };
}

function toInvited({ line, fields }: SheetRow, { at }: Columns): InvitedRow {
  const value = (index: number | undefined) => (index === undefined ? '' : (fields[index] ?? ''));
  return {
    line,
    email: value(at.email)
      .replace(/^mailto:/i, '')
      .toLowerCase(),
    organization: value(at.organization).replaceAll(/\s+/g, ' '),
    name: value(at.name).replaceAll(/\s+/g, ' '),
  };
}
