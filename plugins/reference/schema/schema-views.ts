import type { Contract, Schema, SchemaObject } from '../../../contract/model.ts';
import { followRef } from '../../../contract/read/index.ts';
import type { SchemaView } from '../../../contract/reference-page.ts';
import type { RenderMarkdown } from '../markdown/render-markdown.ts';
import { alternativesOf, foldNull } from './alternatives.ts';
import { componentSlugs } from '../../../contract/read/component-slugs.ts';
import { DeepSchemas } from './deep-schemas.ts';
import { flattenSchema, type FlatSchema } from './flatten-schema.ts';
import { headView } from './head-view.ts';
import { insideView, isDeep } from './inside-view.ts';
import { foldConstants } from './value-views.ts';
import type { Direction, Place } from './view-place.ts';
import { sizeOf } from './view-size.ts';

export type { Direction } from './view-place.ts';

/** Levels of properties in a page; deeper ones are fetched when they are opened. */
const LEVELS = 2;
/** A schema with more lines than this at two levels is shown with one. */
const MOST_LINES = 46;
/** Arrays in arrays and alternatives in alternatives are not levels, but must end as well. */
const DEEPEST_NESTING = 6;

/**
 * Turns the schemas of one contract into views. A schema is looked at once for each depth and direction, however often it is
 * used; what a page leaves out is remembered and comes out of `files`.
 */
export class SchemaViews {
  readonly #contract: Contract;
  readonly #render: RenderMarkdown;
  readonly #slugs: ReadonlyMap<string, string>;
  readonly #views = new WeakMap<SchemaObject, Map<string, SchemaView>>();
  readonly #flats = new WeakMap<SchemaObject, FlatSchema>();
  readonly #targets = new Map<string, unknown>();
  readonly #deep = new DeepSchemas((ref) => this.#follow(ref));

  constructor(contract: Contract, render: RenderMarkdown) {
    this.#contract = contract;
    this.#render = render;
    this.#slugs = componentSlugs(contract);
  }

  view(schema: Schema, direction: Direction, path: string): SchemaView {
    return this.#fitting(schema, { levels: LEVELS, direction, nesting: 0, inAlternative: false, path });
  }

  /** The schemas behind `more`, those behind theirs included. Take them when all pages are made. */
  *files(): Generator<{ readonly name: string; readonly view: SchemaView }> {
    const place = { levels: LEVELS, direction: 'both', nesting: 0, inAlternative: false, isWhole: true } as const;
    for (const { name, schema } of this.#deep) yield { name, view: this.#fitting(schema, { ...place, path: name }) };
  }

  #fitting(schema: Schema, place: Place): SchemaView {
    const view = this.#view(schema, place);
    return sizeOf(view) > MOST_LINES ? this.#view(schema, { ...place, levels: 1 }) : view;
  }

  #view(schema: Schema, place: Place): SchemaView {
    if (typeof schema === 'boolean') return { type: schema ? 'any' : 'nothing' };
    const key = `${place.levels}${place.direction}${place.inAlternative}${place.isWhole ?? false}`;
    const known = this.#views.get(schema) ?? new Map<string, SchemaView>();
    this.#views.set(schema, known);
    let view = known.get(key);
    if (!view) known.set(key, (view = this.#build(schema, place)));
    return view;
  }

  #build(schema: SchemaObject, place: Place): SchemaView {
    const flat = this.#flatten(schema);
    const sets = alternativesOf(flat.schema);
    const head = this.#head(flat, place.isWhole ?? false);
    const path = flat.name ?? place.path;
    const isCut = place.levels <= 0 && isDeep(flat.schema, sets);
    if (isCut || place.nesting > DEEPEST_NESTING || (head.enumCount !== undefined && !place.isWhole)) {
      return { ...head, more: this.#deep.fileFor(schema, path) };
    }
    const tools = {
      view: (inner: Schema, at: Place) => this.#view(inner, at),
      flatten: (inner: Schema) => (typeof inner === 'boolean' ? {} : this.#flatten(inner).schema),
      slugOf: (name: string) => this.#slugs.get(name),
    };
    return { ...head, ...insideView(flat.schema, sets, { ...place, path, isWhole: false }, tools) };
  }

  #head({ schema, name }: FlatSchema, isWhole: boolean): SchemaView {
    const { type, title, ...head } = headView(schema, this.#render, isWhole);
    const slug = name === undefined ? undefined : this.#slugs.get(name);
    return {
      type,
      ...(name !== undefined && { name }),
      ...(slug !== undefined && slug !== name && { slug }),
      ...(title !== undefined && title !== name && { title }),
      ...head,
    };
  }

  #flatten(schema: SchemaObject): FlatSchema {
    let flat = this.#flats.get(schema);
    if (!flat) {
      const follow = (ref: string) => this.#follow(ref);
      const { schema: folded, name } = foldNull(flattenSchema(schema, follow), follow);
      this.#flats.set(schema, (flat = { schema: foldConstants(folded), name }));
    }
    return flat;
  }

  #follow(ref: string): unknown {
    if (!this.#targets.has(ref)) this.#targets.set(ref, followRef(this.#contract, ref));
    return this.#targets.get(ref);
  }
}
