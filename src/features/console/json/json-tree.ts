/** A value of a JSON text and where it stands: offsets of its first character and of the one after its last. */
export interface JsonNode {
  readonly kind: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
  readonly from: number;
  readonly to: number;
  /** The members of an object, the items of an array, in the order of the text; of a name that is there twice, both. */
  readonly children: readonly JsonChild[];
}

export interface JsonChild {
  /** Null of an item. */
  readonly name: string | null;
  /** Where it begins: a member at its name. */
  readonly from: number;
  readonly node: JsonNode;
}

/** Null where the text is not JSON (RFC 8259), or nested deeper than can be read. */
export function readJsonTree(text: string): JsonNode | null {
  try {
    return readTree(text);
  } catch (error) {
    if (error instanceof NotJson || error instanceof RangeError) return null;
    throw error;
  }
}

/** What a node stands for. A number that JavaScript would write otherwise (1.0, 20 digits) stays text. */
export function valueOfNode(text: string, node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.children.map(({ name, node: child }) => [name ?? '', valueOfNode(text, child)]));
    case 'array':
      return node.children.map((child) => valueOfNode(text, child.node));
    case 'number': {
      const digits = text.slice(node.from, node.to);
      return String(Number(digits)) === digits ? Number(digits) : digits;
    }
    default:
      return JSON.parse(text.slice(node.from, node.to)) as unknown;
  }
}

class NotJson extends Error {}

const SPACE = /[ \t\n\r]*/y;
// What no string holds as it is (RFC 8259 §7).
// eslint-disable-next-line no-control-regex
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const SINGLE = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const none: readonly JsonChild[] = [];

function readTree(text: string): JsonNode {
  let at = 0;

  const match = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const take = (character: string): boolean => {
    match(SPACE);
    if (text[at] !== character) return false;
    at += 1;
    return true;
  };
  const need = (is: boolean): void => {
    if (!is) throw new NotJson();
  };

  function value(): JsonNode {
    match(SPACE);
    const from = at;
    if (take('{')) return { kind: 'object', from, children: list('}', member), to: at };
    if (take('[')) return { kind: 'array', from, children: list(']', item), to: at };
    if (match(STRING)) return { kind: 'string', from, to: at, children: none };
    need(match(SINGLE));
    const first = text.charAt(from);
    const kind = first === 'n' ? 'null' : first === 't' || first === 'f' ? 'boolean' : 'number';
    return { kind, from, to: at, children: none };
  }

  function list(end: string, one: () => JsonChild): readonly JsonChild[] {
    if (take(end)) return none;
    const children = [one()];
    while (take(',')) children.push(one());
    need(take(end));
    return children;
  }

  function member(): JsonChild {
    match(SPACE);
    const from = at;
    need(match(STRING));
    const name = JSON.parse(text.slice(from, at)) as string;
    need(take(':'));
    return { name, from, node: value() };
  }

  function item(): JsonChild {
    match(SPACE);
    return { name: null, from: at, node: value() };
  }

  const root = value();
  match(SPACE);
  need(at === text.length);
  return root;
}
