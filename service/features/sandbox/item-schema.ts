import type { Contract, Operation, Schema } from '../../../contract/model.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';
import { jsonOf, successOf } from './answer-media.ts';
import { listEnvelope } from './list-envelope.ts';
import { segmentsOf } from './path-template.ts';
import type { Collection } from './resource.ts';
import { plain, singular } from './schema-names.ts';

/** Where one item is in an answer: the answer itself, or one of its properties (`{ "data": { … } }`). */
export interface ItemPlace {
  readonly property: string | null;
  readonly schema: Schema | undefined;
}

/** What one item of a collection looks like, from the operation that reads it, else lists, else creates it. */
export function itemSchemaOf(contract: Contract, collection: Collection): Schema | undefined {
  const read = placeOf(contract, collection.read, collection);
  if (read.schema !== undefined) return read.schema;
  const segment = segmentsOf(collection.template).at(-1) ?? '';
  const listed = collection.list && listEnvelope(contract, jsonOf(successOf(collection.list)), segment);
  if (listed) return listed.item;
  const others = [collection.create, ...collection.onItem];
  return others
    .map((operation) => placeOf(contract, operation, collection).schema)
    .find((schema) => schema !== undefined);
}

/** Where an operation's success answer has the item. */
export function placeOf(contract: Contract, operation: Operation | undefined, collection: Collection): ItemPlace {
  const schema = operation && jsonOf(successOf(operation, ['201', '200']))?.schema;
  const shape = shapeOf(contract, schema);
  if (schema === undefined || !(shape.types.has('object') || shape.properties.size > 0)) {
    return { property: null, schema: undefined };
  }
  const wrapper = wrapperOf(contract, shape.properties, collection);
  return wrapper ?? { property: null, schema };
}

/** `{ "data": {…} }` or `{ "offer": {…} }`, and nothing else but what is said about the answer. */
function wrapperOf(
  contract: Contract,
  properties: ReadonlyMap<string, Schema>,
  collection: Collection,
): ItemPlace | undefined {
  if (properties.has('id') || properties.size > 3) return undefined;
  const word = singular(segmentsOf(collection.template).at(-1) ?? '');
  for (const [name, schema] of properties) {
    const isNamed = ['data', 'result', 'item', word].includes(plain(name));
    if (isNamed && shapeOf(contract, schema).properties.size > 1) return { property: name, schema };
  }
  return undefined;
}
