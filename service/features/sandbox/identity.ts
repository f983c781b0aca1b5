import type { Contract, Schema } from '../../../contract/model.ts';
import { type SchemaShape, shapeOf } from '../../../contract/schema-shape.ts';
import { itemSchemaOf } from './item-schema.ts';
import { segmentsOf } from './path-template.ts';
import type { Collection } from './resource.ts';
import { plain, singular } from './schema-names.ts';

/** How an item is told from others: the property that its path parameter holds. */
export interface Identity {
  readonly property: string;
  readonly schema: Schema | undefined;
  /** The portal gives it; where false, a client may choose it. */
  readonly isServerSet: boolean;
}

const usualNames = ['id', 'uuid', 'guid', 'key', 'slug', 'code', 'number', 'login', 'username', 'name'];

/**
 * The property of an item that its path names; undefined where its schema has none. `issue_number` of
 * `/issues/{issue_number}` is `number` where there is no property of that whole name; an example value of the
 * parameter that is also a value of the item's example settles it.
 */
export function identityOf(contract: Contract, collection: Collection, example: unknown): Identity | undefined {
  if (collection.itemParameters.length > 1) return undefined;
  const shape = shapeOf(contract, itemSchemaOf(contract, collection));
  const parameter = collection.itemParameters[0];
  const property =
    byExample(collection, parameter, example) ?? byName(shape, collection, parameter) ?? byUsualName(shape);
  if (property === undefined) return undefined;
  const schema = shape.properties.get(property);
  return { property, schema, isServerSet: isServerSet(contract, collection, property, schema) };
}

function byExample(collection: Collection, parameter: string | undefined, example: unknown): string | undefined {
  if (parameter === undefined || typeof example !== 'object' || example === null) return undefined;
  const declared = collection.onItem
    .flatMap((operation) => operation.parameters)
    .find(({ name, in: room }) => room === 'path' && name === parameter);
  const values = (declared?.examples ?? []).map(({ value }) => String(value));
  const found = Object.entries(example).filter(
    ([, value]) => ['string', 'number'].includes(typeof value) && values.includes(String(value)),
  );
  return found.length === 1 ? found[0]?.[0] : undefined;
}

function byName(shape: SchemaShape, collection: Collection, parameter: string | undefined): string | undefined {
  if (parameter === undefined) return undefined;
  const words = segmentsOf(collection.template).map(singular).reverse();
  const whole = plain(parameter);
  const rests = words
    .filter((word) => whole.startsWith(word) && whole !== word)
    .map((word) => whole.slice(word.length));
  for (const candidate of [whole, ...rests]) {
    for (const name of shape.properties.keys()) if (plain(name) === candidate) return name;
  }
  // `{offerId}`, `{id}`: an id by whatever name the item gives it.
  const ending = usualNames.find((name) => whole.endsWith(name));
  return ending === undefined ? undefined : [...shape.properties.keys()].find((name) => plain(name) === ending);
}

function byUsualName(shape: SchemaShape): string | undefined {
  for (const usual of usualNames) {
    for (const name of shape.properties.keys()) if (plain(name) === usual) return name;
  }
  return [...shape.properties.keys()].find((name) => plain(name).endsWith('id'));
}

/** A client chooses an id that the body of the creating operation asks for. */
function isServerSet(
  contract: Contract,
  collection: Collection,
  property: string,
  schema: Schema | undefined,
): boolean {
  if (shapeOf(contract, schema).readOnly) return true;
  const asked = (collection.create?.requestBody?.content ?? []).map((media) => shapeOf(contract, media.schema));
  if (asked.some((shape) => shape.required.has(property))) return false;
  return plain(property) === 'id' || !asked.some((shape) => shape.properties.has(property));
}
