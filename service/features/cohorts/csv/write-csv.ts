export type Cell = string | number | boolean | null;

const byteOrderMark = '\uFEFF';
/** https://owasp.org/www-community/attacks/CSV_Injection, and their wide forms. */
const formula = /^\s*[=+\-@＝＋－＠]/u;

/**
 * CSV (RFC 4180) for spreadsheets: a byte order mark, so that they read UTF-8, and an apostrophe before each text that they would take for
 * a formula. What somebody called their organization calculates nothing on the team's machines.
 */
export function writeCsv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [head, ...rows].map((cells) => cells.map(cellText).join(','));
  return `${byteOrderMark}${lines.join('\r\n')}\r\n`;
}

function cellText(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const text = formula.test(cell) || /^[\t\r\n]/.test(cell) ? `'${cell}` : cell;
  return /[",;\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
