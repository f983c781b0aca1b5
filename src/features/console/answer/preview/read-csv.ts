export interface CsvTable {
  readonly rows: readonly (readonly string[])[];
  /** True where there is more than is shown. */
  readonly isCut: boolean;
}

const mostRows = 500;
const mostColumns = 60;
const mostCharacters = 2_000_000;

/** Reads comma- or tab-separated values (RFC 4180), the first rows of many; what is not as the RFC says is taken as it stands. */
export function readCsv(whole: string, separator: ',' | ';' | '\t'): CsvTable {
  const text = whole.slice(0, mostCharacters).replace(/^\uFEFF/, '');
  const rows: string[][] = [];
  let row: string[] = [];
  let isCut = whole.length > mostCharacters;
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^\\r\\n${separator}]*))(${separator}|\\r?\\n|\\r|$)`, 'y');
  while (cell.lastIndex < text.length || row.length > 0) {
    const match = cell.exec(text);
    if (!match) break;
    const [, quoted, plain = '', end] = match;
    if (row.length < mostColumns) row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    else isCut = true;
    if (end === separator) continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
    if (rows.length > mostRows) {
      isCut = true;
      break;
    }
    if (end === '') break;
  }
  return { rows: rows.slice(0, mostRows + 1), isCut };
}

/** What stands between the values: a tab where the type says so, else what the first line has most of. */
export function separatorOf(text: string, essence: string): ',' | ';' | '\t' {
  if (essence === 'text/tab-separated-values') return '\t';
  const line = text.slice(0, 2000).split('\n', 1)[0] ?? '';
  return line.split(';').length > line.split(',').length ? ';' : ',';
}
