/** One row of a list, or one member of an object: what stands in its fields. */
export interface Row {
  readonly name: string;
  readonly text: string;
}

/** The rows of a field's text; null where it is not a list (an object) of single values, which then is edited as JSON. */
export function rowsOf(text: string, holds: 'array' | 'object'): readonly Row[] | null {
  if (text.trim() === '') return [];
  const value = parse(text);
  if (Array.isArray(value)) return holds === 'array' ? allSingle(value.map((item) => ['', item])) : null;
  if (typeof value !== 'object' || value === null || holds === 'array') return null;
  return allSingle(Object.entries(value));
}

/**
 * The text of rows: a list's empty rows and an object's rows without a name or a value are left out, and where none is left, so is the
 * parameter. `isText` tells for a row whether what looks like a number or `true` is text all the same.
 */
export function textOfRows(
  rows: readonly Row[],
  holds: 'array' | 'object',
  isText: (row: Row) => boolean = () => true,
): string {
  const filled = rows.filter(({ name, text }) => text !== '' && (holds === 'array' || name !== ''));
  if (filled.length === 0) return '';
  const written = filled.map((row) => (isText(row) ? JSON.stringify(row.text) : asJson(row.text)));
  if (holds === 'array') return `[${written.join(',')}]`;
  const members = new Map(filled.map(({ name }, index) => [name, written[index] ?? '""']));
  return `{${Array.from(members, ([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`;
}

function allSingle(entries: readonly (readonly [string, unknown])[]): readonly Row[] | null {
  const isSingle = ([, value]: readonly [string, unknown]) => typeof value !== 'object' || value === null;
  if (!entries.every(isSingle)) return null;
  return entries.map(([name, value]) => ({ name, text: typeof value === 'string' ? value : String(value) }));
}

/** A number keeps the digits that were typed; what is neither number nor `true` nor `false` is text, and can be sent all the same. */
function asJson(text: string): string {
  return /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false)$/.test(text) ? text : JSON.stringify(text);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
