import type { Schema, SchemaObject } from '../../../contract/model.ts';
import { isNeedOnly } from './constraint-words.ts';
import { flattenSchema, type FlatSchema, type FollowRef } from './flatten-schema.ts';
import { mergeSchemas } from './merge-schemas.ts';
import { typesOf } from './type-words.ts';

export interface Alternatives {
  readonly kind: 'oneOf' | 'anyOf';
  /** The property that tells which one it is (OpenAPI 3.1 §4.8.25). */
  readonly discriminator: string | undefined;
  readonly schemas: readonly Schema[];
}

/** The alternatives that are worth showing one by one. */
export function alternativesOf({ oneOf, anyOf, discriminator }: SchemaObject): Alternatives | undefined {
  const kind = oneOf && !isNeedOnly(oneOf) ? 'oneOf' : 'anyOf';
  const schemas = kind === 'oneOf' ? oneOf : anyOf;
  if (!schemas || schemas.length === 0 || isNeedOnly(schemas)) return undefined;
  return { kind, discriminator: discriminator?.propertyName, schemas };
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
  const isNullable = others.length < alternatives.length && types.length > 0;
  return {
    schema: isNullable ? { ...merged, type: [...new Set([...types, 'null'])] } : merged,
    name: name ?? flat.name,
  };
}

function isNull(schema: Schema): boolean {
  return typeof schema === 'object' && (schema.type === 'null' || schema.const === null);
}
