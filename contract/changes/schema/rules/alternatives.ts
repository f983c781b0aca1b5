import type { Schema } from '../../../model.ts';
import { breaks, type Direction } from '../../change.ts';
import { canonicalJson, listWords } from '../../value-words.ts';
import type { Facets } from '../facets.ts';
import type { SchemaChange } from '../schema-change.ts';

/** The alternatives of `oneOf` and `anyOf` (JSON Schema 2020-12 core §10.2.1), by what one calls them. */
export type Alternatives = ReadonlyMap<string, Schema>;

export interface AlternativesResult {
  readonly changes: readonly SchemaChange[];
  /** Those of the same name on both sides. */
  readonly pairs: readonly (readonly [name: string, before: Schema, after: Schema])[];
}

export function compareAlternatives(
  before: Alternatives,
  after: Alternatives,
  direction: Direction,
): AlternativesResult {
  const gone = [...before.keys()].filter((name) => !after.has(name));
  const come = [...after.keys()].filter((name) => !before.has(name));
  const changes: SchemaChange[] = [];
  if (gone.length > 0) {
    const text = direction === 'request' ? `can no longer be ${some(gone)}` : `is never ${some(gone)} now`;
    changes.push({ rule: 'alternatives-removed', isBreaking: breaks(direction, 'narrower'), text });
  }
  if (come.length > 0) {
    const isBreaking = breaks(direction, 'wider');
    changes.push({ rule: 'alternatives-added', isBreaking, text: `can be ${some(come)} now` });
  }
  const pairs = [...before].flatMap(([name, schema]) => {
    const other = after.get(name);
    return other === undefined ? [] : [[name, schema, other] as const];
  });
  return { changes, pairs };
}

/** One side leaves a choice and the other does not, and they have nothing of the same name in common. */
export function choiceChange(before: Alternatives, after: Alternatives): SchemaChange {
  return after.size > before.size
    ? { rule: 'choice-added', isBreaking: true, text: `is one of ${list([...after.keys()])} now` }
    : { rule: 'choice-removed', isBreaking: true, text: `is no longer one of ${list([...before.keys()])}` };
}

export function discriminatorChange(before: Facets, after: Facets): readonly SchemaChange[] {
  const was = before.discriminator?.propertyName;
  const is = after.discriminator?.propertyName;
  if (was === undefined || is === undefined || was === is) return [];
  const text = `is told apart by ${is} instead of ${was}`;
  return [{ rule: 'discriminator-changed', isBreaking: true, text }];
}

const MOST_NAMES = 6;
const some = (names: readonly string[]) => list(names, 'or');

function list(names: readonly string[], last: 'and' | 'or' = 'and'): string {
  const more = names.length - MOST_NAMES;
  return listWords(more > 0 ? [...names.slice(0, MOST_NAMES), `${more} more`] : names, last);
}

/** Names alternatives: by component, title, or what they require; the same name twice is counted. */
export function nameAlternatives(schemas: readonly Schema[]): Alternatives {
  const named = new Map<string, Schema>();
  for (const schema of schemas) {
    const name = nameOf(schema);
    let unique = name;
    for (let count = 2; named.has(unique); count += 1) unique = `${name} (${count})`;
    named.set(unique, schema);
  }
  return named;
}

export function nameOf(schema: Schema): string {
  if (typeof schema === 'boolean') return schema ? 'anything' : 'nothing';
  const component = schema.$ref?.split('/').at(-1);
  if (component) return component;
  if (schema.title) return schema.title;
  if (schema.const !== undefined) return canonicalJson(schema.const);
  if (schema.type !== undefined) return [schema.type].flat().join(' or ');
  if (schema.required) return `one with ${schema.required.join(' and ')}`;
  return schema.allOf ? schema.allOf.map(nameOf).join(' with ') : 'an object';
}
