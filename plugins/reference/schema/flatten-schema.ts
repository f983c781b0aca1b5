import type { Schema, SchemaObject } from '../../../contract/model.ts';
import { mergeSchemas } from './merge-schemas.ts';

export type FollowRef = (ref: string) => unknown;

/** One layer of a schema, ready to be shown: its reference followed, its `allOf` merged. */
export interface FlatSchema {
  readonly schema: Omit<SchemaObject, '$ref' | 'allOf'>;
  /** The component's name where the schema is nothing but a reference to it, or adds only words. */
  readonly name: string | undefined;
}

const COMPONENT = /^#\/components\/schemas\/([^/]+)$/;
/** Beside a `$ref`, these describe the use and leave the component what it is. */
const WORDS = new Set(['$ref', 'description', 'title', 'deprecated', 'readOnly', 'writeOnly', 'default', 'examples']);

/**
 * Follows `$ref` and merges `allOf` (JSON Schema 2020-12 §8.2.3.1, §10.2.1.1) on the outermost layer only: what properties,
 * items and alternatives refer to stays a reference. A schema that refers to itself this way ends there.
 */
export function flattenSchema(schema: SchemaObject, followRef: FollowRef): FlatSchema {
  return { schema: flatten(schema, followRef, new Set()), name: componentName(schema) };
}

function flatten(
  schema: SchemaObject,
  followRef: FollowRef,
  seen: Set<SchemaObject>,
): Omit<SchemaObject, '$ref' | 'allOf'> {
  if (schema.$ref === undefined && schema.allOf === undefined) return schema;
  seen.add(schema);
  const { $ref, allOf = [], ...own } = schema;
  const parts: readonly unknown[] = $ref === undefined ? allOf : [followRef($ref), ...allOf];
  return parts
    .filter(
      (part): part is SchemaObject => typeof part === 'object' && part !== null && !seen.has(part as SchemaObject),
    )
    .reduce<SchemaObject>((merged, part) => mergeSchemas(merged, flatten(part, followRef, new Set(seen))), own);
}

/** The name of the component that a schema is; also where `allOf` wraps a single reference to add words to it. */
export function componentName(schema: Schema): string | undefined {
  if (typeof schema !== 'object') return undefined;
  const ref = schema.$ref ?? wrappedRef(schema);
  const name = ref === undefined ? undefined : COMPONENT.exec(ref)?.[1];
  if (name === undefined) return undefined;
  const addsOnlyWords = Object.keys(schema).every(
    (key) => WORDS.has(key) || (key === 'allOf' && schema.$ref === undefined),
  );
  return addsOnlyWords ? decodeName(name) : undefined;
}

function wrappedRef({ allOf }: SchemaObject): string | undefined {
  const [only, ...others] = allOf ?? [];
  if (typeof only !== 'object' || others.length > 0) return undefined;
  return Object.keys(only).length === 1 ? only.$ref : undefined;
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~');
  } catch {
    return name;
  }
}
