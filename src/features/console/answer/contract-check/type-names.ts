import type { SchemaView } from '../../../../../contract/reference-page';
import { Kind, textBetween, type JsonIndex } from '../json-index/json-index';

const known = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']);

const read = new WeakMap<SchemaView, ReadonlySet<string> | null>();

/** The types that a schema's words name (`array of Offer or null` → array, null); null where they leave it open. */
export function typeNames(view: SchemaView): ReadonlySet<string> | null {
  let names = read.get(view);
  if (names === undefined) read.set(view, (names = readTypeNames(view)));
  return names;
}

function readTypeNames({ type, nullable }: SchemaView): ReadonlySet<string> | null {
  const plain = type.replace(/array of \(.*\)/g, 'array').replace(/array of \S+/g, 'array');
  const names = plain.split(' or ');
  if (!names.every((name) => known.has(name))) return null;
  return new Set(nullable ? [...names, 'null'] : names);
}

const typeOfKind = {
  [Kind.object]: 'object',
  [Kind.array]: 'array',
  [Kind.string]: 'string',
  [Kind.boolean]: 'boolean',
  [Kind.null]: 'null',
};

/** Whether a value is of one of the types that a schema names; `1.0` is an integer (JSON Schema 2020-12 §4.2.3). */
export function isOfType(index: JsonIndex, node: number, view: SchemaView): boolean {
  const names = typeNames(view);
  const kind = index.kind[node] as Kind;
  if (!names) return view.type !== 'nothing';
  if (kind !== Kind.number) return names.has(typeOfKind[kind]);
  if (names.has('number')) return true;
  return (
    names.has('integer') && Number.isInteger(Number(textBetween(index, index.start[node] ?? 0, index.end[node] ?? 0)))
  );
}

const articles: Readonly<Record<string, string>> = {
  integer: 'an integer',
  array: 'an array',
  object: 'an object',
  null: 'null',
};

/** `a string`, `an integer or null`, `an array of Offer`. */
export function wordsOfType(view: SchemaView): string {
  const names = typeNames(view);
  if (!names) return view.name ?? view.type;
  if (names.size === 1 && view.type.startsWith('array of ')) return `an ${view.type}`;
  return [...names].map((name) => articles[name] ?? `a ${name}`).join(' or ');
}
