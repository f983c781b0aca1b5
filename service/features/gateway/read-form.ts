import type { Contract, MediaType, Parameter } from '../../../contract/model.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';
import { coerceText, kindOf } from './coerce-text.ts';
import { deepObject, isDeepMember } from './deep-object.ts';
import { type QueryPair, readQuery } from './query-string.ts';
import { decode, takeApart, type Text } from './serialised.ts';

/**
 * `application/x-www-form-urlencoded` as the value that the schema describes (OpenAPI 3.1 §4.8.14.4): each property by
 * its `encoding`, by default exploded `form`. Fields that the schema does not name are kept as text. A field that is sent twice and is no
 * list is both of them, and so not as the schema says: programs do not agree on which one counts.
 */
export function readForm(contract: Contract, media: MediaType, text: string): Record<string, unknown> {
  const pairs = readQuery(text);
  const properties = shapeOf(contract, media.schema).properties;
  const value = Object.create(null) as Record<string, unknown>;
  const taken = new Set<QueryPair>();
  for (const [name, schema] of properties) {
    const own = pairs.filter(
      (pair) => pair.name === name || pair.name === `${name}[]` || isDeepMember(name, pair.name),
    );
    if (own.length === 0) continue;
    for (const pair of own) taken.add(pair);
    value[name] = fieldValue(contract, name, schema, own, encodingOf(media, name));
  }
  const others = Map.groupBy(
    pairs.filter((pair) => !taken.has(pair)),
    ({ name }) => name,
  );
  for (const [name, own] of others) value[name] = oneOrAll(own.map(({ raw }) => decode(raw)));
  return value;
}

function oneOrAll(values: readonly unknown[]): unknown {
  return values.length === 1 ? values[0] : values;
}

type Encoding = Pick<Parameter, 'style' | 'explode'>;

function encodingOf(media: MediaType, name: string): Encoding {
  const given = (media.encoding?.[name] ?? {}) as Partial<Encoding>;
  const style = given.style ?? 'form';
  return { style, explode: given.explode ?? style === 'form' };
}

function fieldValue(
  contract: Contract,
  name: string,
  schema: Parameter['schema'],
  own: readonly QueryPair[],
  encoding: Encoding,
): unknown {
  const kind = kindOf(contract, schema);
  const first = own[0]?.raw ?? '';
  if (kind === 'primitive') return oneOrAll(own.map(({ raw }) => coerceText(contract, schema, decode(raw))));
  const isDeep = own.some((pair) => isDeepMember(name, pair.name));
  if (kind === 'array') {
    if (own.length > 1 || encoding.explode || isDeep) {
      return coerceText(
        contract,
        schema,
        own.map((pair) => decode(pair.raw)),
      );
    }
    return coerceText(contract, schema, takeApart({ name, ...encoding }, kind, first));
  }
  if (isDeep) return coerceText(contract, schema, deepObject(name, own) ?? '');
  return objectField(contract, schema, first, { name, ...encoding });
}

/** §4.8.14.4: an object without a style is written as JSON. */
function objectField(
  contract: Contract,
  schema: Parameter['schema'],
  raw: string,
  encoding: Encoding & { readonly name: string },
): unknown {
  const text = decode(raw);
  if (!text.trimStart().startsWith('{')) {
    return coerceText(contract, schema, takeApart(encoding, 'object', raw) satisfies Text);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
