import type { Contract, Schema } from '../model.ts';
import { escapeKey } from '../read/json-pointer.ts';
import { isObject, member, setMember } from '../read/json-value.ts';
import type { Direction } from '../validate/index.ts';
import { numberFor, stringsFor } from './leaves.ts';
import {
  type Alternatives,
  type MergedSchema,
  mergeSchema,
  propertiesOf,
  said,
  together,
  typesOf,
  withBranch,
} from './merged-schema.ts';
import type { Plan } from './plan.ts';
import { withoutHidden } from './without-hidden.ts';

/** Beyond it, only what is required is drawn: a description can ask for more than any memory holds. */
const MAXIMUM_VALUES = 2000;
/** Beyond it, nothing is drawn. */
const LAST_VALUE = 20_000;
const MAXIMUM_OPTIONAL_DEPTH = 8;
const MAXIMUM_DEPTH = 40;
const MAXIMUM_ITEMS = 50;

interface Place {
  readonly pointer: string;
  readonly depth: number;
  /** The references on the way here. */
  readonly refs: ReadonlySet<string>;
  /** What examples further up have here. */
  readonly hints: readonly unknown[];
  /** Only what is required. */
  readonly isLean?: boolean;
}

/** Draws one value for a schema, by the choices of a plan. */
export class Drawing {
  readonly #contract: Contract;
  readonly #direction: Direction;
  readonly #plan: Plan;
  #values = 0;

  constructor(contract: Contract, direction: Direction, plan: Plan) {
    this.#contract = contract;
    this.#direction = direction;
    this.#plan = plan;
  }

  draw(schema: Schema): unknown {
    return this.#draw(schema, { pointer: '', depth: 0, refs: new Set(), hints: [] });
  }

