import type { Schema } from '../../../contract/model.ts';

/** Two maps of schemas as one; what both name must keep to both. */
export function mergeMaps(
  first: Readonly<Record<string, Schema>>,
  second: Readonly<Record<string, Schema>>,
): Record<string, Schema> {
  const merged = new Map(Object.entries(first));
  for (const [name, schema] of Object.entries(second)) {
    const other = merged.get(name);
    merged.set(name, other === undefined || other === schema ? schema : bothSchemas(other, schema));
  }
  // Not assigned one by one: a property may be called `__proto__`.
  return Object.fromEntries(merged);
}

/** A schema that holds where both hold. */
export function bothSchemas(first: Schema, second: Schema): Schema {
  if (typeof first === 'boolean') return first ? second : false;
  if (typeof second === 'boolean') return second ? first : false;
  return { allOf: [first, second] };
}
