import type { Operation } from '../../model.ts';
import { METHODS } from '../description/grammar.ts';
import { escapeKey } from '../json-pointer.ts';
import { entriesOf, isObject, type JsonObject, nameIn } from '../json-value.ts';
import { type Placed, type Reading, resolve } from './reading.ts';

/** An operation object, where it stands and what is around it; not read yet. */
export interface LocatedOperation extends Pick<Operation, 'kind' | 'method' | 'path' | 'pointer'> {
  readonly value: JsonObject;
  readonly item: Placed;
  readonly operationId: string | undefined;
  /** The pointer by which a link names it: the same as `pointer`, unless its path item is a `$ref`. */
  readonly statedPointer: string;
}

/** The operations of `paths` (3.1 §4.8.8) or `webhooks` (§4.8.1), in the order of the description. */
export function locateOperations(reading: Reading, section: string, kind: 'operation' | 'webhook'): LocatedOperation[] {
  return entriesOf(reading.document[section]).flatMap(([path, entry]) => {
    const pointer = `/${section}/${escapeKey(path)}`;
    if (kind === 'operation' && path.startsWith('x-')) return [];
    if (kind === 'operation' && !path.startsWith('/')) {
      reading.warn(pointer, `the path "${path}" does not begin with "/"; it is left out.`);
      return [];
    }
    return locateInPathItem(reading, { kind, path, entry, pointer });
  });
}

interface Entry extends Pick<Operation, 'kind' | 'path' | 'pointer'> {
  readonly entry: unknown;
}

/** A path item (3.1 §4.8.9), its `$ref` followed: an operation for each method. */
export function locateInPathItem(reading: Reading, { kind, path, entry, pointer }: Entry): LocatedOperation[] {
  const item = resolve(reading, entry, pointer);
  if (!item) return [];
  const unknown = Object.keys(item.value.additionalOperations ?? {});
  if (unknown.length > 0) {
    reading.warn(
      `${item.pointer}/additionalOperations`,
      `the portal does not send ${unknown.join(', ')}; they are left out.`,
    );
  }
  return Object.keys(item.value).flatMap((key): LocatedOperation[] => {
    const method = METHODS.find((candidate) => candidate === key);
    const value = item.value[key];
    if (!method || !isObject(value)) return [];
    const place = { pointer: `${item.pointer}/${method}`, statedPointer: `${pointer}/${method}` };
    return [{ kind, method, path, ...place, item, value, operationId: nameIn(value, 'operationId') }];
  });
}
