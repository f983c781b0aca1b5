import { itemsOf, type JsonObject } from '../json-value.ts';

/** Keywords that also speak about null, and so have to be set aside for it. `discriminator` stays with its `oneOf`. */
const composing = ['$ref', 'allOf', 'oneOf', 'not', 'discriminator'];

/**
 * Rewrites `nullable: true` of OpenAPI 3.0 (§4.7.24) by what authors mean with it: null is allowed, also beside `$ref`,
 * `allOf` and `enum`, where the letter of 3.0 would not. Returns the keywords that moved, with where they are now.
 */
export function rewriteNullable(schema: JsonObject): ReadonlyMap<string, readonly string[]> {
  const isNullable = schema.nullable === true;
  delete schema.nullable;
  const moved = new Map<string, readonly string[]>();
  if (!isNullable) return moved;

  if (schema.type !== undefined) {
    schema.type = [...new Set([...(Array.isArray(schema.type) ? itemsOf(schema.type) : [schema.type]), 'null'])];
  }
  if (Array.isArray(schema.enum) && !schema.enum.includes(null)) schema.enum = [...itemsOf(schema.enum), null];

  const inTheWay = composing.filter((keyword) => Object.hasOwn(schema, keyword));
  const isComposed = inTheWay.some((keyword) => keyword !== 'discriminator');
  if (isComposed) {
    if (Object.hasOwn(schema, 'anyOf')) inTheWay.push('anyOf');
    const branch: JsonObject = {};
    for (const keyword of inTheWay) {
      branch[keyword] = schema[keyword];
      delete schema[keyword];
      moved.set(keyword, ['anyOf', '0', keyword]);
    }
    schema.anyOf = [branch, { type: 'null' }];
  } else if (Array.isArray(schema.anyOf)) {
    schema.anyOf = [...itemsOf(schema.anyOf), { type: 'null' }];
  }
  return moved;
}
