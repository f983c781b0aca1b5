import type { SchemaView } from '../../../../../contract/reference-page';

const known = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']);

/** The types that a schema's words name (`array of Offer or null` → array, null); null where they leave it open. */
export function typeNames({ type, nullable }: SchemaView): ReadonlySet<string> | null {
  const plain = type.replace(/array of \(.*\)/g, 'array').replace(/array of \S+/g, 'array');
  const names = plain.split(' or ');
  if (!names.every((name) => known.has(name))) return null;
  return new Set(nullable ? [...names, 'null'] : names);
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
