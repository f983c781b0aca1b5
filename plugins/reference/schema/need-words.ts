import type { Schema, SchemaObject } from '../../../contract/model.ts';

const NEED = new Set(['required', 'type', 'title', 'description']);

/** Alternatives that differ only in what they require say so in words: they have nothing else to show. */
export function isNeedOnly(alternatives: readonly Schema[] | undefined): boolean {
  return (
    alternatives !== undefined &&
    alternatives.length > 0 &&
    alternatives.every(
      (one) => typeof one === 'object' && one.required !== undefined && Object.keys(one).every((key) => NEED.has(key)),
    )
  );
}

/** What must be there without being described here, and what is needed of several: `needs a, or b with c`. */
export function needWords(schema: SchemaObject): string[] {
  const { required = [], properties = {} } = schema;
  const others = required.filter((name) => !Object.hasOwn(properties, name));
  return [
    ...(others.length > 0 ? [`needs ${listWords(others, 'and')}`] : []),
    ...groupWords(schema.anyOf, ''),
    ...groupWords(schema.oneOf, ', not several'),
  ];
}

function groupWords(alternatives: readonly Schema[] | undefined, end: string): string[] {
  if (!alternatives || !isNeedOnly(alternatives)) return [];
  const groups = alternatives.map((one) => (typeof one === 'object' ? (one.required ?? []) : []).join(' with '));
  return [`needs ${groups.join(', or ')}${groups.length > 1 ? end : ''}`];
}

/** `a`, `a and b`, `a, b and c`. */
export function listWords(words: readonly string[], conjunction: 'and' | 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}
