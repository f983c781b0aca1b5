import type { Contract, Schema, SchemaObject } from '../../../contract/model.ts';
import { followRef } from '../../../contract/read/index.ts';
import type { PropertyView, SchemaView } from '../../../contract/reference-page.ts';
import { UniqueNames } from '../files/unique-names.ts';
import type { RenderMarkdown } from '../markdown/render-markdown.ts';
import { alternativesOf, foldNull, type Alternatives } from './alternatives.ts';
import { constraintWords } from './constraint-words.ts';
import { flattenSchema, type FlatSchema } from './flatten-schema.ts';
import { typesOf, typeWords } from './type-words.ts';
import { sizeOf } from './view-size.ts';

/** A request shows no `readOnly` properties, an answer no `writeOnly` ones; a schema by itself shows both. */
export type Direction = 'request' | 'answer' | 'both';

/** Levels of properties in a page; deeper ones are fetched when they are opened. */
const LEVELS = 2;
/** A schema with more lines than this at two levels is shown with one. */
const MOST_LINES = 100;
/** Arrays in arrays and alternatives in alternatives are not levels, but must end as well. */
const DEEPEST_NESTING = 6;
const MOST_VALUES = 100;
const LONGEST_VALUE = 300;

interface Place {
  readonly levels: number;
  readonly direction: Direction;
  readonly nesting: number;
  readonly inAlternative: boolean;
  /** Leads to a file name where the schema has no name of its own: `Offer.holder.address`. */
  readonly path: string;
  /** The schema of a file of its own, which holds all there is. */
  readonly whole?: boolean;
}

/**
 * Turns the schemas of one contract into views. A schema is looked at once for each depth and direction, however often it is
 * used; what a page leaves out is remembered and comes out of `files`.
 */
export class SchemaViews {
  readonly #contract: Contract;
  readonly #render: RenderMarkdown;
  readonly #views = new WeakMap<SchemaObject, Map<string, SchemaView>>();
  readonly #targets = new Map<string, unknown>();
  readonly #fileNames = new WeakMap<SchemaObject, string>();
  readonly #names = new UniqueNames();
  readonly #waiting: { readonly name: string; readonly schema: SchemaObject }[] = [];

  constructor(contract: Contract, render: RenderMarkdown) {
    this.#contract = contract;
    this.#render = render;
  }

  view(schema: Schema, direction: Direction, path: string): SchemaView {
    const place = { levels: LEVELS, direction, nesting: 0, inAlternative: false, path };
    const view = this.#view(schema, place);
    return sizeOf(view) > MOST_LINES ? this.#view(schema, { ...place, levels: 1 }) : view;
  }

  /** The schemas behind `more`, those behind theirs included. Take them when all pages are made. */
  *files(): Generator<{ readonly name: string; readonly view: SchemaView }> {
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) {
      const { name, schema } = next;
      const place = { direction: 'both', nesting: 0, inAlternative: false, path: name, whole: true } as const;
      const view = this.#view(schema, { ...place, levels: LEVELS });
      yield { name, view: sizeOf(view) > MOST_LINES ? this.#view(schema, { ...place, levels: 1 }) : view };
    }
  }

  #view(schema: Schema, place: Place): SchemaView {
    if (typeof schema === 'boolean') return { type: schema ? 'any' : 'nothing' };
    const key = `${place.levels}${place.direction}${place.inAlternative}${place.whole ?? false}`;
    const known = this.#views.get(schema) ?? new Map<string, SchemaView>();
    this.#views.set(schema, known);
    let view = known.get(key);
    if (!view) known.set(key, (view = this.#build(schema, place)));
    return view;
  }

  #build(schema: SchemaObject, place: Place): SchemaView {
    const follow = (ref: string) => this.#follow(ref);
    const flat = foldNull(flattenSchema(schema, follow), follow);
    const alternatives = alternativesOf(flat.schema);
    const head = this.#head(flat, place);
    const isCut = place.levels <= 0 && isDeep(flat.schema, alternatives);
    if (isCut || place.nesting > DEEPEST_NESTING || (head.enumCount !== undefined && !place.whole)) {
      return { ...head, more: this.#fileFor(schema, flat.name ?? place.path) };
    }
    return {
      ...head,
      ...this.#inside(flat.schema, alternatives, { ...place, path: flat.name ?? place.path, whole: false }),
    };
  }

  #head({ schema, name }: FlatSchema, place: Place): SchemaView {
    const types = typesOf(schema);
    const descriptionHtml = this.#render(schema.description, 4);
    const constraints = constraintWords(schema);
    if (schema.additionalProperties === false) constraints.push('no other properties');
    const values = place.whole ? schema.enum : schema.enum?.slice(0, MOST_VALUES);
    const example = schema.examples?.[0];
    return {
      type: typeWords(schema),
      ...(name !== undefined && { name }),
      ...(schema.title !== undefined && schema.title !== name && { title: schema.title }),
      ...(schema.format !== undefined && { format: schema.format }),
      ...(descriptionHtml !== '' && { descriptionHtml }),
      ...(schema.deprecated && { deprecated: true }),
      ...(schema.readOnly && { readOnly: true }),
      ...(schema.writeOnly && { writeOnly: true }),
      ...(types.length > 1 && types.includes('null') && { nullable: true }),
      ...(constraints.length > 0 && { constraints }),
      ...(values && { enum: values.map(valueText) }),
      ...(values && schema.enum && values.length < schema.enum.length && { enumCount: schema.enum.length }),
      ...(schema.default !== undefined && { default: valueText(schema.default) }),
      ...(schema.const !== undefined && { const: valueText(schema.const) }),
      ...(example !== undefined && valueText(example).length <= LONGEST_VALUE && { example: valueText(example) }),
    };
  }

