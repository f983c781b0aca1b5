import type { Contract, Schema } from '../../../contract/model.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';
import { isObject } from './example.ts';

/**
 * Leaves out what an answer's schema does not name: members that only another operation's answer shows, such as a secret
 * that is shown once, when it is made. A schema that names no members, or says what others may hold, keeps them.
 */
export function namedMembers(contract: Contract, schema: Schema | undefined, value: unknown): unknown {
  const { properties, items, additionalProperties } = shapeOf(contract, schema);
  if (Array.isArray(value)) return value.map((item: unknown) => namedMembers(contract, items, item));
  if (!isObject(value) || properties.size === 0) return value;
  const takesOthers = additionalProperties !== undefined && additionalProperties !== false;
  if (takesOthers || (typeof schema === 'object' && schema.patternProperties)) return value;
  const named = Object.entries(value).filter(([name]) => properties.has(name));
  return Object.fromEntries(
    named.map(([name, member]) => [name, namedMembers(contract, properties.get(name), member)]),
  );
}
