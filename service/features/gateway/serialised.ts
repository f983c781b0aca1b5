import type { Parameter } from '../../../contract/model.ts';

/** A parameter taken apart by its style, still text: one value, a list, or named members. */
export type Text = string | readonly Text[] | { readonly [name: string]: Text };

export type Kind = 'primitive' | 'array' | 'object';

/** Takes one serialised value apart: OpenAPI 3.1 §4.8.12.2 (styles), RFC 6570 for `label` and `matrix`. */
export function takeApart(parameter: Pick<Parameter, 'name' | 'style' | 'explode'>, kind: Kind, raw: string): Text {
  switch (parameter.style) {
    case 'label':
      return list(kind, withoutPrefix(raw, '.'), parameter.explode ? '.' : ',', parameter.explode);
    case 'matrix':
      return matrix(parameter.name, kind, raw, parameter.explode);
    case 'spaceDelimited':
      return list(kind, raw, /%20|\+| /, false);
    case 'pipeDelimited':
      return list(kind, raw, /\||%7c/i, false);
    default:
      return list(kind, raw, ',', parameter.explode);
  }
}

/** `a,b,c`, `k,v,k,v` or, exploded, `k=v,k=v`. */
function list(kind: Kind, raw: string, separator: string | RegExp, explode: boolean): Text {
  if (kind === 'primitive') return decode(raw);
  const parts = raw === '' ? [] : raw.split(separator);
  if (kind === 'array') return parts.map(decode);
  return explode ? members(parts) : pairs(parts);
}

function matrix(name: string, kind: Kind, raw: string, explode: boolean): Text {
  const parts = withoutPrefix(raw, ';').split(';');
  if (kind === 'object' && explode) return members(parts);
  const own = parts.map((part) => nameAndValue(part)).filter((part) => part.name === name);
  if (kind === 'array' && explode) return own.map((part) => decode(part.value));
  return list(kind, own[0]?.value ?? '', ',', false);
}

function members(parts: readonly string[]): Text {
  return named(parts.map(nameAndValue).map(({ name, value }) => [decode(name), decode(value)]));
}

function pairs(parts: readonly string[]): Text {
  const found: [string, string][] = [];
  for (let place = 0; place < parts.length; place += 2) {
    found.push([decode(parts[place] ?? ''), decode(parts[place + 1] ?? '')]);
  }
  return named(found);
}

/** Without a prototype: a member may have any name. */
export function named(entries: Iterable<readonly [string, Text]>): Record<string, Text> {
  const result = Object.create(null) as Record<string, Text>;
  for (const [name, value] of entries) result[name] = value;
  return result;
}

function nameAndValue(part: string): { name: string; value: string } {
  const equals = part.indexOf('=');
  return equals === -1 ? { name: part, value: '' } : { name: part.slice(0, equals), value: part.slice(equals + 1) };
}

function withoutPrefix(raw: string, prefix: string): string {
  return raw.startsWith(prefix) ? raw.slice(prefix.length) : raw;
}

/** Percent-decodes; text that is not UTF-8 stays as it was sent. */
export function decode(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}
