import type { SchemaObject } from '../../../contract/model.ts';

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

/** Writes the stricter of each two bounds into `merged`. */
export function mergeBounds(first: SchemaObject, second: SchemaObject, merged: Record<string, unknown>): void {
  for (const [keyword, stricter] of Object.entries(STRICTER)) {
    const [a, b] = [first, second].map((schema) => (schema as Record<string, unknown>)[keyword]);
    if (typeof a === 'number' && typeof b === 'number') merged[keyword] = stricter(a, b);
  }
}
