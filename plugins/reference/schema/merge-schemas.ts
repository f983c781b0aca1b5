import type { Schema, SchemaObject } from '../../../contract/model.ts';
import { mergeBounds } from './merge-bounds.ts';
import { bothSchemas, mergeMaps } from './merge-maps.ts';
import { commonTypes, commonValues } from './common-values.ts';

type Keywords = Record<string, unknown>;

/** Each of these means something only with the others of its line. */
const GROUPS = [
  ['oneOf', 'discriminator'],
  ['anyOf', 'discriminator'],
  ['if', 'then', 'else'],
  ['contains', 'minContains', 'maxContains'],
  ['not'],
  ['pattern'],
  ['format'],
  ['multipleOf'],
  ['const'],
  ['contentMediaType', 'contentEncoding', 'contentSchema'],
] as const;
const MAPS = ['properties', 'patternProperties', 'dependentSchemas'] as const;
const SINGLE = ['items', 'additionalProperties', 'propertyNames'] as const;

/**
 * What must hold where both schemas must (`allOf`), as one schema for display. Of words the first schema's win: it stands
 * nearer to the use. What cannot be one keyword (two sets of alternatives, two patterns, types that contradict each other)
 * stays beside it, in the `allOf` of the result.
 */
export function mergeSchemas(first: SchemaObject, second: SchemaObject): SchemaObject {
  const merged: Keywords = { ...second, ...first };
  const rest = takeApart(first, second, merged);
  mergeBounds(first, second, merged);
  for (const map of MAPS) {
    const [a, b] = [first[map], second[map]];
    if (a && b) merged[map] = mergeMaps(a, b);
  }
  for (const keyword of SINGLE) {
    const [a, b] = [first[keyword], second[keyword]];
    if (a !== undefined && b !== undefined && a !== b) merged[keyword] = bothSchemas(a, b);
  }
  if (first.prefixItems && second.prefixItems) {
    merged.prefixItems = mergeTuples(first.prefixItems, second.prefixItems);
  }
  if (first.required && second.required) merged.required = [...new Set([...first.required, ...second.required])];
  if (first.dependentRequired && second.dependentRequired) {
    merged.dependentRequired = { ...second.dependentRequired, ...first.dependentRequired };
  }
  if (first.type !== undefined && second.type !== undefined) {
    const types = commonTypes(first.type, second.type);
    if (types === undefined) rest.type = second.type;
    merged.type = types ?? first.type;
  }
  if (first.enum && second.enum) {
    const values = commonValues(first.enum, second.enum);
    if (values.length === 0) rest.enum = second.enum;
    merged.enum = values.length === 0 ? first.enum : values;
  }
  const beside = [
    ...(first.allOf ?? []),
    ...(second.allOf ?? []),
    ...(Object.keys(rest).length > 0 ? [rest as Schema] : []),
  ];
  if (beside.length > 0) merged.allOf = beside;
  return merged;
}

/** Moves the second's groups that the first has as well out of `merged`, and gives them back. */
function takeApart(first: SchemaObject, second: SchemaObject, merged: Keywords): Keywords {
  const rest: Keywords = {};
  const [a, b] = [first as Keywords, second as Keywords];
  for (const [lead, ...others] of GROUPS) {
    if (a[lead] === undefined || b[lead] === undefined || isSame(a[lead], b[lead])) continue;
    for (const keyword of [lead, ...others]) {
      if (b[keyword] !== undefined) rest[keyword] = b[keyword];
      if (a[keyword] === undefined) delete merged[keyword];
    }
  }
  return rest;
}

/** The same thing; a description that says it twice says it in few words. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b || typeof a !== 'object' || typeof b !== 'object') return a === b;
  return !Array.isArray(a) && JSON.stringify(a) === JSON.stringify(b);
}

function mergeTuples(first: readonly Schema[], second: readonly Schema[]): Schema[] {
  const length = Math.max(first.length, second.length);
  return Array.from({ length }, (_, index) => bothSchemas(first[index] ?? true, second[index] ?? true));
}
