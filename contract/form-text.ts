/** What a contract's `encoding` says of one member of a form (OpenAPI 3.1 §4.8.15); each only where it says so. */
export interface FormEncoding {
  readonly style?: string;
  readonly explode?: boolean;
  /** Where it is there, and no style is, a list or an object is one text of this type. */
  readonly contentType?: string;
}

/**
 * One member of a form as `name=value` pairs, encoded (OpenAPI 3.1 §4.8.14.4). A list is repeated, an object without a style is one JSON
 * text. `deepObject` puts each name in brackets; of lists within it OpenAPI says nothing, and their items are numbered, as most
 * form readers take them. `undefined` has no pairs.
 */
export function formPairs(name: string, value: unknown, encoding: FormEncoding = {}): readonly string[] {
  const { style, explode = style === undefined || style === 'form' } = encoding;
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null) return [pair(name, textOf(value))];
  if (style === undefined && encoding.contentType !== undefined) return [pair(name, JSON.stringify(value))];
  if (style === 'deepObject') return deepPairs(name, value);
  const separator = SEPARATORS[style ?? 'form'] ?? ',';
  if (Array.isArray(value)) {
    const items = value.map(textOf);
    if (explode) return items.map((item) => pair(name, item));
    return items.length === 0 ? [] : [`${encodeFormText(name)}=${items.map(encodeFormText).join(separator)}`];
  }
  if (style === undefined) return [pair(name, JSON.stringify(value))];
  const members = Object.entries(value);
  if (explode) return members.map(([key, member]) => pair(key, textOf(member)));
  const flat = members.flatMap(([key, member]) => [encodeFormText(key), encodeFormText(textOf(member))]);
  return flat.length === 0 ? [] : [`${encodeFormText(name)}=${flat.join(separator)}`];
}

/** `application/x-www-form-urlencoded` (WHATWG URL §5): a space is `+`, what is no letter, digit or `*-._` is in triplets. */
export function encodeFormText(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}

const SEPARATORS: Readonly<Record<string, string>> = { form: ',', spaceDelimited: '%20', pipeDelimited: '%7C' };

function pair(name: string, text: string): string {
  return `${encodeFormText(name)}=${encodeFormText(text)}`;
}

function deepPairs(name: string, value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [pair(name, textOf(value))];
  return Object.entries(value).flatMap(([key, member]) => deepPairs(`${name}[${key}]`, member));
}

function textOf(value: unknown): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
