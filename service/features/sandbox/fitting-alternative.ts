import type { Contract, Schema, SchemaObject } from '../../../contract/model.ts';
import { followRef } from '../../../contract/read/index.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';
import type { ContractTools } from './contract-tools.ts';
import { isObject } from './example.ts';

/** An alternative together with what holds for all of them. */
interface Alternative {
  readonly schema: SchemaObject;
  readonly own: Schema;
  /** Members that tell it from others: `kind` is `diploma`. */
  readonly tags: readonly (readonly [string, readonly unknown[]])[];
}

const known = new WeakMap<SchemaObject, readonly Alternative[]>();
const none: readonly Alternative[] = [];

/**
 * A schema for one value: of its alternatives (`oneOf`, `anyOf`) only the one that the value fits, together with what holds for
 * all. The schema itself where it has none, or none fits.
 */
export function fittingAlternative(contract: Contract, tools: ContractTools, schema: Schema, value: unknown): Schema {
  if (typeof schema !== 'object') return schema;
  let alternatives = known.get(schema);
  if (alternatives === undefined) {
    alternatives = alternativesOf(contract, schema);
    known.set(schema, alternatives);
  }
  if (alternatives.length === 0) return schema;
  const possible = alternatives.filter(({ tags }) => hasTags(value, tags));
  const [only] = possible;
  if (possible.length === 1 && only !== undefined) return only.schema;
  return possible.find(({ own }) => tools.check(own, value).length === 0)?.schema ?? schema;
}

function hasTags(value: unknown, tags: Alternative['tags']): boolean {
  return tags.length === 0 || (isObject(value) && tags.every(([name, values]) => values.includes(value[name])));
}

function alternativesOf(contract: Contract, schema: SchemaObject): readonly Alternative[] {
  const target = targetOf(contract, schema);
  if (target === undefined) return none;
  const { oneOf, anyOf, ...rest } = target;
  return (oneOf ?? anyOf ?? []).map((own) => {
    const { properties, required } = shapeOf(contract, own);
    const tags = [...properties].flatMap(([name, property]): Alternative['tags'] => {
      const { values } = shapeOf(contract, property);
      return values !== undefined && required.has(name) ? [[name, values]] : [];
    });
    return { schema: { allOf: [rest, own] }, own, tags };
  });
}

function targetOf(contract: Contract, schema: Schema, depth = 0): SchemaObject | undefined {
  if (typeof schema !== 'object' || depth > 20) return undefined;
  if (schema.$ref === undefined || schema.oneOf !== undefined || schema.anyOf !== undefined) return schema;
  return targetOf(contract, followRef(contract, schema.$ref) as Schema, depth + 1);
}
