import type { ParameterView, SchemaView } from '../../../../contract/reference-page';

/** How a parameter is typed in: what its field looks like and how its text is read. */
export type FieldKind =
  | { readonly kind: 'text' }
  | { readonly kind: 'number' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  /** A list or an object, as JSON. */
  | { readonly kind: 'json'; readonly holds: 'array' | 'object' | 'any' };

export function fieldKind(parameter: ParameterView): FieldKind {
  if (parameter.mediaType)
    return isJsonMediaType(parameter.mediaType) ? { kind: 'json', holds: 'any' } : { kind: 'text' };
  return kindOfSchema(parameter.schema);
}

/** The same for a schema alone: an item of a list, a member of an object. */
export function kindOfSchema(schema: SchemaView): FieldKind {
  // Where there are too many for the page only the first are in it: then one types.
  const hasAllChoices = (schema.enumCount ?? 0) <= (schema.enum?.length ?? 0);
  if (schema.enum && schema.enum.length > 0 && hasAllChoices)
    return { kind: 'choice', choices: schema.enum.map(readableJson) };
  if (schema.const !== undefined) return { kind: 'choice', choices: [readableJson(schema.const)] };
  if (schema.items || /^array\b/.test(schema.type)) return { kind: 'json', holds: 'array' };
  if (schema.properties || schema.additional || /^object\b/.test(schema.type)) return { kind: 'json', holds: 'object' };
  if (/^(integer|number)( or null)?$/.test(schema.type)) return { kind: 'number' };
  return /^boolean( or null)?$/.test(schema.type) ? { kind: 'boolean' } : { kind: 'text' };
}

export function isJsonMediaType(type: string): boolean {
  return /^application\/(?:[\w.+-]+\+)?json(?:\s*;|$)/i.test(type);
}

export function isFormMediaType(type: string): boolean {
  return /^application\/x-www-form-urlencoded(?:\s*;|$)/i.test(type);
}

export function isMultipart(type: string): boolean {
  return type.toLowerCase().startsWith('multipart/');
}

/** A JSON text as one writes it in a field: strings without their quotes. */
function readableJson(json: string): string {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' ? value : json;
  } catch {
    return json;
  }
}
