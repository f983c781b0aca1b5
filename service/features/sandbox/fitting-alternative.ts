import type { Contract, Schema, SchemaObject } from '../../../contract/model.ts';
import { followRef } from '../../../contract/read/index.ts';
import type { ContractTools } from './contract-tools.ts';

const known = new WeakMap<SchemaObject, SchemaObject[]>();

/**
 * A schema for one value: of its alternatives (`oneOf`, `anyOf`) only the one that the value fits, together with what holds for
 * all. The schema itself where it has none, or none fits.
 */
export function fittingAlternative(contract: Contract, tools: ContractTools, schema: Schema, value: unknown): Schema {
  const target = targetOf(contract, schema);
  if (target === undefined) return schema;
  const { oneOf, anyOf, ...rest } = target;
  const alternatives = oneOf ?? anyOf;
  if (alternatives === undefined) return schema;
  const index = alternatives.findIndex((one) => tools.check(one, value).length === 0);
  if (index < 0) return schema;
  const made = known.get(target) ?? alternatives.map((one): SchemaObject => ({ allOf: [rest, one] }));
  known.set(target, made);
  return made[index] ?? schema;
}

function targetOf(contract: Contract, schema: Schema, depth = 0): SchemaObject | undefined {
  if (typeof schema !== 'object' || depth > 20) return undefined;
  if (schema.$ref === undefined || schema.oneOf !== undefined || schema.anyOf !== undefined) return schema;
  return targetOf(contract, followRef(contract, schema.$ref) as Schema, depth + 1);
}
