import { breaks, type Effect } from '../../change.ts';
import { listWords } from '../../value-words.ts';
import type { SchemaRule } from '../schema-change.ts';

const NAMES: Readonly<Record<string, string>> = {
  string: 'a string',
  integer: 'an integer',
  number: 'a number',
  boolean: 'a boolean',
  array: 'an array',
  object: 'an object',
};

/** JSON Schema 2020-12 validation §6.1.1, without `null`. */
export const typesChange: SchemaRule = (before, after, direction) => {
  const gone = missing(before.types, after.types);
  const come = missing(after.types, before.types);
  const effect = effectOf(gone, come);
  if (!effect) return [];
  const text = `is ${typeWords(after.types)} instead of ${typeWords(before.types)}`;
  return [{ rule: 'type-changed', isBreaking: breaks(direction, effect), text }];
};

/** Whether no type of the one is a type of the other: nothing below can be compared then. */
export function areApart(before: ReadonlySet<string>, after: ReadonlySet<string>): boolean {
  return (
    before.size > 0 &&
    after.size > 0 &&
    missing(before, after).length === before.size &&
    missing(after, before).length === after.size
  );
}

function effectOf(gone: readonly string[], come: readonly string[]): Effect | undefined {
  if (gone.length > 0 && come.length > 0) return 'other';
  if (gone.length > 0) return 'narrower';
  return come.length > 0 ? 'wider' : undefined;
}

/** The types of one that the other does not allow; no type at all allows every one. */
function missing(types: ReadonlySet<string>, from: ReadonlySet<string>): string[] {
  if (from.size === 0) return [];
  if (types.size === 0) return ['any'];
  return [...types].filter((type) => !from.has(type) && !(type === 'integer' && from.has('number')));
}

function typeWords(types: ReadonlySet<string>): string {
  if (types.size === 0) return 'of any type';
  return listWords([...types].map((type) => NAMES[type] ?? type).sort(), 'or');
}

export const nullChange: SchemaRule = (before, after, direction) => {
  const areKnown = [before, after].every(({ types, values }) => types.size > 0 || values);
  if (before.isNullable === after.isNullable || !areKnown) return [];
  return after.isNullable
    ? [{ rule: 'null-allowed', isBreaking: breaks(direction, 'wider'), text: 'can be null now' }]
    : [{ rule: 'null-refused', isBreaking: breaks(direction, 'narrower'), text: 'is never null now' }];
};
