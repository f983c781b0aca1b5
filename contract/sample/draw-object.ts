import type { Schema } from '../model.ts';
import { escapeKey } from '../read/json-pointer.ts';
import { isObject, member, setMember } from '../read/json-value.ts';
import { stringsFor } from './leaves.ts';
import { type MergedSchema, mergeSchema, propertiesOf, said, together } from './merged-schema.ts';
import { type Drawer, isHidden, isRecursion, type Place, placeBelow } from './place.ts';

/** Deeper, only what is required is drawn. */
const MAXIMUM_OPTIONAL_DEPTH = 8;
const MAXIMUM_OTHERS = 50;

export function drawObject(drawer: Drawer, merged: MergedSchema, place: Place): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  const properties = propertiesOf(merged);
  const required = new Set(said(merged, 'required').flat());
  const hints = [...place.hints, ...said(merged, 'examples').flat()].filter(isObject);
  const most = Math.min(...said(merged, 'maxProperties'), Infinity);
  const pointerOf = (name: string) => `${place.pointer}/${escapeKey(name)}`;
  const add = (name: string, schema: Schema) => {
    const found = hints.filter((hint) => Object.hasOwn(hint, name)).map((hint) => member(hint, name));
    setMember(made, name, drawer.draw(schema, placeBelow(merged, place, pointerOf(name), found)));
  };
  const isWanted = (schema: Schema) =>
    schema !== false &&
    !place.isLean &&
    !drawer.isFull &&
    place.depth <= MAXIMUM_OPTIONAL_DEPTH &&
    !isHidden(drawer, schema) &&
    !isRecursion(drawer, schema, merged, place);

  for (const name of required) {
    const schema = properties.get(name) ?? schemaOfOther(merged, name);
    if (!isHidden(drawer, schema)) add(name, schema);
  }
  for (const [name, schema] of properties) {
    if (required.has(name) || Object.keys(made).length >= most) continue;
    if (isWanted(schema) && !drawer.plan.isOmitted(pointerOf(name))) add(name, schema);
  }
  const least = Math.max(0, ...said(merged, 'minProperties'));
  const others = said(merged, 'additionalProperties');
  const isMap = properties.size === 0 && most > 0 && others.some((schema) => schema !== false);
  const wanted = Math.min(Math.max(least, isMap ? 1 : 0), MAXIMUM_OTHERS);
  for (let count = 1; Object.keys(made).length < wanted && count <= MAXIMUM_OTHERS; count++) {
    const name = nameOfOther(drawer, merged, count);
    if (least === 0 && drawer.plan.isOmitted(pointerOf(name))) break;
    add(name, schemaOfOther(merged, name));
  }
  return inOrder(made, properties);
}

/** A name for a property that is not declared. */
function nameOfOther({ contract }: Drawer, merged: MergedSchema, count: number): string {
  const names = said(merged, 'propertyNames').map((schema) => mergeSchema(contract, schema));
  const pattern = said(merged, 'patternProperties').flatMap((map) => Object.keys(map))[0];
  const source = names[0] ?? (pattern === undefined ? undefined : mergeSchema(contract, { pattern }));
  const texts = source && (said(source, 'enum')[0]?.map(String) ?? stringsFor(source));
  return texts?.[count - 1] ?? (texts?.[0] === undefined ? `key${count === 1 ? '' : count}` : `${texts[0]}${count}`);
}

function schemaOfOther(merged: MergedSchema, name: string): Schema {
  const patterned = said(merged, 'patternProperties').flatMap((map) => Object.entries(map));
  const fitting = patterned.filter(([pattern]) => isLikely(pattern, name)).map(([, schema]) => schema);
  return together(
    fitting.length > 0 ? fitting : said(merged, 'additionalProperties').filter((schema) => schema !== false),
  );
}

/** Patterns that could take long are not run here; the validator has the last word. */
function isLikely(pattern: string, name: string): boolean {
  if (name.length > 100 || /\)[*+{]/.test(pattern)) return false;
  try {
    return new RegExp(pattern, 'u').test(name);
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
