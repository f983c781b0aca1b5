/** Where a text stops being JSON: 1-based, and what could have stood there. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  readonly expected: string;
}

interface Scan {
  readonly fault: { readonly at: number; readonly expected: string } | null;
  readonly found: number | null;
}

/** Null where the text is JSON (RFC 8259). Browsers word and place their own messages differently, so this does not use them. */
export function findJsonFault(text: string): JsonFault | null {
  const { fault } = scanJson(text, null);
  return fault ? { ...placeOf(text, fault.at), expected: fault.expected } : null;
}

/** The 1-based line where the value of a JSON pointer (RFC 6901) starts; null where the text has no such place. */
export function lineOfPointer(text: string, pointer: string): number | null {
  const { found } = scanJson(text, pointer);
  return found === null ? null : placeOf(text, found).line;
}

function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}

class Fault extends Error {
  readonly at: number;
  readonly expected: string;
  constructor(at: number, expected: string) {
    super(expected);
    this.at = at;
    this.expected = expected;
  }
}

function scanJson(text: string, wanted: string | null): Scan {
  let at = 0;
  let found: number | null = null;

  const match = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const skipSpace = (): boolean => match(/[ \t\n\r]*/y);
  const take = (character: string): boolean => {
    if (text[at] !== character) return false;
    at += 1;
    return true;
  };

  function string(): string {
    const start = at;
    for (at += 1; at < text.length; at += 1) {
      const character = text.charAt(at);
      if (take('"')) return JSON.parse(text.slice(start, at)) as string;
      if (character < ' ') break;
      if (character !== '\\') continue;
      if (!match(/\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y)) throw new Fault(at, 'a known escape');
      at -= 1;
    }
    throw new Fault(at, 'the end of the string: "');
  }

  function value(pointer: string): void {
    skipSpace();
    if (pointer === wanted) found ??= at;
    if (take('{')) members(pointer);
    else if (take('[')) items(pointer);
    else if (text[at] === '"') string();
    else if (!match(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y)) throw new Fault(at, 'a value');
    skipSpace();
  }

  function members(pointer: string): void {
    skipSpace();
    if (take('}')) return;
    do {
      skipSpace();
      if (text[at] !== '"') throw new Fault(at, 'a name in double quotes');
      const name = string();
      skipSpace();
      if (!take(':')) throw new Fault(at, 'a colon');
      value(`${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    } while (take(','));
    if (!take('}')) throw new Fault(at, 'a comma or }');
  }

  function items(pointer: string): void {
    skipSpace();
    if (take(']')) return;
    let index = 0;
    do value(`${pointer}/${index++}`);
    while (take(','));
    if (!take(']')) throw new Fault(at, 'a comma or ]');
  }

  try {
    value('');
    if (at < text.length) throw new Fault(at, 'nothing more');
    return { fault: null, found };
  } catch (error) {
    if (error instanceof Fault) return { fault: error, found };
    // Nested deeper than the stack is: whatever it is, nobody typed it.
    if (error instanceof RangeError) return { fault: { at, expected: 'less nesting' }, found };
    throw error;
  }
}
