import type { PropertyView, SchemaView } from '../../../../contract/reference-page';
import { shapeOf } from './field-shape';

type Known = ReadonlyMap<string, SchemaView>;

/** A recursive schema has no last level. */
const DEEPEST = 6;

/** What a value begins with when it is added: the contract's own value, else the least that is of its type, as JSON text. */
export function startJson(use: SchemaView, known: Known, depth = 0): string {
  const view = wholeOf(use, known);
  const given = [view.const, view.default, view.example].find((one) => one !== undefined);
  if (given !== undefined) return asJson(given, view);
  const shape = shapeOf(view);
  switch (shape.kind) {
    case 'choice':
      return shape.choices[0] ?? '""';
    case 'object':
      return startObject(view.properties ?? [], known, depth);
    case 'array':
      return '[]';
    case 'number':
      return numberWithin(view.constraints ?? []);
    case 'boolean':
      return 'false';
    case 'text':
      return '""';
    case 'alternatives': {
      const [first] = view.alternatives?.schemas ?? [];
      return first && depth < DEEPEST ? startJson(chosenView(view, first, 0, known), known, depth + 1) : '{}';
    }
    case 'open':
      return startOfKind(shape.kinds[0] ?? 'string');
  }
}

export function startOfKind(kind: string): string {
  return { object: '{}', array: '[]', number: '0', boolean: 'false', null: 'null' }[kind] ?? '""';
}

/** A page shows schemas two levels deep; what it left out is known once it was fetched. */
export function wholeOf(view: SchemaView, known: Known): SchemaView {
  const part = view.more === undefined ? undefined : known.get(view.more);
  return part ? { ...part, ...(view.nullable && { nullable: true }) } : view;
}

/**
 * A schema with one of its alternatives chosen: the members of both, and the alternatives that are still open. `index` is its place among
 * them, by which the discriminator's value is known.
 */
export function chosenView(view: SchemaView, chosen: SchemaView, index: number, known: Known): SchemaView {
  const { alternatives, alsoAlternatives = [], more: _more, enum: _enum, ...base } = view;
  const { properties: own, alternatives: inner, alsoAlternatives: alsoInner = [], ...one } = wholeOf(chosen, known);
  const [next, ...rest] = [...(inner ? [inner] : []), ...alsoAlternatives, ...alsoInner];
  const value = alternatives?.values?.[index];
  const tells = alternatives?.discriminator;
  const told = tells !== undefined && value ? [discriminating(tells, value, own ?? base.properties ?? [])] : [];
  const properties = merged(merged(base.properties ?? [], own ?? []), told);
  return {
    ...base,
    ...one,
    ...(base.constraints && { constraints: [...new Set([...base.constraints, ...(one.constraints ?? [])])] }),
    ...(properties.length > 0 && { properties }),
    ...(next && { alternatives: next }),
    ...(rest.length > 0 && { alsoAlternatives: rest }),
  };
}

function discriminating(name: string, value: string, among: readonly PropertyView[]): PropertyView {
  const declared = among.find((property) => property.name === name);
  return {
    ...declared,
    name,
    required: true,
    schema: { ...declared?.schema, type: 'string', const: JSON.stringify(value) },
  };
}

function merged(some: readonly PropertyView[], others: readonly PropertyView[]): readonly PropertyView[] {
  const byName = new Map([...some, ...others].map((property) => [property.name, property]));
  return [...byName.values()].map((property) => ({
    ...property,
    required: property.required || some.some(({ name, required }) => name === property.name && required),
  }));
}

function startObject(properties: readonly PropertyView[], known: Known, depth: number): string {
  const needed = properties.filter(({ required, schema }) => required && !schema.readOnly);
  if (needed.length === 0 || depth >= DEEPEST) return '{}';
  const members = needed.map(({ name, schema }) => {
    const json = startJson(schema, known, depth + 1);
    return `  ${JSON.stringify(name)}: ${json.replaceAll('\n', '\n  ')}`;
  });
  return `{\n${members.join(',\n')}\n}`;
}

/** The view's values are JSON text; a string may stand there without quotes. */
function asJson(text: string, { type }: SchemaView): string {
  const isString = /^string\b/.test(type) && !text.startsWith('"');
  if (isString && text !== 'null') return JSON.stringify(text);
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return JSON.stringify(text);
  }
}

/** 0, where it is allowed; else the nearest bound. */
function numberWithin(constraints: readonly string[]): string {
  for (const words of constraints) {
    const [, least] = /^(?:at least )?(-?[\d.]+)(?: to -?[\d.]+)?$/.exec(words) ?? [];
    if (least !== undefined && Number(least) > 0) return least;
    const [, above] = /^more than (-?\d+)$/.exec(words) ?? [];
    if (above !== undefined && Number(above) >= 0) return String(Number(above) + 1);
  }
  return '0';
}
