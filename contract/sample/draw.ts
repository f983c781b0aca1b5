import type { Contract, Schema } from '../model.ts';
import type { Direction } from '../validate/index.ts';
import { drawArray } from './draw-array.ts';
import { drawObject } from './draw-object.ts';
import { numberFor, stringsFor } from './leaves.ts';
import { type MergedSchema, mergeSchema, typesOf } from './merged-schema.ts';
import { givenValues, withOption } from './options.ts';
import type { Drawer, Place } from './place.ts';
import type { Plan } from './plan.ts';
import { withoutHidden } from './without-hidden.ts';

/** Beyond it, only what is required is drawn: a description can ask for more than any memory holds. */
const MAXIMUM_VALUES = 2000;
/** Beyond these, nothing is drawn. */
const LAST_VALUE = 20_000;
const MAXIMUM_DEPTH = 40;

/** Draws one value for a schema, by the choices of a plan. */
export function drawValue(contract: Contract, schema: Schema, direction: Direction, plan: Plan): unknown {
  return new Drawing(contract, direction, plan).draw(schema, { pointer: '', depth: 0, refs: new Set(), hints: [] });
}

class Drawing implements Drawer {
  readonly contract: Contract;
  readonly direction: Direction;
  readonly plan: Plan;
  #values = 0;

  constructor(contract: Contract, direction: Direction, plan: Plan) {
    this.contract = contract;
    this.direction = direction;
    this.plan = plan;
  }

  get isFull(): boolean {
    return this.#values > MAXIMUM_VALUES;
  }

  draw(schema: Schema, place: Place): unknown {
    this.#values++;
    if (typeof schema === 'boolean' || place.depth > MAXIMUM_DEPTH || this.#values > LAST_VALUE)
      return place.hints[0] ?? null;
    const merged = mergeSchema(this.contract, schema);
    const given = givenValues(merged, place.hints);
    const branches = merged.alternatives.reduce(
      (most, alternatives) => Math.max(most, alternatives.branches.length),
      0,
    );
    const texts = branches === 0 && typesOf(merged)[0] === 'string' ? stringsFor(merged) : [];
    // Each branch with all its properties; then, for branches that are told apart by what is absent, with the required ones.
    const choice = this.plan.choose(place.pointer, given.length + Math.max(branches * 2, texts.length, 1));
    if (choice < given.length) return withoutHidden(this.contract, given[choice], schema, this.direction);
    const option = choice - given.length;
    if (branches === 0) return texts[option] ?? this.#make(merged, place);
    const chosen = withOption(this.contract, merged, option % branches);
    return this.#make(chosen, { ...place, isLean: option >= branches });
  }

  #make(merged: MergedSchema, place: Place): unknown {
    const type = typesOf(merged)[0];
    if (type === 'object') return drawObject(this, merged, place);
    if (type === 'array') return drawArray(this, merged, place);
    const given = givenValues({ ...merged, parts: merged.parts.slice(1) }, []);
    if (given.length > 0) return given[0];
    switch (type) {
      case 'string':
        return stringsFor(merged)[0];
      case 'number':
      case 'integer':
        return numberFor(merged, type === 'integer');
      case 'boolean':
        return true;
      case 'null':
        return null;
      default:
        return place.hints[0] ?? 'any';
    }
  }
}
