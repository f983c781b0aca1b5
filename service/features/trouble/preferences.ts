/**
 * The preferences of a `Prefer` header field (RFC 7240 §2), by their lower-case name: the first of a name counts, one without a value is
 * the empty text. Parameters are left out. What is no preference is passed over, as the section asks.
 */
export function preferencesOf(field: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const item of splitOutsideQuotes(field, ',')) {
    const [text = ''] = splitOutsideQuotes(item, ';');
    const equals = text.indexOf('=');
    const name = (equals < 0 ? text : text.slice(0, equals)).trim().toLowerCase();
    if (!token.test(name) || found.has(name)) continue;
    found.set(name, equals < 0 ? '' : unquoted(text.slice(equals + 1).trim()));
  }
  return found;
}

const token = /^[!#$%&'*+.^_`|~0-9a-z-]+$/;

/** In one pass, however odd the text is. */
function splitOutsideQuotes(text: string, separator: ',' | ';'): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isQuoted && sign === '\\') at += 1;
    else if (sign === '"') isQuoted = !isQuoted;
    else if (sign === separator && !isQuoted) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}

/** RFC 9110 §5.6.4. */
function unquoted(word: string): string {
  return word.length > 1 && word.startsWith('"') && word.endsWith('"')
    ? word.slice(1, -1).replace(/\\(.)/g, '$1')
    : word;
}
