import type { Contract, Schema } from '../../../contract/model.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';
import { isObject } from './example.ts';
import { touched } from './server-set.ts';
import type { Item } from './state.ts';

/** An item changed by a PATCH: JSON Merge Patch (RFC 7396), of what a client may change. */
export function mergedItem(
  contract: Contract,
  schema: Schema | undefined,
  item: Item,
  patch: Item,
  kept: readonly string[],
  now: Date,
): Item {
  const said = changeable(contract, schema, patch, kept);
  return touched(contract, schema, { ...mergePatch(item, said), ...meantNulls(contract, schema, said) }, now);
}

/** Where the schema has a null, a null in a patch is a value and takes nothing away. */
function meantNulls(contract: Contract, schema: Schema | undefined, patch: Item): Item {
  const { properties } = shapeOf(contract, schema);
  const isMeant = ([name, value]: readonly [string, unknown]) =>
    value === null && shapeOf(contract, properties.get(name)).types.has('null');
  return Object.fromEntries(Object.entries(patch).filter(isMeant));
}

/** An item replaced by a PUT: what the client says, and what only the platform sets as it was. */
export function replacedItem(
  contract: Contract,
  schema: Schema | undefined,
  item: Item,
  body: Item,
  kept: readonly string[],
  now: Date,
): Item {
  const { properties, required } = shapeOf(contract, schema);
  const said = changeable(contract, schema, body, kept);
  const serverSet = Object.entries(item).filter(
    ([name]) => kept.includes(name) || required.has(name) || shapeOf(contract, properties.get(name)).readOnly,
  );
  return touched(contract, schema, { ...Object.fromEntries(serverSet), ...said }, now);
}

/** An item as a JSON Patch leaves it: what a client may change as it is then, the rest as it was. */
export function patchedItem(
  contract: Contract,
  schema: Schema | undefined,
  item: Item,
  patched: Item,
  kept: readonly string[],
  now: Date,
): Item {
  const said = changeable(contract, schema, patched, kept);
  const mayGo = changeable(contract, schema, item, kept);
  const stays = Object.entries(item).filter(([name]) => !Object.hasOwn(mayGo, name));
  return touched(contract, schema, { ...Object.fromEntries(stays), ...said }, now);
}

/** RFC 7396 §2. */
export function mergePatch(target: unknown, patch: unknown): Item {
  const result: Record<string, unknown> = isObject(target) ? { ...target } : {};
  if (!isObject(patch)) return result;
  for (const [name, value] of Object.entries(patch)) {
    if (name === '__proto__') continue;
    if (value === null) delete result[name];
    else result[name] = isObject(value) ? mergePatch(result[name], value) : value;
  }
  return result;
}

/** What of a body changes an item: properties that the item has and the platform does not keep to itself. */
function changeable(contract: Contract, schema: Schema | undefined, body: Item, kept: readonly string[]): Item {
  const { properties, additionalProperties } = shapeOf(contract, schema);
  const isOpen = properties.size === 0 || additionalProperties === true || typeof additionalProperties === 'object';
  return Object.fromEntries(
    Object.entries(body).filter(([name]) => {
      if (name === '__proto__' || kept.includes(name)) return false;
      const property = properties.get(name);
      if (property === undefined) return isOpen;
      const { readOnly, writeOnly } = shapeOf(contract, property);
      return !readOnly && !writeOnly;
    }),
  );
}
