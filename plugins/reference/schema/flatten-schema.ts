import type { Schema, SchemaObject } from '../../../contract/model.ts';
import { mergeSchemas } from './merge-schemas.ts';

export type FollowRef = (ref: string) => unknown;

/** One layer of a schema, ready to be shown: its reference followed, its `allOf` merged. */
export interface FlatSchema {
  /** What is left in `allOf` could not be merged into one keyword; its parts have neither `$ref` nor `allOf`. */
  readonly schema: Omit<SchemaObject, '$ref'>;
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

function flatten(schema: SchemaObject, followRef: FollowRef, seen: Set<SchemaObject>): FlatSchema['schema'] {
  if (schema.$ref === undefined && schema.allOf === undefined) return schema;
  seen.add(schema);
  const { $ref, allOf = [], ...own } = schema;
  const isUse = componentName(schema) !== undefined;
  const parts: readonly unknown[] = $ref === undefined ? allOf : [followRef($ref), ...allOf];
  return parts
    .filter((part): part is SchemaObject => isSchemaObject(part) && !seen.has(part))
    .reduce<SchemaObject>((merged, part) => {
      const flat = flatten(part, followRef, new Set(seen));
      return mergeSchemas(merged, isUse ? flat : withoutFamily(flat));
    }, own);
}

/** A discriminator without alternatives names a family; whoever is built on it by `allOf` is one of its members. */
function withoutFamily(schema: SchemaObject): SchemaObject {
  if (schema.discriminator === undefined || schema.oneOf !== undefined || schema.anyOf !== undefined) return schema;
  const { discriminator: _, ...rest } = schema;
  return rest;
}

/** The schema itself and what could not be merged with it. */
export function partsOf(schema: SchemaObject): SchemaObject[] {
  return [schema, ...(schema.allOf ?? []).filter((part) => typeof part === 'object')];
}

/** The name of the component that a schema is; also where `allOf` wraps a single reference to add words to it. */
export function componentName(schema: Schema): string | undefined {
  if (typeof schema !== 'object') return undefined;
  const name = componentOfRef(schema.$ref ?? wrappedRef(schema));
  if (name === undefined) return undefined;
  const addsOnlyWords = Object.keys(schema).every(
    (key) => WORDS.has(key) || (key === 'allOf' && schema.$ref === undefined),
  );
  return addsOnlyWords ? name : undefined;
}

/** `#/components/schemas/Offer` → `Offer`. */
export function componentOfRef(ref: string | undefined): string | undefined {
  const name = ref === undefined ? undefined : COMPONENT.exec(ref)?.[1];
  return name === undefined ? undefined : decodeName(name);
}

function wrappedRef({ allOf }: SchemaObject): string | undefined {
  const [only, ...others] = allOf ?? [];
  if (typeof only !== 'object' || others.length > 0) return undefined;
  return Object.keys(only).length === 1 ? only.$ref : undefined;
}

function isSchemaObject(value: unknown): value is SchemaObject {
  return typeof value === 'object' && value !== null;
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~');
  } catch {
    return name;
  }
}
