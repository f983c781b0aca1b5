import type { Contract, Operation } from '../../../contract/model.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';
import { jsonOf, successOf } from './answer-media.ts';
import type { ContractTools } from './contract-tools.ts';
import { examplesOf, isObject } from './example.ts';
import { identityOf, type Identity } from './identity.ts';
import { itemSchemaOf, placeOf } from './item-schema.ts';
import { listEnvelope } from './list-envelope.ts';
import { segmentsOf } from './path-template.ts';
import type { Collection } from './resource.ts';
import type { Item, KeptItem } from './state.ts';

/** What a fresh collection holds: the things that the contract's examples show, each under its id. */
export interface Seeds {
  readonly items: readonly KeptItem[];
  /** What a new item is modelled on: the example of the creating answer, else the first seed. */
  readonly model: Item | undefined;
  readonly identity: Identity | undefined;
}

export function seedsOf(contract: Contract, collection: Collection, tools: ContractTools): Seeds {
  const shown = shownItems(contract, collection);
  const schema = itemSchemaOf(contract, collection);
  const sample = shown.length === 0 && schema !== undefined ? [tools.sample(schema)].filter(isObject) : [];
  const things = [...shown, ...sample];
  const identity = identityOf(contract, collection, things[0]);
  // A sampled id that a client may choose is the one that sampled requests choose: it would be taken already.
  const kept = sample.length > 0 && identity?.isServerSet === false ? [] : things;
  const created = placeOf(contract, collection.create, collection).schema;
  const model = firstExample(contract, collection.create, collection) ?? things[0];
  return { items: byId(contract, collection, kept, identity), model: created ? model : things[0], identity };
}

/** Those of the list, in its order, then those that only the other operations show. */
function shownItems(contract: Contract, collection: Collection): readonly Item[] {
  const listed = examplesOf(contract, mediaOf(collection.list)).flatMap((value) =>
    listItems(contract, collection, value),
  );
  const others = [collection.read, collection.create, ...collection.onItem].flatMap((operation) =>
    itemExamples(contract, operation, collection),
  );
  return [...listed, ...others];
}

function listItems(contract: Contract, collection: Collection, value: unknown): readonly Item[] {
  const envelope = listEnvelope(contract, mediaOf(collection.list), segmentsOf(collection.template).at(-1) ?? '');
  if (envelope === null) return [];
  const items = envelope.property === null ? value : isObject(value) ? value[envelope.property] : undefined;
  return Array.isArray(items) ? items.filter(isObject) : [];
}

function itemExamples(contract: Contract, operation: Operation | undefined, collection: Collection): readonly Item[] {
  const { property, schema } = placeOf(contract, operation, collection);
  if (operation === undefined || schema === undefined) return [];
  return examplesOf(contract, jsonOf(successOf(operation, ['201', '200'])))
    .map((value) => (property !== null && isObject(value) ? value[property] : value))
    .filter(isObject);
}

function firstExample(contract: Contract, operation: Operation | undefined, collection: Collection): Item | undefined {
  return itemExamples(contract, operation, collection)[0];
}

function mediaOf(operation: Operation | undefined) {
  return operation === undefined ? undefined : jsonOf(successOf(operation));
}

/**
 * One item an id: the example that shows most of it. An id that a path parameter's example names, and no item has, gets
 * a copy of the first, so that the request which the reference page shows finds something.
 */
function byId(
  contract: Contract,
  collection: Collection,
  things: readonly Item[],
  identity: Identity | undefined,
): readonly KeptItem[] {
  if (identity === undefined) return things.map((item, index) => ({ id: String(index + 1), item }));
  const found = new Map<string, Item>();
  for (const item of things) {
    const id = item[identity.property];
    if (typeof id !== 'string' && typeof id !== 'number') continue;
    const known = found.get(String(id));
    if (known === undefined || Object.keys(item).length > Object.keys(known).length) found.set(String(id), item);
  }
  const first = things[0];
  for (const id of shownIds(contract, collection)) {
    if (found.has(id) || first === undefined) continue;
    found.set(id, { ...first, [identity.property]: typed(contract, identity, id) });
  }
  return [...found].map(([id, item]) => ({ id, item }));
}

/** The examples of the item's path parameter, on every operation below the item's path. */
function shownIds(contract: Contract, collection: Collection): readonly string[] {
  const { itemTemplate, itemParameters } = collection;
  const name = itemParameters[0];
  if (itemTemplate === null || name === undefined) return [];
  const below = contract.operations.filter(({ path }) => path === itemTemplate || path.startsWith(`${itemTemplate}/`));
  const parameters = below.flatMap((operation) => operation.parameters);
  const own = parameters.filter((parameter) => parameter.in === 'path' && parameter.name === name);
  const values = own.flatMap(({ examples, schema }) => [
    ...examples.map(({ value }) => value),
    ...shapeOf(contract, schema).examples,
  ]);
  return [...new Set(values.filter((value) => value !== undefined && value !== null).map(String))];
}

function typed(contract: Contract, identity: Identity, id: string): unknown {
  const { types } = shapeOf(contract, identity.schema);
  return types.has('integer') || types.has('number') ? Number(id) : id;
}
