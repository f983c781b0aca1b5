import { percentEncode } from './percent-encode';

/** What a parameter's text may hold once it is read: a JSON value. Numbers that were typed stay text, digit by digit. */
export type ParameterValue =
  string | number | boolean | null | readonly ParameterValue[] | { readonly [name: string]: ParameterValue };

export interface ParameterStyling {
  readonly name: string;
  readonly style: string;
  readonly explode: boolean;
  /** How values are encoded; names are always percent-encoded. Default: percent-encoding. */
  readonly encode?: (text: string) => string;
  /** What stands between exploded pairs of style `form`. Default: `&`. */
  readonly pairSeparator?: string;
}

type Pair = readonly [name: string, value: string];

/**
 * A parameter as it stands in a request, by the table of OpenAPI 3.1 §4.8.12.4 and RFC 6570 §3.2. Null where there is
 * nothing to send: no value, an empty list, an empty object. Members that are themselves lists or objects have no
 * defined form there: `deepObject` nests the brackets, the others carry JSON.
 */
export function expandParameter(styling: ParameterStyling, value: ParameterValue | undefined): string | null {
  if (value === undefined || value === null) return null;
  const { style, explode, encode = percentEncode } = styling;
  const name = percentEncode(styling.name);
  const pairSeparator = styling.pairSeparator ?? '&';
  if (style === 'deepObject') return joined(deepPairs(name, value, encode), pairSeparator);
  if (isObject(value)) {
    const pairs = Object.entries(value).flatMap(([key, member]) => pairOf(key, member, encode));
    if (pairs.length === 0) return null;
    return explode ? explodedObject(style, pairs, pairSeparator) : listed(style, name, pairs.flat());
  }
  if (Array.isArray(value)) {
    const items = (value as readonly ParameterValue[])
      .filter((item) => item !== null)
      .map((item) => encode(textOf(item)));
    if (items.length === 0) return null;
    return explode ? explodedList(style, name, items, pairSeparator) : listed(style, name, items);
  }
  return single(style, name, encode(textOf(value)));
}

export function textOf(value: ParameterValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function single(style: string, name: string, text: string): string {
  if (style === 'matrix') return text === '' ? `;${name}` : `;${name}=${text}`;
  if (style === 'label') return `.${text}`;
  return style === 'simple' ? text : `${name}=${text}`;
}

function listed(style: string, name: string, texts: readonly string[]): string {
  return single(style, name, texts.join(listSeparators[style] ?? ','));
}

const listSeparators: Readonly<Record<string, string>> = { spaceDelimited: '%20', pipeDelimited: '%7C' };

function explodedList(style: string, name: string, items: readonly string[], pairSeparator: string): string {
  if (style === 'matrix') return items.map((item) => single(style, name, item)).join('');
  if (style === 'label') return items.map((item) => `.${item}`).join('');
  return style === 'simple' ? items.join(',') : items.map((item) => `${name}=${item}`).join(pairSeparator);
}

function explodedObject(style: string, pairs: readonly Pair[], pairSeparator: string): string {
  const prefix = style === 'matrix' ? ';' : style === 'label' ? '.' : '';
  if (prefix) return pairs.map(([key, text]) => `${prefix}${key}=${text}`).join('');
  return pairs.map(([key, text]) => `${key}=${text}`).join(style === 'simple' ? ',' : pairSeparator);
}

function deepPairs(prefix: string, value: ParameterValue, encode: (text: string) => string): readonly Pair[] {
  if (value === null) return [];
  if (Array.isArray(value)) {
    return (value as readonly ParameterValue[]).flatMap((item) => deepPairs(prefix, item, encode));
  }
  if (!isObject(value)) return [[prefix, encode(textOf(value))]];
  return Object.entries(value).flatMap(([key, member]) =>
    deepPairs(`${prefix}%5B${percentEncode(key)}%5D`, member, encode),
  );
}

function joined(pairs: readonly Pair[], pairSeparator: string): string | null {
  return pairs.length === 0 ? null : pairs.map(([key, text]) => `${key}=${text}`).join(pairSeparator);
}

function pairOf(key: string, member: ParameterValue, encode: (text: string) => string): readonly Pair[] {
  return member === null ? [] : [[encode(key), encode(textOf(member))]];
}

function isObject(value: ParameterValue): value is Readonly<Record<string, ParameterValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
