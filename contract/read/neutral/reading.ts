import type { Contract } from '../../model.ts';
import { pointerOfRef, valueAt } from '../json-pointer.ts';
import { isObject, type JsonObject } from '../json-value.ts';

/** An object of the description, and where it stands. */
export interface Placed {
  readonly value: JsonObject;
  readonly pointer: string;
}

/** What every part of the reading shares: the description, and a place for what had to be mended. */
export interface Reading {
  readonly document: JsonObject;
  readonly specification: Contract['specification'];
  /** One finding: where, what is wrong, what was done. */
  readonly warn: (pointer: string, sentence: string) => void;
}

/**
 * The object itself, or what its `$ref` names; `undefined` where there is no object. A Reference Object's own `summary`
 * and `description` win (OpenAPI 3.1 §4.8.23). Circles were refused before.
 */
export function resolve(reading: Reading, value: unknown, pointer: string): Placed | undefined {
  if (!isObject(value)) return undefined;
  if (typeof value.$ref !== 'string') return { value, pointer };
  const target = pointerOfRef(value.$ref) ?? '';
  const found = resolve(reading, valueAt(reading.document, target), target);
  if (!found) return undefined;
  const { $ref: _, ...own } = value;
  return Object.keys(own).length === 0 ? found : { value: { ...found.value, ...own }, pointer: found.pointer };
}
