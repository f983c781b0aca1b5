/** Where a text stops being well-formed XML: 1-based, and what is wrong. */
export interface XmlFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

const NAME = /[\p{L}_:][\p{L}\p{N}\-._:·]*/uy;
const ATTRIBUTE = /\s+([\p{L}_:][\p{L}\p{N}\-._:·]*)\s*=\s*("[^"<]*"|'[^'<]*')/uy;
const REFERENCE = /&(?!#\d+;|#x[0-9a-fA-F]+;|[\p{L}_:][\p{L}\p{N}\-._:·]*;)/u;
/** What is skipped whole, by its beginning. */
const WHOLE = [
  ['<!--', '-->', 'a comment'],
  ['<![CDATA[', ']]>', 'a CDATA section'],
  ['<?', '?>', 'a processing instruction'],
  ['<!', '>', 'a declaration'],
] as const;

/**
 * Null where the text is well-formed (XML 1.0 §2.1): tags close in order, attributes are quoted and stand once, there is one element around
 * all. What a document type declares is not looked at.
 */
export function findXmlFault(text: string): XmlFault | null {
  const open: { readonly name: string; readonly at: number }[] = [];
  let at = 0;
  let roots = 0;
  const fault = (place: number, message: string): XmlFault => ({ ...placeOf(text, place), message });
  while (at < text.length) {
    const next = text.indexOf('<', at);
    const end = next === -1 ? text.length : next;
    const between = text.slice(at, end);
    const reference = REFERENCE.exec(between);
    if (reference) return fault(at + reference.index, 'a lone & is written &amp;');
    if (open.length === 0 && between.trim() !== '') {
      return fault(at + (/\S/.exec(between)?.index ?? 0), 'text stands outside of the element');
    }
    if (next === -1) break;
    const whole = WHOLE.find(([begin]) => text.startsWith(begin, next));
    if (whole) {
      const close = text.indexOf(whole[1], next + whole[0].length);
      if (close === -1) return fault(next, `${whole[2]} does not end: ${whole[1]} is missing`);
      at = close + whole[1].length;
      continue;
    }
    const isEnd = text[next + 1] === '/';
    NAME.lastIndex = next + (isEnd ? 2 : 1);
    const name = NAME.exec(text)?.[0];
    if (name === undefined) return fault(next, 'a lone < is written &lt;');
    at = NAME.lastIndex;
    if (isEnd) {
      const last = open.pop();
      if (last?.name !== name)
        return fault(next, last ? `</${last.name}> is expected here` : `</${name}> closes nothing`);
    } else {
      if (open.length === 0 && (roots += 1) > 1) return fault(next, 'there is a second outermost element');
      const attributes = readAttributes(text, at);
      if (typeof attributes === 'string') return fault(next, attributes);
      at = attributes;
      if (text[at] !== '/') open.push({ name, at: next });
      else at += 1;
    }
    const rest = /^\s*>/.exec(text.slice(at, at + 100));
    if (!rest) return fault(next, `the tag of ${name} does not end with >, or an attribute has no value in quotes`);
    at += rest[0].length;
  }
  const last = open.at(-1);
  if (last) return fault(last.at, `<${last.name}> is never closed`);
  return roots === 0 ? fault(0, 'there is no element') : null;
}

/** Where the attributes end, before `>` or `/>`; or what is wrong with them. */
function readAttributes(text: string, from: number): number | string {
  const seen = new Set<string>();
  let at = from;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const [, name = '', value = ''] = ATTRIBUTE.exec(text) ?? [];
    if (name === '') break;
    if (seen.has(name)) return `the attribute ${name} is there twice`;
    if (REFERENCE.test(value)) return `in the attribute ${name} a lone & is written &amp;`;
    seen.add(name);
    at = ATTRIBUTE.lastIndex;
  }
  const space = /^\s*(?=\/?>)/.exec(text.slice(at, at + 1_000));
  return at + (space?.[0].length ?? 0);
}

function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}