  #draw(schema: Schema, place: Place): unknown {
    this.#values++;
    if (typeof schema === 'boolean' || place.depth > MAXIMUM_DEPTH || this.#values > LAST_VALUE)
      return place.hints[0] ?? null;
    const merged = mergeSchema(this.#contract, schema);
    const given = this.#given(merged, place.hints);
    const branches = merged.alternatives.reduce((most, { branches: { length } }) => Math.max(most, length), 0);
    const texts = branches === 0 && typesOf(merged)[0] === 'string' ? stringsFor(merged) : [];
    // Each branch with all its properties; then, for branches that are told apart by what is absent, with the required ones.
    const made = Math.max(branches * 2, texts.length, 1);
    const choice = this.#plan.choose(place.pointer, given.length + made);
    if (choice < given.length) return withoutHidden(this.#contract, given[choice], schema, this.#direction);
    const option = choice - given.length;
    if (branches === 0) return texts[option] ?? this.#make(merged, place);
    return this.#make(this.#choose(merged, option % branches), { ...place, isLean: option >= branches });
  }

  /** What the contract itself gives, in the order of how telling it is. */
  #given(merged: MergedSchema, hints: readonly unknown[]): unknown[] {
    const { parts } = merged;
    // The example of one part of several is not one of the whole.
    const isWhole = parts.every((part, index) => index === parts.length - 1 || part.$ref !== undefined);
    const whole = isWhole ? parts : parts.slice(0, 1);
    const examples = whole.flatMap((part) => part.examples ?? []);
    const constants = parts.flatMap((part) => (Object.hasOwn(part, 'const') ? [part.const] : []));
    const defaults = whole.flatMap((part) => (Object.hasOwn(part, 'default') ? [part.default] : []));
    const lists = said(merged, 'enum');
    const values = (lists[0] ?? []).filter((value) => value !== null || typesOf(merged)[0] === 'null');
    const fitting = values.filter((value) => lists.every((list) => list.includes(value)));
    return [
      ...constants,
      ...hints,
      ...examples,
      ...defaults.filter((value) => value !== null),
      ...fitting.slice(0, 20),
    ].slice(0, 40);
  }

  #choose(merged: MergedSchema, option: number): MergedSchema {
    let chosen = merged;
    let open: readonly Alternatives[] = merged.alternatives;
    // A branch can itself have alternatives; of those the first is taken.
    for (let round = 0; open.length > 0 && round < 10; round++) {
      const next: Alternatives[] = [];
      for (const { branches, discriminator } of open) {
        const branch = branches[Math.min(round === 0 ? option : 0, branches.length - 1)] ?? true;
        chosen = withBranch(this.#contract, chosen, { allOf: [branch, discriminated(branch, discriminator)] });
        next.push(...chosen.alternatives);
      }
      open = next;
    }
    return chosen;
  }

  #make(merged: MergedSchema, place: Place): unknown {
    const given = this.#given({ ...merged, parts: merged.parts.slice(1) }, []);
    const type = typesOf(merged)[0];
    if (type !== 'object' && type !== 'array' && given.length > 0) return given[0];
    switch (type) {
      case 'object':
        return this.#makeObject(merged, place);
      case 'array':
        return this.#makeArray(merged, place);
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

  #makeObject(merged: MergedSchema, place: Place): unknown {
    const made: Record<string, unknown> = {};
    const properties = propertiesOf(merged);
    const required = new Set(said(merged, 'required').flat());
    const hints = [...place.hints, ...said(merged, 'examples').flat()].filter(isObject);
    const most = Math.min(...said(merged, 'maxProperties'), Infinity);
    const others = said(merged, 'additionalProperties');
    const add = (name: string, schema: Schema) => {
      const pointer = `${place.pointer}/${escapeKey(name)}`;
      const found = hints.filter((hint) => Object.hasOwn(hint, name)).map((hint) => member(hint, name));
      setMember(made, name, this.#draw(schema, this.#below(merged, place, pointer, found)));
    };
    for (const name of required) {
      const schema = properties.get(name) ?? this.#schemaOfOther(merged, name);
      if (!this.#isHidden(schema)) add(name, schema);
    }
    for (const [name, schema] of properties) {
      if (required.has(name) || Object.keys(made).length >= most) continue;
      if (this.#isWanted(schema, merged, place) && !this.#plan.isOmitted(`${place.pointer}/${escapeKey(name)}`))
        add(name, schema);
    }
    const least = Math.max(0, ...said(merged, 'minProperties'));
    const isMap = properties.size === 0 && others.some((schema) => schema !== false) && most > 0;
    const wanted = Math.min(Math.max(least, isMap ? 1 : 0), MAXIMUM_ITEMS);
    for (let count = 1; Object.keys(made).length < wanted && count <= MAXIMUM_ITEMS; count++) {
      const name = this.#nameFor(merged, count);
      if (isMap && least === 0 && this.#plan.isOmitted(`${place.pointer}/${escapeKey(name)}`)) break;
      add(name, this.#schemaOfOther(merged, name));
    }
    return inOrder(made, properties);
  }

  /** A name for a property that is not declared. */
  #nameFor(merged: MergedSchema, count: number): string {
    const names = said(merged, 'propertyNames' as 'not').map((schema) => mergeSchema(this.#contract, schema));
    const pattern = said(merged, 'patternProperties').flatMap((map) => Object.keys(map))[0];
    const patterned: MergedSchema | undefined =
      pattern === undefined ? undefined : mergeSchema(this.#contract, { pattern });
    const source = names[0] ?? patterned;
    const texts = source && (said(source, 'enum')[0]?.map(String) ?? stringsFor(source));
    return texts?.[count - 1] ?? (texts?.[0] === undefined ? `key${count === 1 ? '' : count}` : `${texts[0]}${count}`);
  }

  #schemaOfOther(merged: MergedSchema, name: string): Schema {
    const patterned = said(merged, 'patternProperties').flatMap((map) => Object.entries(map));
    const fitting = patterned
      .filter(([pattern]) => pattern === name || isLikely(pattern, name))
      .map(([, schema]) => schema);
    return together([
      ...fitting,
      ...(fitting.length > 0 ? [] : said(merged, 'additionalProperties').filter(isObject)),
    ] as Schema[]);
  }

  #makeArray(merged: MergedSchema, place: Place): unknown {
    const prefix = said(merged, 'prefixItems')[0] ?? [];
    const items = said(merged, 'items');
    const least = Math.max(
      0,
      ...said(merged, 'minItems'),
      ...(said(merged, 'contains' as 'not').length > 0 ? [1] : []),
    );
    const most = Math.min(...said(merged, 'maxItems'), MAXIMUM_ITEMS);
    const item = together([...items, ...said(merged, 'contains' as 'not')]);
    const isSpare = this.#isRecursion(item, merged, place) || item === false || this.#values > MAXIMUM_VALUES;
    const wanted = Math.min(Math.max(least, prefix.length, isSpare || items.length === 0 ? 0 : 1), most);
    const isUnique = said(merged, 'uniqueItems').includes(true);
    const made: unknown[] = [];
    for (let index = 0; index < wanted; index++) {
      const pointer = `${place.pointer}/${index}`;
      if (index >= Math.max(least, prefix.length) && this.#plan.isOmitted(pointer)) break;
      const value = this.#draw(prefix[index] ?? item, this.#below(merged, place, pointer, []));
      made.push(isUnique ? this.#different(value, item, made) : value);
    }
    return made;
  }

  /** Another value for a list without repetitions. */
  #different(value: unknown, item: Schema, others: readonly unknown[]): unknown {
    const isTaken = (candidate: unknown) => others.some((other) => JSON.stringify(other) === JSON.stringify(candidate));
    if (!isTaken(value)) return value;
    const values = said(mergeSchema(this.#contract, item), 'enum')[0];
    if (values) return values.find((candidate) => !isTaken(candidate)) ?? value;
    if (typeof value === 'string') return `${value}${others.length + 1}`;
    if (typeof value === 'number') return value + others.length;
    return value;
  }

  #below(merged: MergedSchema, place: Place, pointer: string, hints: readonly unknown[]): Place {
    return { pointer, depth: place.depth + 1, refs: new Set([...place.refs, ...merged.refs]), hints };
  }

  #isWanted(schema: Schema, merged: MergedSchema, place: Place): boolean {
    if (schema === false || place.isLean || this.#values > MAXIMUM_VALUES || place.depth > MAXIMUM_OPTIONAL_DEPTH)
      return false;
    return !this.#isHidden(schema) && !this.#isRecursion(schema, merged, place);
  }

  #isHidden(schema: Schema): boolean {
    const flag = this.#direction === 'request' ? 'readOnly' : 'writeOnly';
    return said(mergeSchema(this.#contract, schema), flag).includes(true);
  }

  #isRecursion(schema: Schema, merged: MergedSchema, place: Place): boolean {
    return [...mergeSchema(this.#contract, schema).refs].some((ref) => place.refs.has(ref) || merged.refs.has(ref));
  }
}

function discriminated(branch: Schema, discriminator: Alternatives['discriminator']): Schema {
  const ref = typeof branch === 'object' ? branch.$ref : undefined;
  if (!discriminator || ref === undefined) return true;
  const mapped = Object.entries(discriminator.mapping ?? {}).find(
    ([, target]) => target === ref || ref.endsWith(`/${target}`),
  );
  const value = mapped?.[0] ?? ref.slice(ref.lastIndexOf('/') + 1);
  const property: Schema = { const: value };
  return { properties: { [discriminator.propertyName]: property }, required: [discriminator.propertyName] };
}

function isLikely(pattern: string, name: string): boolean {
  try {
    return name.length < 100 && !/[*+}]\)?[*+{]|\)[*+{]/.test(pattern) && new RegExp(pattern, 'u').test(name);
  } catch {
    return false;
  }
}

/** As the description orders them. */
function inOrder(made: Record<string, unknown>, properties: ReadonlyMap<string, Schema>): Record<string, unknown> {
  const ordered: Record<string, unknown> = {};
  for (const name of [...properties.keys(), ...Object.keys(made)]) {
    if (Object.hasOwn(made, name)) setMember(ordered, name, made[name]);
  }
  return ordered;
}
