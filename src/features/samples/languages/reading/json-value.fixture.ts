import type { TakenApart } from './string-literals.fixture';

/** How a language writes the values of JSON. */
export interface ValueSyntax {
  readonly words: Readonly<Record<string, unknown>>;
  /** Between a name and its value. */
  readonly arrow: ':' | '=>';
  /** PHP: a list with names is an object, and so is what is cast to one. */
  readonly hasOneBracket?: true;
}

/** The value that begins at a place of the code. Numbers are read as JavaScript has them. */
export function valueAt({ code, texts }: TakenApart, start: number, syntax: ValueSyntax): unknown {
  let at = start;
  const token = /\s*(⟦\d+⟧|\(object\)|=>|[[\]{},:]|-?\d[\d.eE+-]*|[A-Za-z_]\w*)/y;
  const next = (): string => {
    token.lastIndex = at;
    const found = token.exec(code)?.[1];
    if (found === undefined) throw new Error(`No value at ${code.slice(at, at + 40)}`);
    at = token.lastIndex;
    return found;
  };
  const peek = (): string => {
    const before = at;
    const found = next();
    at = before;
    return found;
  };
  const value = (): unknown => {
    const first = next();
    if (first === '(object)') return Object.fromEntries(members(next() === '[' ? ']' : ']').named);
    if (first === '[' || first === '{') {
      const { named, items } = members(first === '[' ? ']' : '}');
      const isObject = syntax.hasOneBracket ? named.length > 0 : first === '{';
      return isObject ? Object.fromEntries(named) : items;
    }
    const text = /^⟦(\d+)⟧$/.exec(first);
    if (text) return texts[Number(text[1])];
    if (/^[-\d]/.test(first)) return Number(first);
    if (Object.hasOwn(syntax.words, first)) return syntax.words[first];
    throw new Error(`${first} is no value.`);
  };
  /** Items, or names with their values, up to the closing bracket. */
  const members = (close: string): { readonly named: [string, unknown][]; readonly items: unknown[] } => {
    const named: [string, unknown][] = [];
    const items: unknown[] = [];
    while (peek() !== close) {
      // Ruby’s `name: value`.
      const bare = /\s*([a-z_]\w*): /y;
      bare.lastIndex = at;
      const name = bare.exec(code);
      if (name) {
        at = bare.lastIndex;
        named.push([name[1] ?? '', value()]);
      } else {
        const item = value();
        if (peek() === syntax.arrow) {
          next();
          named.push([String(item), value()]);
        } else items.push(item);
      }
      if (peek() === ',') next();
    }
    next();
    return { named, items };
  };
  return value();
}
