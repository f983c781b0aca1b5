import type { Schema, SchemaObject } from '../../../contract/model.ts';
import { isNeedOnly } from './need-words.ts';
import { flattenSchema, partsOf, type FlatSchema, type FollowRef } from './flatten-schema.ts';
import { mergeSchemas } from './merge-schemas.ts';
import { typesOf } from './type-words.ts';

/** One `oneOf` or `anyOf`. */
export interface Alternatives {
  readonly kind: 'oneOf' | 'anyOf';
  /** OpenAPI 3.1 §4.8.25. */
  readonly discriminator: SchemaObject['discriminator'];
  readonly schemas: readonly Schema[];
}

/** The sets of alternatives that are worth showing one by one; all of them hold. */
export function alternativesOf(schema: SchemaObject): Alternatives[] {
  return partsOf(schema).flatMap(({ oneOf, anyOf, discriminator }) => [
    ...set('oneOf', oneOf, discriminator),
    ...set('anyOf', anyOf, oneOf ? undefined : discriminator),
  ]);
}

function set(
  kind: Alternatives['kind'],
  schemas: readonly Schema[] | undefined,
  discriminator: SchemaObject['discriminator'],
): Alternatives[] {
  return schemas && schemas.length > 0 && !isNeedOnly(schemas) ? [{ kind, discriminator, schemas }] : [];
}

/** "This or null" is how JSON Schema says nullable: shown as the one thing that it is. */
export function foldNull({ schema, name }: FlatSchema, follow: FollowRef): FlatSchema {
  const { oneOf, anyOf, ...rest } = schema;
  const alternatives = oneOf ?? anyOf;
  if (!alternatives || (oneOf && anyOf)) return { schema, name };
  const others = alternatives.filter((one) => !isNull(one));
  const [only] = others;
  if (others.length !== 1 || typeof only !== 'object') return { schema, name };
  const flat = flattenSchema(only, follow);
  const merged = mergeSchemas(rest, flat.schema);
  const types = typesOf(merged);
  const canBeNull = others.length < alternatives.length && types.length > 0;
  return {
    schema: canBeNull ? { ...merged, type: [...new Set([...types, 'null'])] } : merged,
    name: name ?? flat.name,
  };
}

function isNull(schema: Schema): boolean {
  return typeof schema === 'object' && (schema.type === 'null' || schema.const === null);
}
