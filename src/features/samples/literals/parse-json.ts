/** A JSON text taken apart, with its numbers as they were written and its members in their order. */
export type JsonNode =
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'word'; readonly word: 'true' | 'false' | 'null' }
  | { readonly kind: 'list'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'object'; readonly members: readonly (readonly [name: string, value: JsonNode])[] };

const TOKEN = /\s*("(?:[^"\\]|\\.)*"|[-\d][-+.\deE]*|true|false|null|[[\]{},:])/y;
const MOST_LEVELS = 40;

/** Null where the text is not JSON (RFC 8259), or is nested deeper than anybody would write in code. */
export function parseJson(text: string): JsonNode | null {
  try {
    JSON.parse(text);
  } catch {
    return null;
  }
  return read(text);
}

/** The text is known to be JSON, so that every token is the one that is expected. */
function read(text: string): JsonNode | null {
  let at = 0;
  const next = (): string => {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[1] ?? '';
    at = TOKEN.lastIndex;
    return token;
  };
  const value = (token: string, level: number): JsonNode | null => {
    if (level > MOST_LEVELS) return null;
    if (token === '[') return list(level);
    if (token === '{') return object(level);
    if (token.startsWith('"')) return { kind: 'string', value: JSON.parse(token) as string };
    return token === 'true' || token === 'false' || token === 'null'
      ? { kind: 'word', word: token }
      : { kind: 'number', text: token };
  };
  const list = (level: number): JsonNode | null => {
    const items: JsonNode[] = [];
    for (let token = next(); token !== ']'; token = next()) {
      const item = value(token === ',' ? next() : token, level + 1);
      if (!item) return null;
      items.push(item);
    }
    return { kind: 'list', items };
  };
  const object = (level: number): JsonNode | null => {
    const members: [string, JsonNode][] = [];
    for (let token = next(); token !== '}'; token = next()) {
      const name = JSON.parse(token === ',' ? next() : token) as string;
      next();
      const member = value(next(), level + 1);
      if (!member) return null;
      members.push([name, member]);
    }
    return { kind: 'object', members };
  };
  return value(next(), 0);
}
