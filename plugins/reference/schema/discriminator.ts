import type { Schema, SchemaObject } from '../../../contract/model.ts';
import type { AlternativesView, SchemaView } from '../../../contract/reference-page.ts';
import type { Alternatives } from './alternatives.ts';
import { componentOfRef } from './flatten-schema.ts';

/** What is known of an alternative: its properties once it is flattened. */
type Flatten = (schema: Schema) => SchemaObject;
type Told = Pick<AlternativesView, 'discriminator' | 'values'>;

/**
 * Which property tells the alternatives apart, and by which value (OpenAPI 3.1 §4.8.25); also where no `discriminator` says so,
 * but each has a constant of its own under the same name.
 */
export function toldApart({ discriminator, schemas }: Alternatives, flatten: Flatten): Told {
  const property = discriminator?.propertyName ?? commonConstant(schemas, flatten);
  if (property === undefined) return {};
  const byName = mappedValues(discriminator);
  const values = schemas.map((schema) => {
    const name = typeof schema === 'object' ? componentOfRef(schema.$ref) : undefined;
    const mapped = name === undefined ? undefined : byName.get(name);
    return mapped?.join(', ') ?? constantOf(flatten(schema), property) ?? (discriminator && name) ?? '';
  });
  return { discriminator: property, ...(values.some((value) => value !== '') && { values }) };
}

/** Which component by which value, for a discriminator that stands without alternatives. */
export function familyView(
  { discriminator }: SchemaObject,
  slugOf: (name: string) => string | undefined,
): SchemaView['discriminator'] {
  if (!discriminator) return undefined;
  const values = Object.entries(discriminator.mapping ?? {}).map(([value, target]) => {
    const name = nameOfTarget(target);
    const slug = slugOf(name);
    return { value, name, ...(slug !== undefined && slug !== name && { slug }) };
  });
  return { property: discriminator.propertyName, values };
}

/** Component name → the values that stand for it. */
function mappedValues(discriminator: SchemaObject['discriminator']): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [value, target] of Object.entries(discriminator?.mapping ?? {})) {
    const name = nameOfTarget(target);
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return values;
}

/** A mapping holds a reference or a component's bare name. */
function nameOfTarget(target: unknown): string {
  const text = typeof target === 'string' ? target : '';
  return componentOfRef(text) ?? text;
}

/** The property that has a constant in every alternative, each another one. */
function commonConstant(schemas: readonly Schema[], flatten: Flatten): string | undefined {
  const [first, ...others] = schemas;
  if (first === undefined || others.length === 0) return undefined;
  const candidates = Object.keys(flatten(first).properties ?? {}).filter(
    (name) => constantOf(flatten(first), name) !== undefined,
  );
  return candidates.find((name) => {
    const values = schemas.map((schema) => constantOf(flatten(schema), name));
    return !values.includes(undefined) && new Set(values).size === values.length;
  });
}

function constantOf({ properties = {} }: SchemaObject, name: string): string | undefined {
  const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (typeof property !== 'object') return undefined;
  const value = property.const ?? (property.enum?.length === 1 ? property.enum[0] : undefined);
  return value === undefined ? undefined : typeof value === 'string' ? value : JSON.stringify(value);
}
