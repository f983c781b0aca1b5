import type { Contract, Schema, SchemaObject } from './model.ts';

export type JsonType = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';

/** What a schema says about the outside of a value, with `$ref`, `allOf` and the alternatives taken together. */
export interface SchemaShape {
  /** The types that a value may have; empty where the schema does not say. */
  readonly types: ReadonlySet<JsonType>;
  /** Those of all alternatives, too. */
  readonly properties: ReadonlyMap<string, Schema>;
  /** Needed whichever alternative is chosen. */
  readonly required: ReadonlySet<string>;
  readonly items: Schema | undefined;
  /** The schema of properties that are not named; undefined where it is not said. */
  readonly additionalProperties: Schema | undefined;
  /** `const` and `enum` of the schema itself and its references. */
  readonly values: readonly unknown[] | undefined;
  readonly format: string | undefined;
  readonly pattern: string | undefined;
  readonly default: unknown;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly examples: readonly unknown[];
}

interface Draft {
  types: Set<JsonType>;
  properties: Map<string, Schema>;
  required: Set<string>;
  items: Schema | undefined;
  additionalProperties: Schema | undefined;
  values: readonly unknown[] | undefined;
  format: string | undefined;
  pattern: string | undefined;
  default: unknown;
  readOnly: boolean;
  writeOnly: boolean;
  examples: unknown[];
}

const known = new WeakMap<SchemaObject, SchemaShape>();
const nothing: SchemaShape = emptyDraft();

/** The shape of a schema. Recursion ends at a schema that is already being looked at. */
export function shapeOf(contract: Contract, schema: Schema | undefined): SchemaShape {
  if (typeof schema !== 'object') return nothing;
  const cached = known.get(schema);
  if (cached !== undefined) return cached;
  const draft = emptyDraft();
  gather(contract, schema, draft, new Set(), true);
  // OpenAPI descriptions often leave `type` out where the members tell it.
  if (draft.types.size === 0 && draft.values === undefined) {
    if (draft.properties.size > 0) draft.types.add('object');
    else if (draft.items !== undefined) draft.types.add('array');
  }
  known.set(schema, draft);
  return draft;
}

function gather(
  contract: Contract,
  schema: SchemaObject,
  draft: Draft,
  seen: Set<SchemaObject>,
  certain: boolean,
): void {
  if (seen.has(schema)) return;
  seen.add(schema);
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  for (const type of types) draft.types.add(type as JsonType);
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (!draft.properties.has(name)) draft.properties.set(name, property);
  }
  if (certain) for (const name of schema.required ?? []) draft.required.add(name);
  draft.items ??= schema.items;
  draft.additionalProperties ??= schema.additionalProperties;
  draft.values ??= schema.const !== undefined ? [schema.const] : schema.enum;
  draft.format ??= schema.format;
  draft.pattern ??= schema.pattern;
  draft.default ??= schema.default;
  draft.readOnly ||= schema.readOnly === true;
  draft.writeOnly ||= schema.writeOnly === true;
  draft.examples.push(...(schema.examples ?? []));
  if (schema.$ref !== undefined) gatherFrom(contract, targetOf(contract, schema.$ref), draft, seen, certain);
  for (const part of schema.allOf ?? []) gatherFrom(contract, part, draft, seen, certain);
  for (const part of [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]) gatherFrom(contract, part, draft, seen, false);
}

function gatherFrom(
  contract: Contract,
  schema: unknown,
  draft: Draft,
  seen: Set<SchemaObject>,
  certain: boolean,
): void {
  if (typeof schema === 'object' && schema !== null) gather(contract, schema as SchemaObject, draft, seen, certain);
}

/** Follows a local reference; undefined where it leads nowhere (the reader has refused such a description already). */
function targetOf(contract: Contract, reference: string): unknown {
  let place: unknown = contract.document;
  for (const step of reference.slice(2).split('/')) {
    if (typeof place !== 'object' || place === null) return undefined;
    const name = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
    place = Object.hasOwn(place, name) ? (place as Record<string, unknown>)[name] : undefined;
  }
  return place;
}

function emptyDraft(): Draft {
  return {
    types: new Set(),
    properties: new Map(),
    required: new Set(),
    items: undefined,
    additionalProperties: undefined,
    values: undefined,
    format: undefined,
    pattern: undefined,
    default: undefined,
    readOnly: false,
    writeOnly: false,
    examples: [],
  };
}
