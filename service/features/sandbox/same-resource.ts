import type { Contract, Operation, Schema } from '../../../contract/model.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';
import { itemSchemaOf, placeOf } from './item-schema.ts';
import type { Collection } from './resource.ts';

/** Whether an operation answers with an item of the collection. */
export function isSameResource(contract: Contract, operation: Operation, collection: Collection): boolean {
  return isSameSchema(contract, placeOf(contract, operation, collection).schema, itemSchemaOf(contract, collection));
}

/** The same component, or object schemas of which one has every property that the other needs. */
export function isSameSchema(contract: Contract, one: Schema | undefined, other: Schema | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  if (one === other) return true;
  const reference = referenceOf(one);
  if (reference !== undefined && reference === referenceOf(other)) return true;
  const a = shapeOf(contract, one);
  const b = shapeOf(contract, other);
  if (a.properties.size < 2 || b.properties.size < 2) return false;
  const both = [...a.properties.keys()].filter((name) => b.properties.has(name)).length;
  return both / Math.max(a.properties.size, b.properties.size) > 0.7;
}

/** The component that a schema is, also where an `allOf` only adds to it. */
export function referenceOf(schema: Schema | undefined): string | undefined {
  if (typeof schema !== 'object') return undefined;
  if (schema.$ref !== undefined) return schema.$ref;
  const references = (schema.allOf ?? []).flatMap((part) => referenceOf(part) ?? []);
  return references.length === 1 ? references[0] : undefined;
}
