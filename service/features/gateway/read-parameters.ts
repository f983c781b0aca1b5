import type { Contract, Operation, Parameter } from '../../../contract/model.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';
import { coerceText, kindOf } from './coerce-text.ts';
import { deepObject } from './deep-object.ts';
import type { QueryPair } from './query-string.ts';
import { decode, named, takeApart, type Text } from './serialised.ts';

/** What parameters are read from. Values of `path` are still percent-encoded, names of `headers` are lower-case. */
export interface ParameterSources {
  readonly path: ReadonlyMap<string, string>;
  readonly query: readonly QueryPair[];
  readonly queryString: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

export interface ReadParameter {
  readonly parameter: Parameter;
  /** Undefined where the request does not have it. */
  readonly value: unknown;
  /** What is wrong before a schema can be asked. */
  readonly fault?: string;
}

/** OpenAPI 3.1 §4.8.12.1: header parameters of these names are ignored; they are said elsewhere in a description. */
const saidElsewhere = new Set(['accept', 'content-type', 'authorization']);

/** Reads the parameters of an operation by their style, each value with the type that its schema means. */
export function readParameters(
  contract: Contract,
  operation: Operation,
  sources: ParameterSources,
): readonly ReadParameter[] {
  return operation.parameters
    .filter((parameter) => parameter.in !== 'header' || !saidElsewhere.has(parameter.name.toLowerCase()))
    .map((parameter) => readParameter(contract, parameter, sources));
}

function readParameter(contract: Contract, parameter: Parameter, sources: ParameterSources): ReadParameter {
  const raw = rawValues(parameter, sources);
  if (parameter.mediaType !== undefined) return readDocument(parameter, raw);
  const kind = kindOf(contract, parameter.schema);
  if (kind === 'primitive' && raw.length > 1) {
    return { parameter, value: undefined, fault: `is given ${raw.length} times; give it once` };
  }
  const text =
    parameter.in === 'query' || parameter.in === 'cookie'
      ? readPairs(contract, parameter, sources, raw)
      : raw[0] === undefined
        ? undefined
        : takeApart(parameter, kind, raw[0]);
  return { parameter, value: text === undefined ? undefined : coerceText(contract, parameter.schema, text) };
}

/** Styles of query parameters and cookies may spread one parameter over several pairs. */
function readPairs(
  contract: Contract,
  parameter: Parameter,
  sources: ParameterSources,
  raw: readonly string[],
): Text | undefined {
  const kind = kindOf(contract, parameter.schema);
  if (parameter.style === 'deepObject') return deepObject(parameter.name, sources.query);
  if (kind === 'object' && parameter.explode && parameter.style === 'form') {
    const properties = shapeOf(contract, parameter.schema).properties;
    const members = pairsOf(parameter, sources).filter((pair) => properties.has(pair.name));
    return members.length === 0 ? undefined : named(members.map((pair) => [pair.name, decode(pair.raw)] as const));
  }
  if (raw[0] === undefined) return undefined;
  if (kind === 'array' && parameter.explode) return raw.map(decode);
  // A list that was sent in pieces, `?tag=a,b&tag=c`, is one list.
  if (kind === 'array') return raw.flatMap((value) => takeApart(parameter, kind, value) as readonly Text[]);
  return takeApart(parameter, kind, raw[0]);
}

/** A parameter with `content` is a document of that media type. */
function readDocument(parameter: Parameter, raw: readonly string[]): ReadParameter {
  if (raw[0] === undefined) return { parameter, value: undefined };
  const text = decode(raw[0]);
  if (!/[/+]json\b/.test(parameter.mediaType ?? '')) return { parameter, value: text };
  try {
    return { parameter, value: JSON.parse(text) as unknown };
  } catch {
    return { parameter, value: undefined, fault: `is not ${parameter.mediaType}` };
  }
}

function rawValues(parameter: Parameter, sources: ParameterSources): readonly string[] {
  switch (parameter.in) {
    case 'path':
      return existing(sources.path.get(parameter.name));
    case 'header':
      return existing(headerText(sources.headers[parameter.name.toLowerCase()])).map(encodePercent);
    case 'querystring':
      return existing(sources.queryString === '' ? undefined : sources.queryString);
    default:
      return pairsOf(parameter, sources)
        .filter((pair) => pair.name === parameter.name)
        .map((pair) => pair.raw);
  }
}

function pairsOf(parameter: Parameter, sources: ParameterSources): readonly QueryPair[] {
  return parameter.in === 'cookie' ? readCookies(headerText(sources.headers.cookie)) : sources.query;
}

/** RFC 6265 §4.2.1. */
function readCookies(header: string | undefined): readonly QueryPair[] {
  return (header ?? '').split(';').flatMap((part) => {
    const equals = part.indexOf('=');
    return equals === -1 ? [] : [{ name: part.slice(0, equals).trim(), raw: unquoted(part.slice(equals + 1).trim()) }];
  });
}

function unquoted(value: string): string {
  return value.length > 1 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value;
}

function headerText(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'object' ? value.join(',') : value;
}

/** Headers are not percent-encoded: a percent sign in one means itself. */
function encodePercent(value: string): string {
  return value.replaceAll('%', '%25').replace(/,\s+/g, ',');
}

function existing(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value];
}
