import type { Schema, SchemaObject } from '../../model.ts';
import { canonicalJson } from '../value-words.ts';
import { isNull, type Part } from './gather-parts.ts';
import { LIMITS, type LimitKeyword } from './limits.ts';

/** What a schema says to people only. A _property_ of such a name has a schema as its value. */
export const isAnnotation = (key: string, value: unknown) =>
  (/^(?:title|description|\$comment)$/.test(key) && typeof value === 'string') ||
  (key === 'examples' && Array.isArray(value));

const OTHERS = [
  'not',
  'contains',
  'if',
  'then',
  'else',
  'dependentRequired',
  'dependentSchemas',
  'propertyNames',
] as const;

/** The types that all parts allow; `integer` is a `number`. */
export function typesOf(parts: readonly Part[]): Set<string> {
  let common: Set<string> | undefined;
  for (const { schema, orNull } of parts) {
    if (schema.type === undefined) continue;
    const types = new Set(typeof schema.type === 'string' ? [schema.type] : schema.type);
    if (orNull) types.add('null');
    const allows = (set: ReadonlySet<string>, type: string) =>
      set.has(type) || (type === 'integer' && set.has('number'));
    const before = common;
    common = before
      ? new Set([...before, ...types].filter((type) => allows(before, type) && allows(types, type)))
      : types;
  }
  return common ?? new Set();
}

export function propertiesOf(schemas: readonly SchemaObject[]): Map<string, Schema> {
  const all = new Map<string, Schema[]>();
  for (const { properties } of schemas) {
    for (const [name, schema] of Object.entries(properties ?? {})) {
      const others = all.get(name);
      if (others) others.push(schema);
      else all.set(name, [schema]);
    }
  }
  return new Map([...all].map(([name, said]) => [name, together(said) ?? true]));
}

export function together(schemas: readonly Schema[]): Schema | undefined {
  return schemas.length > 1 ? { allOf: schemas } : schemas[0];
}

const SAYS_NOTHING_AT_ZERO = new Set<string>(['minLength', 'minItems', 'minProperties']);

export function limitsOf(schemas: readonly SchemaObject[]): Map<LimitKeyword, number> {
  const limits = new Map<LimitKeyword, number>();
  for (const schema of schemas) {
    for (const { keyword, side } of LIMITS) {
      const value = schema[keyword];
      if (typeof value !== 'number' || (value === 0 && SAYS_NOTHING_AT_ZERO.has(keyword))) continue;
      const other = limits.get(keyword);
      limits.set(keyword, other === undefined ? value : Math[side === 'most' ? 'min' : 'max'](other, value));
    }
  }
  return limits;
}

/** Alternatives that are nothing but values are an `enum` with descriptions. */
export function listOfConstants(branches: readonly Schema[]): (readonly unknown[])[] {
  const values: unknown[] = [];
  for (const branch of branches) {
    if (typeof branch !== 'object' || branch.properties) return [];
    if (branch.const !== undefined) values.push(branch.const);
    else if (branch.enum) values.push(...branch.enum);
    else if (!isNull(branch)) return [];
  }
  return values.length > 0 ? [values] : [];
}

export function intersection(lists: readonly (readonly unknown[])[]): readonly unknown[] {
  const [first = [], ...rest] = lists;
  const sets = rest.map((list) => new Set(list.map((value) => canonicalJson(value))));
  return sets.length === 0 ? first : first.filter((value) => sets.every((set) => set.has(canonicalJson(value))));
}

export function othersOf(schemas: readonly SchemaObject[]): Map<string, string> {
  const others = new Map<string, string>();
  for (const schema of schemas) {
    for (const keyword of OTHERS) {
      if (schema[keyword] !== undefined)
        others.set(keyword, (others.get(keyword) ?? '') + canonicalJson(schema[keyword], isAnnotation));
    }
  }
  return others;
}
