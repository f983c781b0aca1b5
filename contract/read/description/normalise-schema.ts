import type { Contract } from '../../model.ts';
import { entriesOf, isObject, itemsOf, type JsonObject, member } from '../json-value.ts';
import { rewriteNullable } from './nullable.ts';
import { schemaKeywords } from './schema-keywords.ts';

export interface NormalisedSchema {
  readonly schema: unknown;
  /** What was dropped or mended, a sentence each. */
  readonly findings: readonly string[];
  /** Keywords that stand elsewhere now: `allOf` → `anyOf/0/allOf`. */
  readonly moved: ReadonlyMap<string, readonly string[]>;
}

/** Longer lists than this are hard to read and slow to choose from; countries, currencies and time zones are shorter. */
const LONG_ENUM = 1000;

const nothingMoved: ReadonlyMap<string, readonly string[]> = new Map();

/**
 * One schema, without those below it, as JSON Schema 2020-12, in place: OpenAPI 3.0's own keywords are rewritten
 * (§4.7.24), keywords that cannot mean anything are dropped. What readers of the model rely on then holds.
 */
export function normaliseSchema(value: unknown, specification: Contract['specification']): NormalisedSchema {
  if (typeof value === 'boolean') return { schema: value, findings: [], moved: nothingMoved };
  if (!isObject(value)) {
    return {
      schema: true,
      findings: [`a schema is an object, not ${describe(value)}; it is read as "any value".`],
      moved: nothingMoved,
    };
  }
  const findings: string[] = [];
  rewriteTuple(value);
  rewriteRequiredFlag(value);
  rewriteLimit(value, 'minimum', 'exclusiveMinimum');
  rewriteLimit(value, 'maximum', 'exclusiveMaximum');
  rewriteExamples(value);
  for (const [keyword, found] of Object.entries(value)) {
    const rule = schemaKeywords.get(keyword);
    if (!rule || rule.check(found)) continue;
    delete value[keyword];
    findings.push(`"${keyword}" must be ${rule.wanted}, not ${describe(found)}; it is left out.`);
  }
  if (itemsOf(value.enum).length > LONG_ENUM) findings.push(describeLongEnum(itemsOf(value.enum).length));
  const moved = specification === '3.0' ? rewriteNullable(value) : nothingMoved;
  return { schema: value, findings, moved };
}

/** Before 2020-12 a list of `items` was a tuple. */
function rewriteTuple(schema: JsonObject): void {
  if (!Array.isArray(schema.items)) return;
  if (schema.items.length > 0) schema.prefixItems ??= schema.items;
  delete schema.items;
  if (Object.hasOwn(schema, 'additionalItems')) {
    schema.items = schema.additionalItems;
    delete schema.additionalItems;
  }
}

/** `required: true` on a property is a relic of JSON Schema draft 3; it never meant anything in OpenAPI 3. */
function rewriteRequiredFlag(schema: JsonObject): void {
  if (typeof schema.required === 'boolean') delete schema.required;
}

/** In 3.0 `exclusiveMinimum` is a flag of `minimum`; in 2020-12 it is the limit itself. */
function rewriteLimit(schema: JsonObject, limit: string, exclusive: string): void {
  if (typeof schema[exclusive] !== 'boolean') return;
  const isExclusive = schema[exclusive];
  delete schema[exclusive];
  if (!isExclusive || typeof schema[limit] !== 'number') return;
  schema[exclusive] = schema[limit];
  delete schema[limit];
}

/** `example` (deprecated by 3.1 §4.8.24) becomes the first of `examples`; a map as elsewhere in OpenAPI becomes its values. */
function rewriteExamples(schema: JsonObject): void {
  if (isObject(schema.examples)) {
    schema.examples = entriesOf(schema.examples).map(([, example]) =>
      isObject(example) && Object.hasOwn(example, 'value') ? member(example, 'value') : example,
    );
  }
  if (Object.hasOwn(schema, 'example')) {
    schema.examples = [schema.example, ...itemsOf(schema.examples)];
    delete schema.example;
  }
  if (Array.isArray(schema.examples) && schema.examples.length === 0) delete schema.examples;
}

function describeLongEnum(count: number): string {
  return `this "enum" has ${count} values; all are checked, and a page shows the first. A "pattern" may say the same shorter.`;
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list like this';
  if (isObject(value)) return 'an object like this';
  return JSON.stringify(value).slice(0, 40);
}
