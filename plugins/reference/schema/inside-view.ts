import type { Schema, SchemaObject } from '../../../contract/model.ts';
import type { AlternativesView, PropertyView, SchemaView } from '../../../contract/reference-page.ts';
import type { Alternatives } from './alternatives.ts';
import { conditionViews } from './conditions.ts';
import { countWords } from './constraint-words.ts';
import { familyView, toldApart } from './discriminator.ts';
import { partsOf } from './flatten-schema.ts';
import type { Direction, Place } from './view-place.ts';

export interface ViewTools {
  readonly view: (schema: Schema, place: Place) => SchemaView;
  readonly flatten: (schema: Schema) => SchemaObject;
  readonly slugOf: (name: string) => string | undefined;
}

type Inside = Partial<SchemaView>;

/** What is inside a schema: properties, items, alternatives, conditions. */
export function insideView(
  schema: SchemaObject,
  sets: readonly Alternatives[],
  place: Place,
  tools: ViewTools,
): Inside {
  const below = { ...place, levels: place.levels - 1, nesting: place.nesting + 1, inAlternative: false };
  const beside = { ...place, nesting: place.nesting + 1 };
  const aside = (one: Schema, path: string) =>
    tools.view(one, { ...beside, levels: Math.min(place.levels, 1), path: `${place.path}.${path}` });
  const [alternatives, ...alsoAlternatives] = sets.map((set) => alternativesView(set, beside, tools));
  const conditions = conditionViews(schema, aside);
  const not = combinedNot(schema);
  return {
    ...propertiesInside(schema, below, tools),
    ...itemsInside(schema, beside, below, tools),
    ...(schema.propertyNames !== undefined && { names: aside(schema.propertyNames, 'names') }),
    ...(alternatives && { alternatives }),
    ...(alsoAlternatives.length > 0 && { alsoAlternatives }),
    ...(!alternatives && schema.discriminator && { discriminator: familyView(schema, tools.slugOf) }),
    ...(not !== undefined && { not: aside(not, 'not') }),
    ...(conditions.length > 0 && { conditions }),
    ...(schema.contentSchema !== undefined && {
      decoded: tools.view(schema.contentSchema, { ...below, path: `${place.path}.decoded` }),
    }),
  };
}

function propertiesInside(schema: SchemaObject, place: Place, { view }: ViewTools): Inside {
  const required = new Set(schema.required);
  const named = (properties: SchemaObject['properties'] = {}): PropertyView[] =>
    Object.entries(properties)
      .map(([name, property]) => ({
        name,
        required: required.has(name),
        schema: view(property, { ...place, path: `${place.path}.${name}` }),
      }))
      .filter((one) => isShown(one.schema, place.direction));
  const properties = named(schema.properties);
  const patterns = named(schema.patternProperties);
  const { additionalProperties: other, unevaluatedProperties: rest } = schema;
  const additional =
    typeof other === 'object' ? other : other === undefined && typeof rest === 'object' ? rest : undefined;
  return {
    ...(properties.length > 0 && { properties }),
    ...(patterns.length > 0 && { patterns }),
    ...(additional && { additional: view(additional, { ...place, path: `${place.path}.other` }) }),
  };
}

function itemsInside(schema: SchemaObject, beside: Place, below: Place, { view }: ViewTools): Inside {
  const { prefixItems, items } = schema;
  const contains = partsOf(schema).find((part) => part.contains !== undefined);
  return {
    ...(prefixItems && {
      prefixItems: prefixItems.map((item, index) => view(item, { ...below, path: `${below.path}.${index}` })),
    }),
    ...(typeof items === 'object' && { items: view(items, beside) }),
    ...(contains?.contains !== undefined && {
      contains: {
        words: countWords(contains.minContains ?? 1, contains.maxContains, 'item', 'items') ?? 'any number of items',
        schema: view(contains.contains, { ...below, path: `${below.path}.contains` }),
      },
    }),
  };
}

function alternativesView(set: Alternatives, place: Place, { view, flatten }: ViewTools): AlternativesView {
  const levels = place.inAlternative ? place.levels - 1 : place.levels;
  return {
    kind: set.kind,
    ...toldApart(set, flatten),
    schemas: set.schemas.map((schema, index) =>
      view(schema, { ...place, levels, inAlternative: true, path: `${place.path}.${index + 1}` }),
    ),
  };
}

/** Neither this nor that is not one of both. */
function combinedNot(schema: SchemaObject): Schema | undefined {
  const nots = partsOf(schema).flatMap(({ not }) => (not === undefined ? [] : [not]));
  return nots.length > 1 ? { anyOf: nots } : nots[0];
}

export function isDeep(schema: SchemaObject, sets: readonly Alternatives[]): boolean {
  const { properties, patternProperties, additionalProperties, prefixItems, contains, contentSchema } = schema;
  return (
    [properties, patternProperties].some((map) => Object.keys(map ?? {}).length > 0) ||
    typeof additionalProperties === 'object' ||
    sets.length > 0 ||
    [prefixItems, contains, contentSchema].some((one) => one !== undefined) ||
    partsOf(schema).some((part) => part.if ?? part.dependentSchemas)
  );
}

function isShown({ readOnly, writeOnly }: SchemaView, direction: Direction): boolean {
  return !(direction === 'request' && readOnly) && !(direction === 'answer' && writeOnly);
}
