import type { Schema, SchemaObject } from '../../../contract/model.ts';
import { componentName } from './flatten-schema.ts';

/** A schema's type in words, as it stands beside a name: `string`, `array of Offer`, `integer or null`, `any`. */
export function typeWords(schema: SchemaObject): string {
  const types = typesOf(schema);
  if (types.length === 0) return 'any';
  return types.map((type) => (type === 'array' ? arrayWords(schema.items) : type)).join(' or ');
}

/** The types that a schema names or makes plain; `null` last. */
export function typesOf(schema: SchemaObject): string[] {
  const named = [schema.type ?? []].flat();
  const types = named.length > 0 ? named : impliedTypes(schema);
  return [...types.filter((type) => type !== 'null'), ...types.filter((type) => type === 'null')];
}

function impliedTypes(schema: SchemaObject): string[] {
  const values = schema.const !== undefined ? [schema.const] : schema.enum;
  if (values) return [...new Set(values.map(typeOfValue))];
  if (schema.properties ?? schema.patternProperties ?? schema.additionalProperties) return ['object'];
  if (schema.items !== undefined || schema.prefixItems) return ['array'];
  if (schema.pattern !== undefined || schema.format === 'date-time') return ['string'];
  return [];
}

function typeOfValue(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

function arrayWords(items: Schema | undefined): string {
  if (items === undefined || typeof items === 'boolean') return 'array';
  const words =
    componentName(items) ?? ((items.$ref ?? items.allOf ?? items.oneOf ?? items.anyOf) ? undefined : typeWords(items));
  if (words === undefined || words === 'any') return 'array';
  return words.includes(' or ') ? `array of (${words})` : `array of ${words}`;
}
