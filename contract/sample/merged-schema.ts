import type { Contract, Schema, SchemaObject } from '../model.ts';
import { pointerOfRef, valueAt } from '../read/json-pointer.ts';
import { isObject } from '../read/json-value.ts';

/** Everything that a schema says about one value, with its `$ref` and `allOf` taken together. */
export interface MergedSchema {
  /** The schemas that were taken together, the outermost first. */
  readonly parts: readonly SchemaObject[];
  /** The references that led here; a value below that needs one of them again is a recursion. */
  readonly refs: ReadonlySet<string>;
  /** `oneOf`, `anyOf` and `if`, each a list of which one applies. */
  readonly alternatives: readonly Alternatives[];
}

export interface Alternatives {
  readonly branches: readonly Schema[];
  readonly discriminator: SchemaObject['discriminator'];
}

const MAXIMUM_PARTS = 200;

/** A schema belongs to one contract, so that its merged form may be kept with it. */
const known = new WeakMap<object, MergedSchema>();

export function mergeSchema(contract: Contract, schema: Schema): MergedSchema {
  const cached = typeof schema === 'object' ? known.get(schema) : undefined;
  if (cached) return cached;
  const parts: SchemaObject[] = [];
  const refs = new Set<string>();
  const alternatives: Alternatives[] = [];
  const gather = (current: unknown): void => {
    if (!isObject(current) || parts.includes(current) || parts.length >= MAXIMUM_PARTS) return;
    const part = current as SchemaObject;
    parts.push(part);
    for (const branches of [part.oneOf, part.anyOf]) {
      if (branches) alternatives.push({ branches, discriminator: part.discriminator });
    }
    if (part.if !== undefined && part.then !== undefined) alternatives.push(conditional(part.if, part.then, part.else));
    if (part.$ref !== undefined) {
      refs.add(part.$ref);
      gather(valueAt(contract.document, pointerOfRef(part.$ref) ?? ''));
    }
    part.allOf?.forEach(gather);
  };
  gather(schema);
  const merged: MergedSchema = { parts, refs, alternatives };
  if (typeof schema === 'object') known.set(schema, merged);
  return merged;
}

function conditional(condition: Schema, then: Schema, otherwise: Schema | undefined): Alternatives {
  return { branches: [{ allOf: [condition, then] }, otherwise ?? true], discriminator: undefined };
}

/** The same schema with one branch of its alternatives. */
export function withBranch(contract: Contract, merged: MergedSchema, branch: Schema): MergedSchema {
  const chosen = mergeSchema(contract, branch);
  return {
    parts: [...merged.parts, ...chosen.parts],
    refs: new Set([...merged.refs, ...chosen.refs]),
    alternatives: chosen.alternatives,
  };
}

/** What all parts say under a keyword, those that say nothing left out. */
export function said<Keyword extends keyof SchemaObject>(
  { parts }: MergedSchema,
  keyword: Keyword,
): NonNullable<SchemaObject[Keyword]>[] {
  return parts.flatMap((part) => {
    const value = Object.hasOwn(part, keyword) ? part[keyword] : undefined;
    return value === undefined || value === null ? [] : [value];
  });
}

/** Each property with all that is said about it. */
export function propertiesOf(merged: MergedSchema): Map<string, Schema> {
  const found = new Map<string, Schema[]>();
  for (const properties of said(merged, 'properties')) {
    for (const [name, schema] of Object.entries(properties)) {
      const known = found.get(name);
      if (known) known.push(schema);
      else found.set(name, [schema]);
    }
  }
  return new Map([...found].map(([name, schemas]) => [name, together(schemas)]));
}

export function together(schemas: readonly Schema[]): Schema {
  const [first = true, ...more] = schemas;
  return more.length === 0 ? first : { allOf: schemas };
}

/** The types that a value may have, most telling first; inferred where they are not declared. `null` only where nothing else may be. */
export function typesOf(merged: MergedSchema): string[] {
  const declared = said(merged, 'type').map((type) => (typeof type === 'string' ? [type] : [...type]));
  const common = declared.reduce<string[] | undefined>(
    (left, right) => (left ? intersect(left, right) : right),
    undefined,
  );
  const types = common ?? infer(merged);
  const useful = types.filter((type) => type !== 'null');
  return useful.length > 0 ? useful : types;
}

function intersect(left: readonly string[], right: readonly string[]): string[] {
  const allows = (types: readonly string[], type: string) =>
    types.includes(type) || (type === 'integer' && types.includes('number'));
  return [...new Set([...left, ...right])].filter((type) => allows(left, type) && allows(right, type));
}

const telling: readonly (readonly [string, readonly (keyof SchemaObject)[]])[] = [
  ['object', ['properties', 'required', 'additionalProperties', 'patternProperties', 'minProperties', 'maxProperties']],
  ['array', ['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems']],
  ['string', ['pattern', 'format', 'minLength', 'maxLength']],
  ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']],
];

function infer(merged: MergedSchema): string[] {
  const found = telling.find(([, keywords]) => keywords.some((keyword) => said(merged, keyword).length > 0));
  return found ? [found[0]] : [];
}
