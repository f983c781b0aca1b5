import { METHODS } from '../description/grammar.ts';
import { escapeKey, pointerOfRef, valueAt } from '../json-pointer.ts';
import { entriesOf, isObject, type JsonObject, member } from '../json-value.ts';

/** An operation that was taken out. */
export interface Removed {
  readonly pointer: string;
  readonly operation: JsonObject;
}

/** Takes out what is marked, wherever a path item can stand; a path that has no operation left by that goes too. */
export function dropInternalOperations(root: JsonObject): Removed[] {
  const removed: Removed[] = [];
  const emptied = new Set<JsonObject>();

  const dropFrom = (pathItems: unknown, pointer: string): void => {
    for (const [path, entry] of entriesOf(pathItems)) {
      const at = `${pointer}/${escapeKey(path)}`;
      const item = follow(root, entry);
      if (!item || !isObject(pathItems)) continue;
      const isWhole = isInternal(item) || isInternal(entry);
      const found = operationsOf(item);
      const dropped = found.filter(({ operation }) => isWhole || isInternal(operation));
      removed.push(...dropped.map(({ keys, operation }) => ({ pointer: `${at}/${keys.join('/')}`, operation })));
      if (!isWhole) for (const { holder, keys } of dropped) delete holder[keys.at(-1) ?? ''];
      if (!isWhole && dropped.length > 0 && dropped.length === found.length) emptied.add(item);
      if (isWhole || emptied.has(item)) delete pathItems[path];
      else
        for (const { operation, keys } of operationsOf(item))
          dropFromCallbacks(operation.callbacks, `${at}/${keys.join('/')}/callbacks`);
    }
  };
  const dropFromCallbacks = (callbacks: unknown, pointer: string): void => {
    for (const [name, callback] of entriesOf(callbacks)) {
      if (!isObject(callback) || typeof callback.$ref === 'string') continue;
      dropFrom(callback, `${pointer}/${escapeKey(name)}`);
    }
  };

  for (const section of ['paths', 'webhooks', 'x-webhooks']) dropFrom(root[section], `/${section}`);
  dropFrom(member(root.components, 'pathItems'), '/components/pathItems');
  dropFromCallbacks(member(root.components, 'callbacks'), '/components/callbacks');
  return removed;
}

const isInternal = (value: unknown) => member(value, 'x-internal') === true;

function operationsOf(item: JsonObject) {
  const others = item.additionalOperations;
  const stated = METHODS.map((method) => ({ holder: item, keys: [method as string], operation: item[method] }));
  const additional = isObject(others)
    ? Object.keys(others).map((name) => ({
        holder: others,
        keys: ['additionalOperations', name],
        operation: others[name],
      }))
    : [];
  return [...stated, ...additional].flatMap((found) =>
    isObject(found.operation) ? [{ ...found, operation: found.operation }] : [],
  );
}

function follow(root: JsonObject, entry: unknown): JsonObject | undefined {
  const seen = new Set<unknown>();
  let value = entry;
  while (isObject(value) && typeof value.$ref === 'string') {
    if (seen.has(value)) return undefined;
    seen.add(value);
    const pointer = pointerOfRef(value.$ref);
    value = pointer === undefined ? undefined : valueAt(root, pointer);
  }
  return isObject(value) ? value : undefined;
}
