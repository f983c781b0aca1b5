import type { Schema, SchemaObject } from '../../../contract/model.ts';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Of two bounds, the one that both keep. */
const STRICTER: Readonly<Record<string, (a: number, b: number) => number>> = {
  minimum: Math.max,
  exclusiveMinimum: Math.max,
  minLength: Math.max,
  minItems: Math.max,
  minProperties: Math.max,
  maximum: Math.min,
  exclusiveMaximum: Math.min,
  maxLength: Math.min,
  maxItems: Math.min,
  maxProperties: Math.min,
};

/**
 * What must hold where both schemas must (`allOf`), as one schema for display. Of words the first schema's win: it
 * stands nearer to the use.
 */
export function mergeSchemas(first: SchemaObject, second: SchemaObject): SchemaObject {
  const merged: Mutable<SchemaObject> & Record<string, unknown> = { ...second, ...first };
  if (first.properties && second.properties) merged.properties = mergeProperties(first.properties, second.properties);
  if (first.required && second.required) merged.required = [...new Set([...first.required, ...second.required])];
  if (first.type !== undefined && second.type !== undefined) merged.type = commonTypes(first.type, second.type);
  if (first.enum && second.enum) merged.enum = first.enum.filter((value) => second.enum?.includes(value));
  for (const [keyword, stricter] of Object.entries(STRICTER)) {
    const [a, b] = [first, second].map((schema) => (schema as Record<string, unknown>)[keyword]);
    if (typeof a === 'number' && typeof b === 'number') merged[keyword] = stricter(a, b);
  }
  return merged;
}

function mergeProperties(
  first: Readonly<Record<string, Schema>>,
  second: Readonly<Record<string, Schema>>,
): Record<string, Schema> {
  const merged = new Map(Object.entries(first));
  for (const [name, schema] of Object.entries(second)) {
    const other = merged.get(name);
    merged.set(name, other === undefined || other === schema ? schema : both(other, schema));
  }
  // Not assigned one by one: a property may be called `__proto__`.
  return Object.fromEntries(merged);
}

function both(first: Schema, second: Schema): Schema {
  if (typeof first === 'boolean') return first ? second : false;
  if (typeof second === 'boolean') return second ? first : false;
  return { allOf: [first, second] };
}

function commonTypes(
  first: string | readonly string[],
  second: string | readonly string[],
): string | readonly string[] {
  const [a, b] = [[first].flat(), [second].flat()];
  const common = a.filter((type) => b.includes(type) || (type === 'integer' && b.includes('number')));
  const narrowed = common.length > 0 ? common : b.filter((type) => type === 'integer' && a.includes('number'));
  return narrowed.length === 1 ? (narrowed[0] ?? first) : narrowed.length === 0 ? first : narrowed;
}
