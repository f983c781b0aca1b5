import { formDecode, percentDecode, type RawPair } from './decode';

/** What a parameter's text says: a text, a list, or an object with members in their order. Nested members only in `deepObject`. */
export type Collapsed = string | readonly Collapsed[] | ReadonlyMap<string, Collapsed>;

export interface CollapseStyling {
  readonly name: string;
  readonly style: string;
  readonly explode: boolean;
  readonly holds: 'single' | 'array' | 'object';
  /** How texts are decoded. Default: percent-decoding. */
  readonly decode?: (text: string) => string;
}

const listSeparators: Readonly<Record<string, RegExp>> = {
  spaceDelimited: /%20|\+| /,
  pipeDelimited: /%7C|\|/i,
};

/**
 * The value of a text in a path or a header: what `expandParameter` made of it (OpenAPI 3.1 §4.8.12.4, RFC 6570 §3.2), read back. Separators are
 * looked for before texts are decoded.
 */
export function collapseText(styling: CollapseStyling, text: string): Collapsed {
  const { style, explode, holds, decode = percentDecode } = styling;
  if (style === 'matrix') return collapseMatrix(styling, text);
  const bare = style === 'label' ? text.replace(/^\./, '') : text;
  if (holds === 'single') return decode(bare);
  const separator = style === 'label' && explode ? '.' : ',';
  if (holds === 'array') return bare.split(separator).map(decode);
  return explode ? members(rejoined(bare.split(separator), separator), decode) : alternating(bare.split(','), decode);
}

function collapseMatrix(styling: CollapseStyling, text: string): Collapsed {
  const { name, explode, holds, decode = percentDecode } = styling;
  const pairs = rawOf(text.split(';').slice(1));
  if (holds === 'object' && explode) return new Map(pairs.map(({ name: key, value }) => [decode(key), decode(value)]));
  const own = pairs.filter((pair) => percentDecode(pair.name) === name).map(({ value }) => value);
  if (holds === 'array' && explode) return own.map(decode);
  return listed({ ...styling, style: 'form' }, own.at(-1) ?? '');
}

/** The value of the pairs of a query or of cookies that belong to a parameter, as `takePairs` has found them. */
export function collapsePairs(styling: CollapseStyling, pairs: readonly RawPair[]): Collapsed {
  const { name, style, explode, holds, decode = formDecode } = styling;
  if (style === 'deepObject') return deep(name, pairs, decode, holds);
  if (holds === 'object' && explode) return new Map(pairs.map((pair) => [decode(pair.name), decode(pair.value)]));
  if (holds === 'array' && (explode || pairs.length > 1)) return pairs.map(({ value }) => decode(value));
  return listed({ ...styling, decode }, pairs.at(-1)?.value ?? '');
}

/**
 * The pairs that belong to a parameter. An object whose members stand beside each other has those that the contract names, and where it
 * names none or allows others, all that nobody else has: `rest`.
 */
export function takePairs(
  { name, style, explode, holds }: CollapseStyling,
  pairs: readonly RawPair[],
  names: ReadonlySet<string>,
): readonly RawPair[] {
  if (style === 'deepObject') {
    return pairs.filter((pair) => formDecode(pair.name) === name || formDecode(pair.name).startsWith(`${name}[`));
  }
  const isOwn = holds === 'object' && explode ? (key: string) => names.has(key) : (key: string) => isNamed(key, name);
  return pairs.filter((pair) => isOwn(formDecode(pair.name)));
}

/** `id[]` is how some programs write a list. */
function isNamed(key: string, name: string): boolean {
  return key === name || key === `${name}[]`;
}

function listed({ style, holds, decode = formDecode }: CollapseStyling, raw: string): Collapsed {
  if (holds === 'single') return decode(raw);
  const texts = raw.split(listSeparators[style] ?? ',');
  return holds === 'array' ? texts.map(decode) : alternating(texts, decode);
}

function alternating(texts: readonly string[], decode: (text: string) => string): Collapsed {
  const found = new Map<string, Collapsed>();
  for (let at = 0; at < texts.length; at += 2) found.set(decode(texts[at] ?? ''), decode(texts[at + 1] ?? ''));
  return found;
}

/** A label's separator may stand in a value: what has no `=` goes on. */
function rejoined(texts: readonly string[], separator: string): readonly string[] {
  const whole: string[] = [];
  for (const text of texts) {
    const before = whole.at(-1);
    if (before === undefined || text.includes('=')) whole.push(text);
    else whole[whole.length - 1] = `${before}${separator}${text}`;
  }
  return whole;
}

function members(texts: readonly string[], decode: (text: string) => string): Collapsed {
  return new Map(rawOf(texts).map(({ name, value }) => [decode(name), decode(value)]));
}

function rawOf(texts: readonly string[]): readonly RawPair[] {
  return texts.map((text) => {
    const at = text.indexOf('=');
    return at < 0 ? { name: text, value: '' } : { name: text.slice(0, at), value: text.slice(at + 1) };
  });
}

const MOST_BRACKETS = 20;

/** `filter[price][gte]=10`; a key that comes again makes a list. */
function deep(
  name: string,
  pairs: readonly RawPair[],
  decode: (text: string) => string,
  holds: CollapseStyling['holds'],
): Collapsed {
  const root = new Map<string, unknown>();
  const plain: string[] = [];
  for (const pair of pairs) {
    const key = formDecode(pair.name);
    const path = bracketed(key.slice(name.length));
    if (path.length === 0) plain.push(decode(pair.value));
    else put(root, path, decode(pair.value));
  }
  if (plain.length > 0 && root.size === 0) return plain.length === 1 && holds !== 'array' ? (plain[0] ?? '') : plain;
  return root as ReadonlyMap<string, Collapsed>;
}

/** The names within brackets; what stands deeper than anybody nests is one name. A bracket may stand in a name. */
function bracketed(text: string): readonly string[] {
  if (!text.startsWith('[') || !text.endsWith(']')) return [];
  const names = text.slice(1, -1).split('][');
  return names.length <= MOST_BRACKETS ? names : [text.slice(1, -1)];
}

function put(root: Map<string, unknown>, path: readonly string[], text: string): void {
  let place = root;
  // `tags[]` is a list.
  const names = path.at(-1) === '' && path.length > 1 ? path.slice(0, -1) : path;
  for (const step of names.slice(0, -1)) {
    const next = place.get(step);
    const inner = next instanceof Map ? (next as Map<string, unknown>) : new Map<string, unknown>();
    place.set(step, inner);
    place = inner;
  }
  const last = names.at(-1) ?? '';
  const before = place.get(last);
  if (before === undefined) place.set(last, names === path ? text : [text]);
  else if (!(before instanceof Map))
    place.set(last, [...(Array.isArray(before) ? (before as unknown[]) : [before]), text]);
}
