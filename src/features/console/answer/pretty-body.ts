const mostCharacters = 1_000_000;
const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * A JSON text indented by two spaces. Only white space changes: every digit, escape and repeated name stays as it came.
 * Unchanged where it is not JSON, or very long.
 */
export function prettyBody(text: string, language: string): string {
  return language === 'json' && text.length <= mostCharacters && isJson(text) ? indent(text) : text;
}

function indent(text: string): string {
  let pretty = '';
  let depth = 0;
  let previous = '';
  const newLine = (): string => `\n${'  '.repeat(depth)}`;
  for (const [piece] of text.matchAll(token)) {
    const closes = piece === '}' || piece === ']';
    const opened = previous === '{' || previous === '[';
    if (closes) depth -= 1;
    if (closes ? !opened : opened || previous === ',') pretty += newLine();
    pretty += piece === ':' ? ': ' : piece;
    if (piece === '{' || piece === '[') depth += 1;
    previous = piece;
  }
  return pretty;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
