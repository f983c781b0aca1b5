import type { Contract, Schema } from '../../../contract/model.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';
import type { ContractTools } from './contract-tools.ts';
import { isObject } from './example.ts';
import { fittingAlternative } from './fitting-alternative.ts';

/**
 * Leaves out what an answer's schema does not name: members that only another operation's answer shows, such as a secret
 * that is shown once, when it is made. A schema that names no members, or says what others may hold, keeps them.
 */
export function namedMembers(
  contract: Contract,
  tools: ContractTools,
  schema: Schema | undefined,
  value: unknown,
): unknown {
  if (schema === undefined || typeof value !== 'object' || value === null) return value;
  const { properties, items, additionalProperties } = shapeOf(
    contract,
    fittingAlternative(contract, tools, schema, value),
  );
  if (Array.isArray(value)) return value.map((item: unknown) => namedMembers(contract, tools, items, item));
  if (!isObject(value) || properties.size === 0) return value;
  const takesOthers = additionalProperties !== undefined && additionalProperties !== false;
  if (takesOthers || (typeof schema === 'object' && schema.patternProperties)) return value;
  const named = Object.entries(value).filter(([name]) => properties.has(name));
  return Object.fromEntries(
    named.map(([name, member]) => [name, namedMembers(contract, tools, properties.get(name), member)]),
  );
}
