const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /true|false|null/y;
const space = /[ \t\n\r]*/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

type Expected =
  | 'a value'
  | 'a value or ]'
  | 'a name in double quotes'
  | 'a name or }'
  | 'a colon'
  | 'a comma or ]'
  | 'a comma or }'
  | 'nothing more';

/**
 * Where a text stops being JSON (RFC 8259), and what was expected there. Only asked after `JSON.parse` has refused the
 * text: its own messages tell a position in some cases and quote surroundings in others.
 */
export function jsonError(text: string): { readonly position: number; readonly expected: string } {
  const open: ('[' | '{')[] = [];
  let expected: Expected = 'a value';
  let at = skip(space, text, 0);
  while (at < text.length) {
    const end = accept(text, at, expected);
    if (end === null) return { position: at, expected };
    if (end < 0) return { position: -end, expected: 'a string that ends, without line breaks and unknown escapes' };
    expected = next(text.charAt(at), expected, open);
    at = skip(space, text, end);
  }
  return { position: text.length, expected };
}

/** The end of what is there, where it is expected; null where it is not; negative where a string breaks off. */
function accept(text: string, at: number, expected: Expected): number | null {
  const character = text.charAt(at);
  switch (expected) {
    case 'nothing more':
      return null;
    case 'a colon':
      return character === ':' ? at + 1 : null;
    case 'a comma or ]':
      return character === ',' || character === ']' ? at + 1 : null;
    case 'a comma or }':
      return character === ',' || character === '}' ? at + 1 : null;
    case 'a name in double quotes':
      return character === '"' ? stringEnd(text, at) : null;
    case 'a name or }':
      return character === '}' ? at + 1 : character === '"' ? stringEnd(text, at) : null;
    default:
      return valueEnd(text, at, expected);
  }
}

function valueEnd(text: string, at: number, expected: Expected): number | null {
  const character = text.charAt(at);
  if (character === '{' || character === '[') return at + 1;
  if (character === ']' && expected === 'a value or ]') return at + 1;
  if (character === '"') return stringEnd(text, at);
  const end = Math.max(skip(number, text, at), skip(word, text, at));
  return end > at ? end : null;
}

function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') return at + 1;
    if (character < ' ') return -at;
    if (character !== '\\') continue;
    const end = skip(escape, text, at);
    if (end === at) return -at;
    at = end - 1;
  }
  return -text.length;
}

function next(character: string, expected: Expected, open: ('[' | '{')[]): Expected {
  if (expected === 'a colon') return 'a value';
  if (expected === 'a name in double quotes') return 'a colon';
  if (expected === 'a name or }' && character === '"') return 'a colon';
  if (character === ',') return open.at(-1) === '{' ? 'a name in double quotes' : 'a value';
  if (character === '{') {
    open.push('{');
    return 'a name or }';
  }
  if (character === '[') {
    open.push('[');
    return 'a value or ]';
  }
  if (character === '}' || character === ']') open.pop();
  const around = open.at(-1);
  return around === undefined ? 'nothing more' : around === '{' ? 'a comma or }' : 'a comma or ]';
}

/** The end of what the sticky pattern matches at the place; the place itself where it does not. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
