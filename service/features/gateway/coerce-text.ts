import type { Contract, Schema } from '../../../contract/model.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';
import { coerce } from './coerce.ts';
import type { Kind, Text } from './serialised.ts';

/** Gives every text within its type. */
export function coerceText(contract: Contract, schema: Schema | undefined, text: Text): unknown {
  if (typeof text === 'string') return coerce(contract, schema, text);
  const shape = shapeOf(contract, schema);
  if (isList(text)) return text.map((item) => coerceText(contract, shape.items, item));
  const result = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of Object.entries(text)) {
    const property = shape.properties.get(name) ?? shape.additionalProperties;
    const type = shapeOf(contract, property).types;
    const one = typeof value === 'string' && type.has('array') && !type.has('string');
    result[name] = coerceText(contract, property, one ? [value] : value);
  }
  return result;
}

/** What a parameter's text has to be taken apart into. */
export function kindOf(contract: Contract, schema: Schema | undefined): Kind {
  const { types } = shapeOf(contract, schema);
  if (types.has('array')) return 'array';
  if (types.has('object')) return 'object';
  return 'primitive';
}

function isList(text: Text): text is readonly Text[] {
  return Array.isArray(text);
}
