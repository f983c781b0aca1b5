/**
 * The text without what no reader typed and a database or terminal may choke on: control characters other than tab and
 * line end (PostgreSQL refuses U+0000), and halves of surrogate pairs. Line ends of forms (CR LF) become LF.
 */
export function storable(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replaceAll(/[^\P{Cc}\t\n]/gu, '');
}

/** Null where nothing is left to read: spaces and characters without width are nothing. */
export function textOrNull(text = ''): string | null {
  const kept = storable(text).trim();
  return /[^\s\p{Cf}]/u.test(kept) ? kept : null;
}