  #inside(schema: SchemaObject, alternatives: Alternatives | undefined, place: Place): Partial<SchemaView> {
    const below = { ...place, levels: place.levels - 1, nesting: place.nesting + 1, inAlternative: false };
    const beside = { ...place, nesting: place.nesting + 1 };
    const properties = this.#properties(schema, below);
    const additional = this.#additional(schema, below);
    return {
      ...(properties.length > 0 && { properties }),
      ...(schema.items !== undefined && schema.items !== true && { items: this.#view(schema.items, beside) }),
      ...(additional && { additional }),
      ...(alternatives && { alternatives: this.#alternatives(alternatives, beside) }),
      ...(schema.not !== undefined && { not: this.#view(schema.not, { ...beside, levels: 0 }) }),
    };
  }

  #properties(schema: SchemaObject, place: Place): PropertyView[] {
    const required = new Set(schema.required);
    const views = Object.entries(schema.properties ?? {}).map(([name, property]) => ({
      name,
      required: required.has(name),
      schema: this.#view(property, { ...place, path: `${place.path}.${name}` }),
    }));
    const items = (schema.prefixItems ?? []).map((item, index) => ({
      name: `item ${index + 1}`,
      required: index < (schema.minItems ?? 0),
      schema: this.#view(item, { ...place, path: `${place.path}.${index}` }),
    }));
    return [...views.filter((view) => isShown(view.schema, place.direction)), ...items];
  }

  #additional(schema: SchemaObject, place: Place): SchemaView | undefined {
    const other = schema.additionalProperties;
    const named = Object.entries(schema.patternProperties ?? {}).map(([pattern, value]) => {
      const view = this.#view(value, { ...place, path: `${place.path}.other` });
      return { ...view, constraints: [`name matches ${pattern}`, ...(view.constraints ?? [])] };
    });
    const views =
      typeof other === 'object' ? [...named, this.#view(other, { ...place, path: `${place.path}.other` })] : named;
    return views.length > 1 ? { type: 'any', alternatives: { kind: 'anyOf', schemas: views } } : views[0];
  }

  #alternatives({ kind, discriminator, schemas }: Alternatives, place: Place): SchemaView['alternatives'] {
    const levels = place.inAlternative ? place.levels - 1 : place.levels;
    return {
      kind,
      ...(discriminator !== undefined && { discriminator }),
      schemas: schemas.map((schema, index) =>
        this.#view(schema, { ...place, levels, inAlternative: true, path: `${place.path}.${index + 1}` }),
      ),
    };
  }

  #follow(ref: string): unknown {
    if (!this.#targets.has(ref)) this.#targets.set(ref, followRef(this.#contract, ref));
    return this.#targets.get(ref);
  }

  /** All uses of a component lead to one file. */
  #fileFor(use: SchemaObject, wanted: string): string {
    const target = use.$ref === undefined ? use : this.#follow(use.$ref);
    const schema =
      typeof target === 'object' && target !== null && Object.keys(use).length === 1 ? (target as SchemaObject) : use;
    let name = this.#fileNames.get(schema);
    if (name === undefined) {
      name = this.#names.take(wanted);
      this.#fileNames.set(schema, name);
      this.#waiting.push({ name, schema });
    }
    return name;
  }
}

function isDeep(schema: SchemaObject, alternatives: Alternatives | undefined): boolean {
  return (
    Object.keys(schema.properties ?? schema.patternProperties ?? {}).length > 0 ||
    schema.prefixItems !== undefined ||
    typeof schema.additionalProperties === 'object' ||
    alternatives !== undefined
  );
}

function isShown({ readOnly, writeOnly }: SchemaView, direction: Direction): boolean {
  return !(direction === 'request' && readOnly) && !(direction === 'answer' && writeOnly);
}

function valueText(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}
